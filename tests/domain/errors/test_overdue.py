from collections.abc import Callable

import pytest

from domain.errors.correction_refusals import HandedUpAlready, NotAtThisStage, NotOverdue, ObjectionOpen
from domain.errors.error_record import ErrorRecord
from domain.errors.refusals import NotNow
from domain.kernel import Act
from domain.refusal import Refused
from tests.builders import an_act, day, person
from tests.error_builders import (
    a_classified_error,
    a_completed_error,
    a_notice,
    a_notified_error,
    a_planned_error,
    an_acknowledged_error,
    an_arbiters_act,
    an_error_objected_to,
    an_issuers_act,
)
from tests.history import given, recorded, refused


def at_night(on: str) -> Act:
    """The service notices by itself."""
    return an_act(on, by=person("service"), role="service")


@pytest.mark.parametrize("late", [a_notified_error, an_acknowledged_error, a_planned_error])
def test_what_is_overdue_is_handed_up_once(late: Callable[[], ErrorRecord]) -> None:
    error = given(late())

    with refused(error, NotOverdue, "JC210202-2021-0001 is due on 2021-09-30"):
        error.hand_up(at_night("2021-09-30"))
    error.hand_up(at_night("2021-10-01"))
    with refused(error, HandedUpAlready, "due on 2021-09-30, was handed up already"):
        error.hand_up(at_night("2021-10-02"))

    assert recorded(error) == [ErrorRecord.HandedUp]
    assert error.handed_up_for == day("2021-09-30")


def test_a_later_day_that_was_planned_is_waited_for_as_well() -> None:
    error = given(a_planned_error())
    error.hand_up(at_night("2021-10-01"))
    error.submit_plan("By the 20th.", an_act("2021-10-08"), done_by=day("2021-10-20"))

    with refused(error, NotOverdue, "is due on 2021-10-20"):
        error.hand_up(at_night("2021-10-20"))
    error.hand_up(at_night("2021-10-21"))

    happened = [event.TOPIC for event in recorded(error)]
    assert happened == ["error.handed_up", "error.plan_submitted", "error.handed_up"]


def test_an_earlier_day_that_was_planned_is_not_the_one_it_is_due() -> None:
    error = given(an_acknowledged_error())
    error.submit_plan("By the 10th.", an_act("2021-09-08"), done_by=day("2021-09-10"))

    with refused(error, NotOverdue, "is due on 2021-09-30"):
        error.hand_up(at_night("2021-09-20"))


@pytest.mark.parametrize(
    ("made", "rule"),
    [
        (a_classified_error, NotNow),
        (an_error_objected_to, ObjectionOpen),
        (a_completed_error, NotAtThisStage),
    ],
)
def test_what_need_not_be_done_now_is_not_handed_up(
    made: Callable[[], ErrorRecord], rule: type[Refused]
) -> None:
    error = given(made())

    with refused(error, rule):
        error.hand_up(at_night("2022-01-10"))


def test_another_notice_is_handed_up_again() -> None:
    error = given(an_acknowledged_error())
    error.hand_up(at_night("2021-10-01"))
    error.object_to_notice("It was another unit.", an_act("2021-10-02"))
    error.decide_objection(an_arbiters_act("2021-10-03"), upheld=True)
    error.issue_notice("JC210202-2021-0002", an_issuers_act("2021-09-30"), **a_notice())

    error.hand_up(at_night("2021-10-04"))

    assert recorded(error).count(ErrorRecord.HandedUp) == 2
