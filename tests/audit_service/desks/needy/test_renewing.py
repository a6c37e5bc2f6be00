"""People of an earlier time, whose events hold the whole name and its characters under longer tokens."""

import pytest

from audit_service.desks.needy import renewing
from audit_service.desks.needy.renewing import renew_tokens
from domain.needy.person import Person
from tests.audit_service.desks.needy.conftest import Town
from tests.builders import an_act

NUMBER = "210299197005060015"


def of_an_earlier_time(town: Town, name: str, number: str) -> Person:
    """Somebody as they were entered before there were other ways."""
    vault = town.office.vault
    tokens = tuple(vault.blind_index("name", text) for text in (name, *name))
    person = Person.register(
        vault.person_identity(number),
        an_act(),
        name=name,
        id_number=number,
        sex="male",
        born_year=1970,
        name_tokens=tokens,
    )
    town.keep(person)
    return person


def test_people_of_an_earlier_time_are_found_in_all_ways_once_renewed(town: Town) -> None:
    wang = of_an_earlier_time(town, "王小明", NUMBER)
    assert town.found("王小明") == town.found("明") == [wang.id]
    assert town.found("小明") == town.found("wangxm") == town.found("0015") == []

    renewed = renew_tokens(town.office, an_act())
    town.keep()

    assert renewed == 1
    ways = ("王小明", "王明", "小明", "wangxm", "xiaoming", "0015 1970-05-06")
    assert {text: town.found(text) for text in ways} == {text: [wang.id] for text in ways}


def test_nobody_is_renewed_twice_or_without_need(town: Town) -> None:
    of_an_earlier_time(town, "王小明", NUMBER)
    town.settle("李静", phone="13812345678", address="人民路街道12号")
    told: list[tuple[int, int]] = []

    first = renew_tokens(town.office, an_act(), lambda done, everyone: told.append((done, everyone)))
    before = town.office.record.last_position()
    second = renew_tokens(town.office, an_act())

    assert (first, second) == (1, 0)
    assert town.office.record.last_position() == before
    assert told == [(2, 2)]


def test_names_given_later_are_renewed_too(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renewing, "AT_ONCE", 1)
    wang = of_an_earlier_time(town, "王小明", NUMBER)
    of_an_earlier_time(town, "赵大", "210299198001010023")
    wang = town.office.record.get(Person, wang.id)
    wang.correct_name(an_act(), before="王小明", after="王晓明")
    wang.name_otherwise(an_act(), name="汪晓明", name_tokens=(), register="r", sheet="", row=1)
    town.keep(wang)

    assert renew_tokens(town.office, an_act()) == 2
    town.keep()

    assert town.found("wangxm") == town.found("汪晓明") == [wang.id]


def test_who_was_erased_is_passed_over(town: Town) -> None:
    wang = of_an_earlier_time(town, "王小明", NUMBER)
    town.office.vault.destroy(wang.id)

    assert renew_tokens(town.office, an_act()) == 0
