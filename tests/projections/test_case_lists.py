from collections.abc import Callable
from typing import Any
from uuid import UUID

from sqlalchemy import Connection

from projections.case_lists import (
    Sought,
    cases_of,
    count_ongoing,
    listed,
    numbers_of,
    ongoing,
    programmes_of,
    tallied,
)
from projections.case_register import case_register
from projections.kin import closed_cases, near
from projections.needy_register import needy_register
from tests.builders import (
    PULANDIAN,
    STANDARDS,
    ZHONGSHAN,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_household,
    a_managers_act,
    an_act,
    day,
    person,
)

Show = Callable[..., Connection]


def test_cases_are_found_by_where_they_are_how_they_stand_and_whom_they_are_about(shown: Show) -> None:
    alone = person("somebody alone")
    rural = a_case_taken_over(
        number="DB-0009", area=PULANDIAN, household=None, head=alone, people=(alone,), members=1
    )
    suspended = a_confirmed_case(number="TK-0001")
    suspended.suspend(STANDARDS, a_managers_act("2021-06-20"), valid_from=day("2021-07-01"))
    db = shown(case_register, a_case_taken_over(), rural, suspended)

    def numbers(**sought: Any) -> list[str]:
        return [row.number for row in listed(db, Sought(**sought))]

    assert numbers() == ["DB-0001", "DB-0009", "TK-0001"]
    assert numbers(areas=[PULANDIAN]) == ["DB-0009"]
    assert numbers(areas=[]) == []
    assert numbers(state="suspended") == ["TK-0001"]
    assert numbers(programme="orphan") == []
    assert numbers(number="DB-") == ["DB-0001", "DB-0009"]
    assert numbers(people=[alone, person("nobody")]) == ["DB-0009"]
    assert [row.number for row in listed(db, Sought(), after="DB-0001", limit=1)] == ["DB-0009"]
    assert numbers_of(db, [rural.id, person("nobody")]) == {rural.id: "DB-0009"}
    assert numbers_of(db, [rural.id], areas=[ZHONGSHAN]) == {}


def test_cases_of_some_claimants_are_left_out(shown: Show) -> None:
    alone = person("somebody alone")
    rural = a_case_taken_over(number="DB-0009", household=None, head=alone, people=(alone,), members=1)
    shown(needy_register)
    db = shown(case_register, a_case_taken_over(), rural)

    def numbers(*apart_from: str, **sought: Any) -> list[str]:
        closed = {person(name) for name in apart_from}
        return [row.number for row in listed(db, Sought(apart_from=closed, **sought))]

    assert numbers("nobody") == ["DB-0001", "DB-0009"]
    assert numbers("spouse") == ["DB-0009"]
    assert numbers("child", "somebody alone") == []
    assert numbers("somebody alone", people=[alone]) == []
    assert [row.number for row in tallied(db, apart_from=[alone])] == [1]
    assert numbers_of(db, [rural.id], apart_from=[alone]) == {}
    assert numbers_of(db, [rural.id], apart_from=[person("child")]) == {rural.id: "DB-0009"}


def test_who_lives_in_the_household_closes_its_cases_until_they_leave(shown: Show) -> None:
    household, cousin = a_household(), person("cousin")
    case = a_case_taken_over(household=household.id)
    household.join(cousin, "other", an_act())
    shown(needy_register, household)
    db = shown(case_register, case, a_case_taken_over(number="DB-0009", household=None))

    def numbers(*people: UUID) -> list[str]:
        return [row.number for row in listed(db, Sought(apart_from=people))]

    before = numbers(cousin), closed_cases(db, [cousin]), near(db, [cousin])
    household.leave(cousin, an_act())
    shown(needy_register, household)

    assert before[:2] == (["DB-0009"], {case.id})
    assert before[2] == {cousin, *case.people, *household.members}
    assert (numbers(cousin), closed_cases(db, [cousin])) == (["DB-0001", "DB-0009"], set())
    assert (near(db, [cousin]), near(db, [])) == ({cousin}, set())


def test_cases_are_counted_by_area_programme_and_state(shown: Show) -> None:
    db = shown(case_register, a_case_taken_over(), a_case_taken_over(number="DB-0009"), a_confirmed_case())

    assert [tuple(row) for row in tallied(db)] == [(ZHONGSHAN, "dibao", "in payment", 3)]
    assert tallied(db, [PULANDIAN]) == []


def test_cases_that_have_not_ended_are_known(shown: Show) -> None:
    taken_over, refused = a_case_taken_over(), a_case_to_decide()
    refused.refuse("income", a_managers_act())
    db = shown(case_register, taken_over, refused)

    assert ongoing(db, "dibao", ZHONGSHAN) == [taken_over.id]
    assert [count_ongoing(db, "dibao", area) for area in (ZHONGSHAN, PULANDIAN)] == [1, 0]
    assert programmes_of(db, [person("head")], refused.id) == {"dibao"}
    assert programmes_of(db, [person("head")], taken_over.id) == set()


def test_the_cases_of_people_are_told_once_for_each_who_claims(shown: Show) -> None:
    head, spouse = person("head"), person("spouse")
    second = a_case_taken_over(number="DB-0009", people=(spouse,), head=spouse, members=1)
    db = shown(case_register, second, a_case_taken_over(), a_confirmed_case(number="DB-0002"))

    def told(*people: UUID) -> list[tuple[str, UUID]]:
        return [(row.number, row.person) for row in cases_of(db, people)]

    assert told(head) == [("DB-0001", head)]
    assert told(spouse) == [("DB-0001", spouse), ("DB-0002", spouse), ("DB-0009", spouse)]
    assert set(told(head, spouse)) == {*told(head), *told(spouse)}
    assert len(told(head, spouse)) == 4
    assert told(person("stranger")) == told() == []
