from typing import Any

import pytest

from domain.errors.correction_refusals import (
    CaseNotCorrected,
    DueInThePast,
    FollowedUpAlready,
    NoDifference,
    NotAtThisStage,
    NotVerified,
    ObjectionOpen,
    PlanTooLate,
    TooEarly,
)
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.refusals import NotNow, ReasonMissing, UnknownCode, WordsMissing
from domain.errors.state import Stage, State
from tests.builders import an_act, day
from tests.error_builders import (
    CATALOGUE,
    a_case_correction,
    a_classification,
    a_classified_error,
    a_closed_error,
    a_completed_error,
    a_correctors_act,
    a_notice,
    a_notified_error,
    a_planned_error,
    a_reviewers_act,
    a_substantiated_error,
    a_verified_error,
    a_verifiers_act,
    an_acknowledged_error,
    an_arbiters_act,
    an_error_objected_to,
    an_error_with_corrected_case,
    an_issuers_act,
    of_a_family_not_covered,
)
from tests.history import given, last, recorded, refused


def test_a_plan_says_how_and_by_when() -> None:
    error = given(an_acknowledged_error())

    error.submit_plan("Count the child.", an_act("2021-09-09"), done_by=day("2021-09-30"))

    assert recorded(error) == [ErrorRecord.PlanSubmitted]
    assert (error.stage, error.planned_for) == (Stage.PLANNED, day("2021-09-30"))


def test_a_plan_may_be_made_anew() -> None:
    error = given(a_planned_error())

    error.submit_plan("Count both children.", an_act("2021-09-10"), done_by=day("2021-09-25"))

    assert (error.stage, error.planned_for) == (Stage.PLANNED, day("2021-09-25"))


def test_a_plan_keeps_the_time_limit_until_it_is_over() -> None:
    error = given(an_acknowledged_error())

    with refused(error, PlanTooLate, "due on 2021-09-30"):
        error.submit_plan("Count the child.", an_act("2021-09-30"), done_by=day("2021-10-01"))
    with refused(error, DueInThePast, "by 2021-09-08 any more. Choose 2021-09-09"):
        error.submit_plan("Count the child.", an_act("2021-09-09"), done_by=day("2021-09-08"))
    error.submit_plan("Count the child.", an_act("2021-10-01"), done_by=day("2021-10-15"))

    assert error.planned_for == day("2021-10-15")


def test_a_plan_is_made_in_words_after_the_notice_is_acknowledged() -> None:
    acknowledged, notified = given(an_acknowledged_error()), given(a_notified_error())

    with refused(acknowledged, WordsMissing):
        acknowledged.submit_plan(" ", an_act("2021-09-09"), done_by=day("2021-09-20"))
    with refused(notified, NotAtThisStage, "it is: Notice issued"):
        notified.submit_plan("Count the child.", an_act("2021-09-09"), done_by=day("2021-09-20"))


@pytest.mark.parametrize("build", [a_notified_error, an_acknowledged_error, a_planned_error])
def test_a_family_does_not_wait_for_a_plan(build: Any) -> None:
    error = given(build())

    error.correct_case(act=a_correctors_act(), **a_case_correction())

    event = last(error, ErrorRecord.CaseCorrected)
    assert (event.monthly_before, event.monthly_amount) == (75000, 153000)
    assert error.case_corrected
    assert error.stage is build().stage


def test_a_case_is_corrected_in_a_known_way_and_at_its_time() -> None:
    planned, classified = given(a_planned_error()), given(a_classified_error())
    objected_to, completed = given(an_error_objected_to()), given(a_completed_error())

    with refused(planned, UnknownCode, "no entry forged. Choose one of: A fact was corrected"):
        planned.correct_case(act=a_correctors_act(), **a_case_correction(change="forged"))
    with refused(classified, NotNow, "it is: Classified"):
        classified.correct_case(act=a_correctors_act(), **a_case_correction())
    with refused(objected_to, ObjectionOpen):
        objected_to.correct_case(act=a_correctors_act(), **a_case_correction())
    with refused(completed, NotAtThisStage):
        completed.correct_case(act=a_correctors_act(), **a_case_correction())


def test_what_is_done_is_reported() -> None:
    error = given(an_error_with_corrected_case())

    error.complete_correction(an_act("2021-09-15"))

    assert recorded(error) == [ErrorRecord.CorrectionCompleted]
    assert error.stage is Stage.COMPLETED


@pytest.mark.parametrize("item", ["fact_correction", "redetermination"])
def test_nothing_is_done_while_the_case_is_not_corrected(item: str) -> None:
    error = given(a_planned_error(items=("training", item)))

    with refused(error, CaseNotCorrected, "JC210202-2021-0001 asks for a correction of the case"):
        error.complete_correction(an_act("2021-09-15"))


def test_what_is_not_about_the_case_is_done_without_it() -> None:
    error = given(a_planned_error(items=("training", "process_fix")))

    error.complete_correction(an_act("2021-09-15"))

    assert error.stage is Stage.COMPLETED


