from collections.abc import Callable
from typing import Any

import pytest

from domain.cases.case import Case
from domain.cases.payment_refusals import (
    AmountFollowsFacts,
    AmountMissing,
    BeforeCase,
    DecidedSince,
    NothingDifferent,
    NotInPayment,
    UnexplainedAmount,
)
from domain.cases.reasons import ReasonMissing, UnknownReason
from domain.cases.state import State
from domain.kernel import Act
from tests.builders import (
    STANDARDS,
    a_case_taken_over,
    a_case_to_decide,
    a_confirmed_case,
    a_managers_act,
    a_standard,
    day,
    means,
    standards,
)
from tests.history import found, given, last, months, recorded, refused

JULY, SEPTEMBER = day("2021-07-01"), day("2021-09-01")

DECIDE: dict[str, Callable[[Case, Act], None]] = {
    "adjust": lambda case, act: case.adjust(STANDARDS, act, valid_from=JULY),
    "suspend": lambda case, act: case.suspend(STANDARDS, act, valid_from=JULY),
    "resume": lambda case, act: case.resume(STANDARDS, act, valid_from=JULY),
    "terminate": lambda case, act: case.terminate(STANDARDS, "moved", act, valid_from=JULY),
}


def a_grant() -> Case:
    return given(a_confirmed_case(means(kind=None, members=1), programme="elderly", granted=20000))


def a_suspended_case() -> Case:
    case = a_confirmed_case()
    case.suspend(STANDARDS, a_managers_act("2021-06-20"), valid_from=JULY)
    return given(case)


def test_payment_is_suspended_and_resumed() -> None:
    case = given(a_confirmed_case())

    case.suspend(STANDARDS, a_managers_act("2021-06-20"), valid_from=JULY)
    case.resume(STANDARDS, a_managers_act("2021-08-20"), valid_from=SEPTEMBER)

    assert recorded(case) == [Case.Suspended, Case.Determined, Case.Resumed, Case.Determined]
    assert months(case) == [75000, 0, 0, 84000, 84000]
    assert case.at(day("2021-08-01")).state is State.SUSPENDED
    assert case.state is State.IN_PAYMENT
    assert case.entitlement[1].arithmetic[0].label == "Suspended: nothing is paid"


def test_what_was_suspended_for_nothing_is_owed() -> None:
    case = a_suspended_case()

    case.resume(STANDARDS, a_managers_act("2021-08-20"), valid_from=JULY)

    assert found(case) == [84000, 84000]
    assert months(case) == [75000, 84000, 84000, 84000, 84000]


def test_a_late_suspension_is_owed_by_the_family() -> None:
    case = given(a_confirmed_case())

    case.suspend(STANDARDS, a_managers_act("2021-08-20"), valid_from=JULY)

    assert found(case) == [-84000, -84000]


def test_a_decision_is_not_slipped_in_before_a_later_one() -> None:
    case = a_suspended_case()

    with refused(case, DecidedSince, "Since 2021-07-01"):
        case.resume(STANDARDS, a_managers_act("2021-08-20"), valid_from=day("2021-06-30"))


def test_assistance_ends_and_what_was_to_come_falls_away() -> None:
    case = a_suspended_case()

    case.terminate(STANDARDS, "died", a_managers_act("2021-06-25"), valid_from=day("2021-06-15"))

    assert case.standing.entries[-1] == (day("2021-06-15"), State.TERMINATED)
    assert case.at(day("2021-06-30")).state is State.TERMINATED
    assert months(case) == [75000, 0, 0, 0, 0]
    assert case.entitlement[-1].arithmetic[0].label == "Terminated: nothing is paid"


def test_who_dies_before_the_first_payment_is_paid_nothing() -> None:
    case = given(a_confirmed_case())

    case.terminate(STANDARDS, "died", a_managers_act("2021-05-20"), valid_from=day("2021-05-15"))

    assert months(case) == [0, 0, 0, 0, 0]


def test_assistance_ends_for_a_reason_and_after_it_began() -> None:
    case = given(a_confirmed_case())

    with refused(case, UnknownReason, "no reason weather"):
        case.terminate(STANDARDS, "weather", a_managers_act(), valid_from=JULY)
    with refused(case, BeforeCase, "began on 2021-04-01"):
        case.terminate(STANDARDS, "died", a_managers_act(), valid_from=day("2021-03-31"))


