from collections.abc import Callable
from uuid import UUID

import pytest

from domain.cases.case import Case
from domain.cases.dissent import DECISIONS, Reservation
from domain.cases.refusals import DissentOnRecord, NotADecision, NothingDecided
from domain.kernel import Event
from tests.builders import (
    CASEWORKER,
    COLLEAGUE,
    MANAGER,
    STANDARDS,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    an_act,
    an_applied_case,
    day,
)
from tests.history import given, last, recorded, refused

CONFIRMED, SUSPENDED = 41, 47
DECIDED = (CONFIRMED, SUSPENDED)


def dissented(case: Case, decision: int = CONFIRMED, on: str = "2021-05-10", by: UUID = CASEWORKER) -> None:
    case.reserve_dissent(decision, "They own a shop.", an_act(on, by=by), decisions=DECIDED)


def test_several_may_reserve_their_opinion_on_a_decision() -> None:
    case = given(a_confirmed_case())

    dissented(case)
    dissented(case, by=COLLEAGUE)
    dissented(case, SUSPENDED, on="2021-06-20")

    first, second = case.dissents_from(CONFIRMED)
    assert (first.by, second.by) == (CASEWORKER, COLLEAGUE)
    assert case.dissents_from(SUSPENDED) == (Reservation(CASEWORKER, day("2021-06-20"), SUSPENDED),)
    assert recorded(case) == [Case.DissentReserved] * 3
    assert last(case, Case.DissentReserved).text == "They own a shop."


def test_an_opinion_is_reserved_once_and_stays() -> None:
    case = a_confirmed_case()
    dissented(case)
    case = given(case)

    with refused(case, DissentOnRecord, "on this decision on 2021-05-10. It stays"):
        dissented(case, on="2021-05-11")


def test_an_opinion_is_reserved_on_a_decision_of_this_case() -> None:
    case = given(a_confirmed_case())

    with refused(case, NotADecision, "no decision on this case at position 42"):
        dissented(case, CONFIRMED + 1)


@pytest.mark.parametrize("undecided", [an_applied_case, a_case_to_decide])
def test_before_a_decision_there_is_nothing_to_dissent_from(undecided: Callable[[], Case]) -> None:
    case = given(undecided())

    with refused(case, NothingDecided, "Nothing is decided"):
        dissented(case)


def test_an_order_is_objected_to_at_any_time_by_anyone() -> None:
    case = given(an_applied_case())

    case.object_to_order("The head of the office: refuse it.", "The means are unchecked.", an_act())
    case.object_to_order("The head of the office: refuse it.", "Nor was anyone there.", a_managers_act())

    assert [each.by for each in case.order_objections] == [CASEWORKER, MANAGER]
    assert case.dissents == ()
    assert recorded(case) == [Case.OrderObjectedTo] * 2
    assert last(case, Case.OrderObjectedTo).order == "The head of the office: refuse it."


def test_no_event_takes_back_what_was_said_against_a_decision() -> None:
    case = a_confirmed_case()
    dissented(case)
    case.object_to_order("Pay it today.", "The notice runs.", an_act())
    said = case.dissents, case.order_objections

    case.suspend(STANDARDS, a_managers_act("2021-06-20"), valid_from=day("2021-07-01"))
    case.terminate(STANDARDS, "moved", a_managers_act("2021-06-21"), valid_from=day("2021-07-01"))

    assert (given(case).dissents, case.order_objections) == said


@pytest.mark.parametrize("kind", DECISIONS)
def test_what_can_be_dissented_from_is_an_event_of_a_case(kind: type[Event]) -> None:
    assert kind in Case.EVENTS
