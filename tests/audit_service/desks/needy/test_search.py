"""Who is found, and who comes first."""

from dataclasses import replace

import pytest

from audit_service.finding.tokens import name_tokens
from domain.needy.household import Household
from domain.needy.person import Person
from tests.audit_service.desks.needy.conftest import XIGANG, Town
from tests.builders import ZHONGSHAN, a_case_taken_over, a_person, an_act, day, person
from tests.office import an_official
from tests.visit_builders import a_visit_taken_over

REACHED = {"phone": "138-1234-5678", "address": "大连市中山区人民路街道12号"}


@pytest.fixture
def people(town: Town) -> dict[str, Person]:
    """People with names that are parts of each other, and some who are told by something else."""
    return {
        "wang ming": town.settle("王明", "1960-01-02", 1),
        "wang ming dong": town.settle("王明东", "1961-01-02", 2),
        "wang xiao ming": town.settle("王小明", "1962-01-02", 3),
        "ming": town.settle("明", "1963-01-02", 4),
        "far": town.settle("王明", "1964-01-02", 5, area=XIGANG),
        "zhang": town.settle(
            "張偉", "1970-05-06", 6, phone="138-1234-5678", address="大连市中山区人民路街道12号"
        ),
        "ou yang": town.settle("欧阳小明", "1971-05-06", 7, address="青泥洼桥街道"),
        "smith": town.settle("John Smith", "1972-05-06", 8),
    }


def who(people: dict[str, Person], town: Town, text: str) -> list[str]:
    names = {person.id: name for name, person in people.items()}
    return [names[identity] for identity in town.found(text)]


FOUND = {
    "王明": ["wang ming", "far", "wang ming dong", "wang xiao ming"],
    "王 明": ["wang ming", "far", "wang ming dong", "wang xiao ming"],
    "明": ["ming", "wang ming", "wang xiao ming", "wang ming dong", "ou yang", "far"],
    "小明": ["wang xiao ming", "ou yang"],
    "王小明": ["wang xiao ming"],
    "阳小明": ["ou yang"],
    "张伟": ["zhang"],
    "張偉": ["zhang"],
    "李": [],
    "wangming": ["wang ming", "far"],
    "Wang Ming": ["wang ming", "far"],
    "wangxm": ["wang xiao ming"],
    "wxm": ["wang xiao ming"],
    "xiaoming": ["wang xiao ming", "ou yang"],
    "oyxm": ["ou yang"],
    "smith": ["smith"],
    "john smith": ["smith"],
    "13812345678": ["zhang"],
    "+86 138 1234 5678": ["zhang"],
    "人民路": ["zhang"],
    "大连市": [],
    "青泥洼桥": ["ou yang"],
    "1970-05-06": ["zhang"],
    "1970年5月6日": ["zhang"],
    "19720506": ["smith"],
    "19721306": [],
    "王明 1964-01-02": ["far"],
    "wang 1962-01-02": ["wang xiao ming"],
    "王明 1999-01-01": [],
    "小明 青泥洼桥": ["ou yang"],
    "···": [],
}
"""Who is found by what is typed, the first first."""


def test_the_right_person_comes_first(people: dict[str, Person], town: Town) -> None:
    assert {text: who(people, town, text) for text in FOUND} == FOUND


def test_an_id_number_finds_its_owner_whole_or_masked(people: dict[str, Person], town: Town) -> None:
    row = town.finds("张伟").people[0]
    end = row.id_number[-4:]

    assert who(people, town, row.id_number) == ["zhang"]
    assert who(people, town, f"210299********{end}") == ["zhang"]
    assert who(people, town, f"110101********{end}") == []
    assert who(people, town, end) == ["zhang"]
    assert who(people, town, f"{end} 1970-05-06") == ["zhang"]
    assert who(people, town, f"{end} 1970-05-07") == []


def test_a_whole_id_number_needs_no_other_word(people: dict[str, Person], town: Town) -> None:
    number = "210299197005060066"
    owner = town.office.vault.person_identity(number)
    assert owner == people["zhang"].id

    assert who(people, town, number) == who(people, town, "210299 19700506 0066") == ["zhang"]
    assert who(people, town, f"张伟 {number}") == ["zhang"]
    assert who(people, town, f"王明 {number}") == []


def test_a_case_or_a_household_finds_its_people(people: dict[str, Person], town: Town) -> None:
    head, child = people["wang ming"].id, people["wang xiao ming"].id
    town.keep(a_case_taken_over(number="DB-0001", head=head, people=(head, child)))

    assert set(who(people, town, "db-0001")) == {"wang ming", "wang xiao ming"}
    household = town.finds("张伟").people[0].households[0]
    assert who(people, town, household) == ["zhang"]
    assert town.finds("王小明").people[0].programmes == ["dibao"]