@pytest.mark.parametrize("item", ["back_payment", "recovery"])
def test_money_is_not_put_right_while_nobody_knows_what_was_paid_wrongly(item: str) -> None:
    error = given(a_planned_error(items=("training", item)))

    with refused(error, NoDifference, "JC210202-2021-0001 asks for money to be put right, but no difference"):
        error.complete_correction(an_act("2021-09-15"))
    error.enter_difference([MonthEntry(day("2021-05-01"), 0, 78000)], a_correctors_act())
    error.complete_correction(an_act("2021-09-15"))

    assert error.stage is Stage.COMPLETED


def test_a_correction_of_the_case_that_changes_no_money_leaves_none_to_enter() -> None:
    error = an_error_with_corrected_case(items=("fact_correction", "back_payment"))

    error.complete_correction(an_act("2021-09-15"))

    assert (error.stage, error.ledger.months) == (Stage.COMPLETED, ())


def test_a_family_that_was_not_covered_has_no_case_to_correct() -> None:
    error = a_substantiated_error(**of_a_family_not_covered())
    error.classify(a_classification(element="E10"), CATALOGUE, a_reviewers_act())
    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice(items=("redetermination",)))
    error.acknowledge(an_act("2021-09-07"))
    error.submit_plan("Accept the application.", an_act("2021-09-08"), done_by=day("2021-09-20"))

    error.complete_correction(an_act("2021-09-15"))

    assert error.stage is Stage.COMPLETED


def test_a_case_corrected_under_a_void_notice_stays_corrected() -> None:
    error = a_notified_error()
    error.correct_case(act=a_correctors_act("2021-09-07"), **a_case_correction())
    error.object_to_notice("It is not mine to put right.", an_act("2021-09-08"))
    error.decide_objection(an_arbiters_act(), upheld=True)
    error.issue_notice("JC210202-2021-0002", an_issuers_act("2021-09-10"), **a_notice())
    error.acknowledge(an_act("2021-09-11"))
    error.submit_plan("It is done.", an_act("2021-09-12"), done_by=day("2021-09-12"))

    error.complete_correction(an_act("2021-09-12"))

    assert error.stage is Stage.COMPLETED


def test_a_correction_is_planned_before_it_is_done() -> None:
    error = given(an_acknowledged_error())

    with refused(error, NotAtThisStage, "it is: Notice acknowledged"):
        error.complete_correction(an_act("2021-09-15"))


def test_another_person_verifies() -> None:
    error = given(a_completed_error())

    error.verify_correction(a_verifiers_act())

    assert recorded(error) == [ErrorRecord.CorrectionVerified]
    assert (error.stage, error.verified_on) == (Stage.VERIFIED, day("2021-09-20"))
    assert error.is_corrected


def test_what_is_not_put_right_is_to_be_done_again() -> None:
    error = given(a_completed_error())

    error.reject_correction(a_verifiers_act())
    error.complete_correction(an_act("2021-09-21"))

    assert recorded(error) == [ErrorRecord.CorrectionRejected, ErrorRecord.CorrectionCompleted]
    assert (error.stage, error.is_corrected) == (Stage.COMPLETED, False)


def test_only_what_is_done_is_verified_or_rejected_with_a_reason() -> None:
    planned, completed = given(a_planned_error()), given(a_completed_error())

    with refused(planned, NotAtThisStage, "it is: Plan submitted"):
        planned.verify_correction(a_verifiers_act())
    with refused(planned, NotAtThisStage):
        planned.reject_correction(a_verifiers_act())
    with refused(completed, ReasonMissing):
        completed.reject_correction(a_verifiers_act(because=""))


@pytest.mark.parametrize("build", [a_verified_error, a_closed_error])
def test_somebody_looks_again_after_some_time(build: Any) -> None:
    error = given(build())
    state = error.state

    error.follow_up(30, a_verifiers_act("2021-10-20"), holds=True)
    error.follow_up(90, a_verifiers_act("2021-12-19"), holds=False)

    assert recorded(error) == [ErrorRecord.FollowedUp] * 2
    assert (error.state, error.followed_up) == (state, (30, 90))


def test_a_follow_up_has_its_time() -> None:
    error, completed = given(a_closed_error()), given(a_completed_error())

    with refused(error, TooEarly, "after 30 days is from 2021-10-20 on"):
        error.follow_up(30, a_verifiers_act("2021-10-19"), holds=True)
    with refused(error, TooEarly, "after 90 days is from 2021-12-19 on"):
        error.follow_up(90, a_verifiers_act("2021-10-20"), holds=True)
    with refused(error, UnknownCode, "no entry 60. Choose one of: 30, 90"):
        error.follow_up(60, a_verifiers_act("2021-12-20"), holds=True)
    with refused(completed, NotVerified, "CC210202-2021-0001 is not verified"):
        completed.follow_up(30, a_verifiers_act("2021-12-20"), holds=True)


def test_each_follow_up_is_done_once() -> None:
    error = a_closed_error()
    error.follow_up(30, a_verifiers_act("2021-10-20"), holds=True)

    with refused(error, FollowedUpAlready, "after 30 days is on record"):
        error.follow_up(30, a_verifiers_act("2021-10-21"), holds=True)

    assert error.state is State.CLOSED
