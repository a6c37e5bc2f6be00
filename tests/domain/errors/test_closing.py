from typing import Any

import pytest

from domain.errors.correction_refusals import (
    CorrectionOpen,
    NotClassified,
    NotCorrected,
    NotVerified,
)
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.money_refusals import NotSettled
from domain.errors.refusals import HadAPart, NotNow, ReasonMissing, WordsMissing
from domain.errors.state import State
from tests.builders import CASEWORKER, MANAGER, an_act, day
from tests.error_builders import (
    a_classified_error,
    a_closed_error,
    a_completed_error,
    a_correctors_act,
    a_dismissed_error,
    a_notified_error,
    a_planned_error,
    a_reported_error,
    a_reviewers_act,
    a_substantiated_error,
    a_verified_error,
    a_verifiers_act,
    an_acknowledged_error,
    an_error_looked_into,
    an_error_objected_to,
    of_no_money,
)
from tests.history import given, recorded, refused

MAY = day("2021-05-01")


def test_an_error_is_closed_when_its_correction_is_verified() -> None:
    error = given(a_verified_error())

    error.close(a_verifiers_act())

    assert recorded(error) == [ErrorRecord.Closed]
    assert error.state is State.CLOSED


@pytest.mark.parametrize(
    ("build", "stage"),
    [
        (a_notified_error, "Notice issued"),
        (an_acknowledged_error, "Notice acknowledged"),
        (an_error_objected_to, "Notice objected to"),
        (a_planned_error, "Plan submitted"),
    ],
)
def test_no_error_is_closed_while_its_correction_is_open(build: Any, stage: str) -> None:
    error = given(build())

    with refused(error, CorrectionOpen, f"correction of error CC210202-2021-0001 is open, it is: {stage}."):
        error.close(a_verifiers_act())


def test_no_error_is_closed_before_another_person_verified() -> None:
    error = given(a_completed_error())

    with refused(error, NotVerified, "Let another official verify it first"):
        error.close(a_verifiers_act())


@pytest.mark.parametrize(
    ("build", "state"),
    [
        (a_reported_error, "Reported"),
        (an_error_looked_into, "Being looked into"),
        (a_substantiated_error, "Substantiated"),
    ],
)
def test_no_error_is_closed_before_it_is_known_what_it_was(build: Any, state: str) -> None:
    error = given(build())

    with refused(error, NotClassified, f"Error CC210202-2021-0001 is: {state}."):
        error.close(a_verifiers_act())


@pytest.mark.parametrize(
    ("direction", "title"),
    [("under", "Paid too little"), ("over", "Paid too much"), ("both", "Paid too much and too little")],
)
def test_what_cost_money_is_not_closed_without_a_correction(direction: str, title: str) -> None:
    error = given(a_classified_error(direction=direction, amounts=()))

    with refused(error, NotCorrected, f"not put right: {title}."):
        error.close(a_verifiers_act())


@pytest.mark.parametrize("found", [of_no_money(), {"direction": "unknown", "amounts": ()}])
def test_what_cost_nothing_is_closed_for_a_reason(found: dict[str, Any]) -> None:
    error = given(a_classified_error(**found))

    with refused(error, ReasonMissing):
        error.close(a_verifiers_act(because=" "))
    error.close(a_verifiers_act())

    assert error.state is State.CLOSED


def test_no_error_is_closed_while_its_money_is_not_settled() -> None:
    error = a_verified_error()
    error.find_difference((MonthEntry(MAY, 75000, 153000),), (), a_correctors_act("2021-09-21"))

    with refused(error, NotSettled, "780.00"):
        error.close(a_verifiers_act("2021-09-22"))
    error.order_back_payment([MAY], 78000, a_correctors_act("2021-09-22"))
    with refused(error, NotSettled, "780.00"):
        error.close(a_verifiers_act("2021-09-22"))
    error.pay_back(78000, day("2021-09-23"), a_correctors_act("2021-09-23"))
    error.close(a_verifiers_act("2021-09-24"))

    assert error.state is State.CLOSED


@pytest.mark.parametrize("decider", [CASEWORKER, MANAGER])
def test_who_decided_does_not_close_their_own_error(decider: Any) -> None:
    error = given(a_verified_error())

    with refused(error, HadAPart, "“Take part in the decision” and “Close the error”"):
        error.close(an_act("2021-09-21", by=decider, role="manager"))


@pytest.mark.parametrize("build", [a_closed_error, a_dismissed_error])
def test_what_is_over_is_not_closed_again(build: Any) -> None:
    error = given(build())

    with refused(error, NotNow):
        error.close(a_verifiers_act("2021-09-21"))


@pytest.mark.parametrize("build", [a_closed_error, a_dismissed_error])
def test_an_error_is_opened_again_when_something_new_is_known(build: Any) -> None:
    error = given(build())

    error.reopen("The child was counted twice.", an_act("2021-10-01"))

    assert recorded(error) == [ErrorRecord.Reopened]
    assert error.state is State.REPORTED
    assert (error.stage, error.notice, error.verified_on, error.dismissed_for) == (None, None, None, "")
    assert not error.case_corrected


def test_what_was_done_before_is_remembered_when_it_is_opened_again() -> None:
    error = a_closed_error()
    error.reopen("The child was counted twice.", an_act("2021-10-01"))

    with refused(error, HadAPart, "on 2021-09-20: Correction verified"):
        error.begin_substantiation(a_verifiers_act("2021-10-02"))
    error.begin_substantiation(a_reviewers_act("2021-10-02"))

    assert error.state is State.UNDER_SUBSTANTIATION


def test_nothing_is_opened_again_without_a_new_fact_nor_while_it_is_open() -> None:
    closed, verified = given(a_closed_error()), given(a_verified_error())

    with refused(closed, WordsMissing):
        closed.reopen("", an_act("2021-10-01"))
    with refused(verified, NotNow):
        verified.reopen("The child was counted twice.", an_act("2021-10-01"))