@pytest.mark.parametrize("decide", DECIDE.values(), ids=DECIDE)
def test_what_is_not_paid_is_not_decided_on(decide: Callable[[Case, Act], None]) -> None:
    ended = a_confirmed_case()
    ended.terminate(STANDARDS, "died", a_managers_act("2021-06-25"), valid_from=JULY)
    once = a_confirmed_case(programme="temporary", granted=300000)

    for case in (given(ended), given(once), given(a_case_to_decide())):
        with refused(case, NotInPayment, "This cannot be done with case DB-0002"):
            decide(case, a_managers_act("2021-08-20"))


@pytest.mark.parametrize(("name", "case"), [("resume", a_confirmed_case()), ("suspend", a_suspended_case())])
def test_only_what_is_suspended_is_resumed_and_the_other_way_round(name: str, case: Case) -> None:
    case = case.copied()

    with refused(case, NotInPayment):
        DECIDE[name](case, a_managers_act("2021-08-20"))


@pytest.mark.parametrize("name", DECIDE)
def test_a_decision_has_its_reason_in_writing(name: str) -> None:
    case = a_suspended_case() if name == "resume" else given(a_confirmed_case())

    with refused(case, ReasonMissing):
        DECIDE[name](case, a_managers_act("2021-08-20", because=""))


def test_a_grant_is_adjusted_from_a_day_on() -> None:
    case = a_grant()

    case.adjust(
        STANDARDS, a_managers_act("2021-06-20", basis="fictional 2021-9"), valid_from=JULY, granted=25000
    )

    assert recorded(case) == [Case.Adjusted, Case.Determined]
    assert (last(case, Case.Adjusted).monthly_before, last(case, Case.Adjusted).monthly_amount) == (
        20000,
        25000,
    )
    assert months(case) == [20000, 25000, 25000, 25000, 25000]
    assert case.entitlement[-1].arithmetic[0].source == "fictional 2021-9"


@pytest.mark.parametrize(
    ("asked", "refusal"),
    [
        ({"granted": None}, AmountMissing),
        ({"granted": 0}, AmountMissing),
        ({"granted": -1}, AmountMissing),
        ({"granted": 20000}, NothingDifferent),
        ({"granted": 25000, "valid_from": day("2021-03-31")}, BeforeCase),
    ],
)
def test_a_grant_is_adjusted_to_another_amount(asked: dict[str, Any], refusal: Any) -> None:
    case = a_grant()

    with refused(case, refusal):
        case.adjust(STANDARDS, a_managers_act("2021-06-20"), **({"valid_from": JULY} | asked))


def test_a_computed_amount_is_adjusted_to_what_the_standards_give() -> None:
    before_the_raise = standards(
        a_standard("old", effective_from=day("2021-06-01"), published_on=day("2021-06-01"))
    )
    case = given(a_confirmed_case(catalogue=before_the_raise))
    raised = standards(*before_the_raise.published, a_standard("new", monthly_amount=80000))

    case.adjust(raised, a_managers_act("2021-06-20"), valid_from=JULY)

    assert months(case) == [84000, 90000, 90000, 90000, 90000]


def test_a_computed_amount_is_not_set_by_hand() -> None:
    case = given(a_confirmed_case())

    with refused(case, AmountFollowsFacts, "Record a change or a correction"):
        case.adjust(STANDARDS, a_managers_act("2021-06-20"), valid_from=JULY, granted=90000)
    with refused(case, NothingDifferent):
        case.adjust(STANDARDS, a_managers_act("2021-06-20"), valid_from=JULY)


def test_an_amount_taken_over_is_adjusted_by_the_kind_that_explains_it() -> None:
    case = given(a_case_taken_over())

    case.adjust(STANDARDS, a_managers_act("2021-06-20"), valid_from=JULY)

    assert last(case, Case.Adjusted).kind == "urban"
    assert months(case) == [75000, 84000, 84000, 84000, 84000]


def test_an_amount_that_nothing_explains_is_not_adjusted() -> None:
    case = given(a_case_taken_over(members=2))

    with refused(case, UnexplainedAmount, "the 750.00 taken over for 2 with an income of 1,500.00"):
        case.adjust(STANDARDS, a_managers_act("2021-06-20"), valid_from=JULY)
