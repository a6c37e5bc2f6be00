from collections.abc import Callable
from datetime import date
from uuid import UUID

from sqlalchemy import Connection

from domain.identities import household_id
from domain.needy.household import Household
from domain.needy.person import Person
from projections.case_register import case_register
from projections.needy_lists import (
    contacts_of,
    count_persons,
    household,
    household_numbers,
    households_of,
    members_of,
    named,
    numbers_of,
    other_names_of,
    people_among,
    persons_after,
    persons_with,
)
from projections.needy_register import needy_register
from tests.builders import PULANDIAN, ZHONGSHAN, an_act, person

ZHAO, QIAN = person("Zhao"), person("Qian")
LAST, FIRST, OTHER = "01" * 8, "fe" * 8, "03" * 8


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
    db = shown(needy_register, a_person("Zhao", LAST, FIRST), a_person("Qian", "04" * 8, FIRST))

    assert persons_with(db, [LAST], [FIRST]) == [ZHAO]
    assert set(persons_with(db, [FIRST])) == {ZHAO, QIAN}
    assert len(persons_with(db, [FIRST], limit=1)) == 1
    assert persons_with(db, [LAST], ["04" * 8]) == []


def test_a_corrected_name_replaces_the_wrong_one(shown: Callable[..., Connection]) -> None:
    zhao = a_person("Zhao", LAST, FIRST)
    db = shown(needy_register, zhao)
    assert named(db, [ZHAO, QIAN])[ZHAO].name == "sealed Zhao"

    zhao.correct_name(an_act(), before="wrong", after="sealed right", name_tokens=(LAST, OTHER))
    db = shown(needy_register, zhao)

    assert named(db, [ZHAO])[ZHAO].name == "sealed right"
    assert persons_with(db, [LAST], [OTHER]) == [ZHAO]
    assert persons_with(db, [LAST]) == [ZHAO]


def test_tokens_of_an_earlier_time_were_longer(shown: Callable[..., Connection]) -> None:
    db = shown(needy_register, a_person("Zhao", LAST + "5c" * 8))

    assert persons_with(db, [LAST]) == [ZHAO]


def test_a_person_is_found_by_another_name_from_a_register_too(shown: Callable[..., Connection]) -> None:
    zhao = a_person("Zhao", LAST, FIRST)
    zhao.name_otherwise(
        an_act(), name="sealed other", name_tokens=(LAST, OTHER), register="dibao.xlsx", sheet="", row=3
    )
    db = shown(needy_register, zhao)

    assert persons_with(db, [LAST], [FIRST]) == persons_with(db, [LAST], [OTHER]) == [ZHAO]
    assert named(db, [ZHAO])[ZHAO].name == "sealed Zhao"


def test_another_name_that_is_another_persons_is_not_theirs_any_more(
    shown: Callable[..., Connection],
) -> None:
    zhao = a_person("Zhao", LAST)
    for name in ("sealed one", "sealed other"):
        zhao.name_otherwise(an_act(), name=name, name_tokens=(OTHER,), register="r", sheet="", row=3)
    first, _ = other_names_of(shown(needy_register, zhao), [ZHAO])

    zhao.confirm_distinct(QIAN, an_act(), named_at=first.position)

    assert [row.name for row in other_names_of(shown(needy_register, zhao), [ZHAO])] == ["sealed other"]


def test_a_person_is_found_by_tokens_that_were_made_later_too(shown: Callable[..., Connection]) -> None:
    zhao = a_person("Zhao", LAST)
    name, number, contact = "a1" * 8, "a2" * 8, "a3" * 8
    db = shown(needy_register, zhao)
    before = [persons_with(db, [token]) for token in (LAST, name, number, contact)]

    zhao.renew_tokens(an_act(), name_tokens=(name,), number_tokens=(number,), contact_tokens=(contact,))
    db = shown(needy_register, zhao)

    assert before == [[ZHAO], [], [], []]
    assert [persons_with(db, [token]) for token in (LAST, name, number, contact)] == [[ZHAO]] * 4


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


def test_households_are_told_by_their_numbers(shown: Callable[..., Connection]) -> None:
    first, second, third = (Household.form(f"H-000{place}", ZHONGSHAN, an_act()) for place in (1, 2, 3))
    db = shown(needy_register, first, second, third)

    assert household_numbers(db, [first.id, third.id, person("nobody")]) == {
        first.id: "H-0001",
        third.id: "H-0003",
    }
    assert household_numbers(db, []) == {}


def test_numbers_and_entries_are_told_but_for_relatives(shown: Callable[..., Connection]) -> None:
    family, other = (Household.form(f"H-000{place}", ZHONGSHAN, an_act()) for place in (1, 2))
    family.join(ZHAO, "head", an_act())
    db = shown(needy_register, a_person("Zhao"), a_person("Qian"), family, other)
    shown(case_register)
    some = [family.id, other.id, ZHAO, QIAN, person("nobody")]

    assert set(numbers_of(db, some, None)) == {family.id, other.id}
    assert numbers_of(db, some, [PULANDIAN]) == {}
    assert numbers_of(db, some, [ZHONGSHAN], [ZHAO]) == {other.id: "H-0002"}
    assert set(people_among(db, some)) == {ZHAO, QIAN}
    assert list(people_among(db, some, [ZHAO])) == [QIAN]


def test_the_households_of_people_are_told_the_latest_first(shown: Callable[..., Connection]) -> None:
    before, now = (Household.form(number, ZHONGSHAN, an_act()) for number in ("H-0001", "H-0002"))
    before.join(ZHAO, "head", an_act("2021-04-01"))
    before.leave(ZHAO, an_act("2021-05-01"))
    now.join(ZHAO, "spouse", an_act("2021-05-01"))
    now.join(QIAN, "head", an_act("2021-05-02"))

    db = shown(needy_register, before, now)

    def told(*people: UUID) -> list[tuple[object, ...]]:
        return [(row.person, row.number, row.area, row.until) for row in households_of(db, people)]

    of_zhao = [(ZHAO, "H-0002", ZHONGSHAN, None), (ZHAO, "H-0001", ZHONGSHAN, date(2021, 5, 1))]
    assert told(ZHAO) == of_zhao
    assert told(ZHAO, QIAN) == [(QIAN, "H-0002", ZHONGSHAN, None), *of_zhao]
    assert told(person("nobody")) == []


def test_everyone_is_gone_through_in_the_order_of_their_identities(shown: Callable[..., Connection]) -> None:
    names = ("Zhao", "Qian", "Sun", "Li", "Zhou")
    db = shown(needy_register, *map(a_person, names))

    everyone = sorted(map(person, names))
    assert count_persons(db) == 5
    assert persons_after(db, None, limit=3) == everyone[:3]
    assert persons_after(db, everyone[2], limit=3) == everyone[3:]
    assert persons_after(db, everyone[4], limit=3) == []


def test_a_person_is_found_by_a_contact_that_was_told_later(shown: Callable[..., Connection]) -> None:
    zhao = a_person("Zhao", LAST)
    zhao.tell_contact(
        an_act(), phone="sealed", address="", contact_tokens=(OTHER,), register="r", sheet="", row=1
    )
    db = shown(needy_register, zhao)

    [told] = contacts_of(db, [ZHAO])
    assert (told.person, told.phone, told.address) == (ZHAO, "sealed", "")
    assert persons_with(db, [OTHER]) == [ZHAO]

    zhao.trigger(Person.ContactWithdrawn, an_act(), told_at=told.position)
    assert contacts_of(shown(needy_register, zhao), [ZHAO]) == []
