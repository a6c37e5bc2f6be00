"""A plan is accepted by who asked for it; what the organ does about officials is on record with the error."""

import pytest

from domain.errors.accountability import Held
from domain.errors.accountability_refusals import (
    DecidedBeforeNoticed,
    DecisionOnRecord,
    NoticedLater,
    NoticeOnRecord,
    NotNoticed,
    PlanAcceptedAlready,
    PlanNotYours,
)
from domain.errors.error_record import ErrorRecord
from domain.errors.refusals import HadAPart, NotForThisRole, NotNow, WordsMissing
from domain.kernel import Act
from tests.builders import CASEWORKER, COLLEAGUE, a_managers_act, an_act, day, person
from tests.error_builders import (
    ISSUER,
    a_classified_error,
    a_dismissed_error,
    a_planned_error,
    an_arbiters_act,
    an_issuers_act,
)
from tests.history import events_of, given, recorded, refused


def of_the_organ(on: str = "2021-09-20") -> Act:
    return an_act(on, by=person("organ"), role="organ")


def test_who_asked_for_the_correction_accepts_its_plan_in_whatever_role() -> None:
    for act in (an_issuers_act(), an_act("2021-09-10", by=ISSUER), an_arbiters_act()):
        error = given(a_planned_error())

        error.accept_plan(act)

        assert recorded(error) == [ErrorRecord.PlanAccepted]
        assert error.plan_accepted
        with refused(error, PlanAcceptedAlready):
            error.accept_plan(act)


def test_nobody_else_accepts_it_nor_who_planned_or_decided() -> None:
    error = given(a_planned_error())

    with refused(error, PlanNotYours, "is accepted by who issued the notice, or by a manager"):
        error.accept_plan(an_act("2021-09-10", by=COLLEAGUE))
    with refused(error, HadAPart):
        error.accept_plan(an_act("2021-09-10", by=CASEWORKER))
    with refused(error, HadAPart, "Decision in question"):
        error.accept_plan(a_managers_act("2021-09-10"))
    with refused(error, NotForThisRole):
        error.accept_plan(of_the_organ())


def test_another_plan_is_accepted_anew() -> None:
    error = given(a_planned_error())
    error.accept_plan(an_issuers_act())

    error.submit_plan("Another way.", an_act("2021-09-11"), done_by=day("2021-09-22"))

    assert not error.plan_accepted


def test_notice_comes_first_then_the_decision_each_once() -> None:
    error = given(a_classified_error())
    noticed_on, decided_on = day("2021-09-15"), day("2021-09-18")

    with refused(error, NotNoticed):
        error.decide_accountability(CASEWORKER, "fictional 2", of_the_organ(), decided_on=decided_on)
    error.notice_accountability(CASEWORKER, "fictional 1", of_the_organ(), noticed_on=noticed_on)
    with refused(error, NoticeOnRecord):
        error.notice_accountability(CASEWORKER, "fictional 1", of_the_organ(), noticed_on=noticed_on)
    with refused(error, DecidedBeforeNoticed):
        before = day("2021-09-14")
        error.decide_accountability(CASEWORKER, "fictional 2", of_the_organ(), decided_on=before)
    error.notice_accountability(COLLEAGUE, "fictional 3", of_the_organ(), noticed_on=noticed_on)
    error.decide_accountability(CASEWORKER, "fictional 2", of_the_organ(), decided_on=decided_on)
    with refused(error, DecisionOnRecord, "decided on 2021-09-18 already"):
        error.decide_accountability(CASEWORKER, "fictional 2", of_the_organ(), decided_on=decided_on)

    first, later, decision = (event.itself for event in events_of(error))
    assert error.held == (
        Held(CASEWORKER, noticed_on, first, decided_on, decision),
        Held(COLLEAGUE, noticed_on, later),
    )


def test_nothing_is_noted_that_is_to_come_or_has_no_reference() -> None:
    error = given(a_classified_error())
    error.notice_accountability(CASEWORKER, "1", of_the_organ(), noticed_on=day("2021-09-15"))

    with refused(error, NoticedLater):
        error.notice_accountability(COLLEAGUE, "2", of_the_organ(), noticed_on=day("2021-09-21"))
    with refused(error, NoticedLater):
        error.decide_accountability(CASEWORKER, "2", of_the_organ(), decided_on=day("2021-09-21"))
    with refused(error, WordsMissing):
        error.notice_accountability(COLLEAGUE, "", of_the_organ(), noticed_on=day("2021-09-15"))
    with refused(error, WordsMissing):
        error.decide_accountability(CASEWORKER, "", of_the_organ(), decided_on=day("2021-09-16"))


@pytest.mark.parametrize("role", ["clerk", "caseworker", "manager", "inspector", "operator"])
def test_only_the_organ_notes_it(role: str) -> None:
    error, act = given(a_classified_error()), an_act("2021-09-20", by=person("organ"), role=role)

    with refused(error, NotForThisRole):
        error.notice_accountability(CASEWORKER, "fictional 1", act, noticed_on=day("2021-09-15"))


def test_nobody_is_held_to_account_for_what_was_no_error() -> None:
    error = given(a_dismissed_error())

    with refused(error, NotNow):
        error.notice_accountability(CASEWORKER, "1", of_the_organ(), noticed_on=day("2021-09-15"))