def test_a_corrected_name_is_found_and_the_wrong_one_is_not(people: dict[str, Person], town: Town) -> None:
    vault = town.office.vault
    zhang = town.office.record.get(Person, people["zhang"].id)
    zhang.correct_name(an_act(), before="張偉", after="章伟", name_tokens=name_tokens(vault, "章伟"))
    zhang.name_otherwise(
        an_act(), name="章苇", name_tokens=name_tokens(vault, "章苇"), register="dibao.xlsx", sheet="", row=3
    )
    town.keep(zhang)

    assert who(people, town, "张伟") == []
    assert who(people, town, "章伟") == who(people, town, "章苇") == ["zhang"]


def test_who_is_registered_under_a_name_besides_comes_after_who_has_it(
    people: dict[str, Person], town: Town
) -> None:
    zhang = town.office.record.get(Person, people["zhang"].id)
    tokens = name_tokens(town.office.vault, "王明")
    zhang.name_otherwise(an_act(), name="王明", name_tokens=tokens, register="dibao.xlsx", sheet="", row=3)
    town.keep(zhang)

    assert who(people, town, "王明") == ["wang ming", "far", "zhang", "wang ming dong", "wang xiao ming"]
    assert [row.other_names for row in town.finds("王明").people[:3]] == [[], [], ["王明"]]


def test_people_of_other_areas_are_masked(people: dict[str, Person], town: Town) -> None:
    near, far, *_ = town.finds("王明").people

    assert (near.name, near.readable) == ("王明", True)
    assert (far.name, far.readable, far.areas) == ("王*", False, [XIGANG])
    assert near.id_number.startswith("2102**********")
    zhang = town.finds("张伟").people[0]
    assert (zhang.phone, zhang.address) == ("138****5678", "大连市中山区人民路****")


def test_relatives_are_not_found(people: dict[str, Person], town: Town) -> None:
    own = an_official(town.office, "ming", caseworker=("*",))
    own = replace(own, relatives=frozenset({people["wang ming"].id}))

    assert people["wang ming"].id not in [row.person for row in town.finds("王明", own).people]


def test_who_was_erased_is_not_found(people: dict[str, Person], town: Town) -> None:
    town.office.vault.destroy(people["zhang"].id)

    assert who(people, town, "张伟") == []


def test_people_of_the_readers_areas_are_read_first(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(1, 6):
        town.settle("李静", "1980-01-01", number, area=XIGANG)
    near = town.settle("李静", "1990-01-01", 6)
    monkeypatch.setattr("audit_service.desks.needy.search.FOUND_AT_MOST", 2)
    monkeypatch.setattr("audit_service.desks.needy.search.AT_ONCE", 3)

    answer = town.finds("李静")

    assert answer.people[0].person == near.id
    assert (len(answer.people), answer.more) == (2, True)
    assert not town.finds("李静 1990-01-01").more
    assert day("1990-01-01").year == town.finds("李静 1990-01-01").people[0].born_year


def test_somebody_without_a_number_is_found_by_name_only(people: dict[str, Person], town: Town) -> None:
    vault, identity = town.office.vault, person("found on the street")
    tokens = name_tokens(vault, "无名")
    nobody = Person.register(
        identity, an_act(), name="无名", id_number="", sex="male", born_year=1970, name_tokens=tokens
    )
    town.keep(nobody)

    [row] = town.finds("无名").people

    assert (row.person, row.id_number, row.areas, row.readable) == (identity, "", [], True)
    assert town.found("无名 1970-05-06") == []


def test_no_more_are_looked_at_than_can_be_read(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, name in enumerate(("李静", "李静", "李静文"), start=1):
        town.settle(name, "1980-01-01", number)
    monkeypatch.setattr("audit_service.desks.needy.search.LOOKED_AT", 2)

    answer = town.finds("李静")

    assert [row.name for row in answer.people] == ["李静", "李静"]
    assert answer.more


def test_what_has_ended_is_told_by_its_area_only(town: Town) -> None:
    wang = town.settle("王明")
    household = Household.form("H-0009", XIGANG, an_act())
    household.join(wang.id, "子", an_act())
    household.leave(wang.id, an_act())
    claim = {"household": None, "head": wang.id, "people": (wang.id,), "members": 1, "monthly_income": 0}
    once = a_case_taken_over(number="LS-1", programme="temporary", **claim)
    town.keep(household, once)

    [row] = town.finds("王明").people

    assert row.areas == [ZHONGSHAN, XIGANG]
    assert len(row.households) == 1
    assert row.programmes == []


def test_who_was_only_visited_belongs_to_the_area_of_the_visit(town: Town) -> None:
    tokens = name_tokens(town.office.vault, "周全")
    town.keep(
        a_person("visited", name="周全", name_tokens=tokens),
        a_visit_taken_over(area=XIGANG, person=person("visited")),
    )

    [row] = town.finds("周全").people

    assert (row.name, row.areas, row.readable) == ("周*", [XIGANG], False)
