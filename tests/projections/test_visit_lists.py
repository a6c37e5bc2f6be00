"""Visits by day, narrowed by where, when, to whom, by whom, and by what stood out."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import Connection

from domain.identities import household_id
from domain.needy.household import Household
from projections.needy_register import needy_register
from projections.visit_ledger import visit_ledger
from projections.visit_lists import Place, Sought, is_apart, listed, numbers_of, tallied
from tests.builders import CASEWORKER, PULANDIAN, ZHONGSHAN, an_act, day, person
from tests.visit_builders import (
    LI,
    WANG,
    a_missed_visit,
    a_planned_visit,
    a_visit,
    a_visit_taken_over,
)

Shown = Callable[..., Connection]


def numbers(db: Connection, after: Place | None = None, limit: int = 50, **sought: Any) -> list[str]:
    return [row.number for row in listed(db, Sought(**sought), after=after, limit=limit)]


def a_household() -> Household:
    household = Household.form("H-0001", ZHONGSHAN, an_act())
    household.join(person("head"), "head", an_act())
    return household


def test_the_latest_visit_stands_first(shown: Shown) -> None:
    db = shown(
        visit_ledger, a_visit("ZF-2", "2021-05-10"), a_visit("ZF-3", "2021-05-10"), a_visit_taken_over()
    )

    assert numbers(db) == ["ZF-3", "ZF-2", "ZF-4"]
    assert numbers(db, limit=2) == ["ZF-3", "ZF-2"]
    assert numbers(db, Place(day("2021-05-10"), "ZF-3")) == ["ZF-2", "ZF-4"]
    assert numbers(db, Place(day("2021-04-16"), "ZF-4")) == []


def test_what_is_due_first_stands_first(shown: Shown) -> None:
    db = shown(visit_ledger, a_planned_visit("ZF-1", "2021-06-02"), a_planned_visit("ZF-2", "2021-06-01"))

    assert numbers(db, state="planned") == ["ZF-2", "ZF-1"]
    assert numbers(db, Place(day("2021-06-01"), "ZF-2"), state="planned") == ["ZF-1"]


def test_visits_are_looked_for(shown: Shown) -> None:
    elsewhere = a_visit("ZF-9", area=PULANDIAN, case_number="DB-1")
    db = shown(visit_ledger, a_visit(), a_missed_visit(), a_visit_taken_over(), elsewhere)

    assert numbers(db, areas=[PULANDIAN]) == ["ZF-9"]
    assert numbers(db, areas=[]) == []
    assert numbers(db, state="missed") == ["ZF-3"]
    assert numbers(db, case_number="DB-1") == ["ZF-9"]
    assert numbers(db, number="ZF-4") == ["ZF-4"]
    assert numbers(db, number="ZF_4") == []
    assert numbers(db, since=date(2021, 5, 10)) == ["ZF-9", "ZF-2"]
    assert numbers(db, until=date(2021, 4, 16)) == ["ZF-4"]
    assert numbers(db, observation="expenses") == ["ZF-9", "ZF-2"]
    assert numbers(db, observation="expense") == []
    assert numbers(db, cadre=LI) == ["ZF-9", "ZF-2", "ZF-3"]
    assert numbers(db, cadre=WANG, person=person("head")) == ["ZF-4"]
    assert numbers(db, official=CASEWORKER, state="missed") == ["ZF-3"]


def test_visits_to_a_household_are_those_to_its_members_too(shown: Shown) -> None:
    shown(needy_register, a_household())
    db = shown(
        visit_ledger, a_visit(), a_visit_taken_over(), a_visit_taken_over(number="ZF-5", person=person("x"))
    )

    assert numbers(db, household=household_id("H-0001")) == ["ZF-2", "ZF-4"]
    assert numbers(db, household=household_id("H-0002")) == []


def test_visits_to_relatives_and_those_they_live_with_are_left_out(shown: Shown) -> None:
    household = a_household()
    household.join(person("child"), "child", an_act())
    shown(needy_register, household)
    unknown = a_visit("ZF-6", household=None, named="Zhao")
    db = shown(visit_ledger, a_visit(), a_visit_taken_over(), unknown)

    assert numbers(db, apart_from=[person("child")]) == ["ZF-6"]
    assert not is_apart(db, a_visit().id, [person("child")])
    assert is_apart(db, a_visit().id, [person("stranger")])
    assert numbers(db, apart_from=[person("stranger")]) == ["ZF-6", "ZF-2", "ZF-4"]


def test_visits_are_counted_by_state(shown: Shown) -> None:
    db = shown(
        visit_ledger, a_visit(), a_visit_taken_over(), a_missed_visit(), a_visit("ZF-8", area=PULANDIAN)
    )

    assert tallied(db, Sought(areas=[ZHONGSHAN])) == {"made": 2, "missed": 1}


def test_visits_are_told_by_their_numbers_to_whom_they_are_open(shown: Shown) -> None:
    shown(needy_register, a_household())
    here, there = a_visit(), a_visit("ZF-9", area=PULANDIAN, household=None, named="Zhao")
    some = [here.id, there.id, person("nobody")]
    db = shown(visit_ledger, here, there, a_missed_visit())

    assert numbers_of(db, some, Sought()) == {here.id: "ZF-2", there.id: "ZF-9"}
    assert numbers_of(db, some, Sought(areas=[PULANDIAN])) == {there.id: "ZF-9"}
    assert numbers_of(db, some, Sought(apart_from=[person("head")])) == {there.id: "ZF-9"}
    assert numbers_of(db, [], Sought()) == {}
