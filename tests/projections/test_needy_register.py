from collections.abc import Callable
from datetime import date

from sqlalchemy import Connection

from domain.identities import household_id
from domain.needy.household import Household
from domain.needy.person import Person
from projections.needy_register import household, members_of, named, needy_register, persons_with
from tests.builders import ZHONGSHAN, an_act, person

ZHAO, QIAN = person("Zhao"), person("Qian")


def a_person(name: str, *tokens: str) -> Person:
    return Person.register(
        person(name),
        an_act(),
        name=f"sealed {name}",
        id_number="sealed",
        sex="female",
        born_year=1970,
        name_tokens=tokens,
    )


def test_people_are_found_by_all_tokens_of_their_names(shown: Callable[..., Connection]) -> None:
    db = shown(needy_register, a_person("Zhao", "zhao", "jia"), a_person("Qian", "qian", "jia"))

    assert persons_with(db, ["zhao", "jia"]) == [ZHAO]
    assert set(persons_with(db, ["jia"])) == {ZHAO, QIAN}
    assert len(persons_with(db, ["jia"], limit=1)) == 1
    assert persons_with(db, ["zhao", "qian"]) == []


def test_a_corrected_name_replaces_the_wrong_one(shown: Callable[..., Connection]) -> None:
    zhao = a_person("Zhao", "zhao", "jia")
    db = shown(needy_register, zhao)
    assert named(db, [ZHAO, QIAN])[ZHAO].name == "sealed Zhao"

    zhao.correct_name(an_act(), before="wrong", after="sealed right", name_tokens=("zhao", "yi"))
    db = shown(needy_register, zhao)

    assert named(db, [ZHAO])[ZHAO].name == "sealed right"
    assert persons_with(db, ["jia"]) == []
    assert persons_with(db, ["zhao", "yi"]) == [ZHAO]


def test_a_household_has_members_for_a_time(shown: Callable[..., Connection]) -> None:
    family = Household.form("H-0001", ZHONGSHAN, an_act("2021-04-01"))
    family.join(ZHAO, "head", an_act("2021-04-01"))
    family.join(QIAN, "spouse", an_act("2021-04-02"))
    family.leave(QIAN, an_act("2021-05-01"))
    family.join(QIAN, "spouse", an_act("2021-06-01"))
    family.leave(QIAN, an_act("2021-07-01"))

    db = shown(needy_register, a_person("Zhao"), a_person("Qian"), family)

    found = household(db, household_id("H-0001"))
    assert found is not None
    assert (found.number, found.area) == ("H-0001", ZHONGSHAN)
    assert [(row.name, row.relation, row.since, row.until) for row in members_of(db, found.household)] == [
        ("sealed Zhao", "head", date(2021, 4, 1), None),
        ("sealed Qian", "spouse", date(2021, 4, 2), date(2021, 5, 1)),
        ("sealed Qian", "spouse", date(2021, 6, 1), date(2021, 7, 1)),
    ]
