from typing import Any

import pytest

from domain.errors.catalogue import Element
from domain.errors.correction_refusals import (
    CannotSeeToIt,
    CaseToBeCorrected,
    DueInThePast,
    EscalatedAlready,
    NoItems,
    NoPersons,
    NotAtThisStage,
    NotNamed,
    NotOverdue,
    ObjectedAlready,
    ObjectionOpen,
)
from domain.errors.error_record import ErrorRecord
from domain.errors.refusals import NotNow, ReasonMissing, UnknownCode, WordsMissing
from domain.errors.state import Notice, Stage, State
from domain.refusal import Refused
from tests.builders import CASEWORKER, COLLEAGUE, MANAGER, an_act, day
from tests.error_builders import (
    ISSUER,
    REVIEWER,
    a_catalogue,
    a_classification,
    a_classified_error,
    a_completed_error,
    a_notice,
    a_notified_error,
    a_planned_error,
    a_reviewers_act,
    a_substantiated_error,
    an_acknowledged_error,
    an_arbiters_act,
    an_edition,
    an_error_objected_to,
    an_issuers_act,
)
from tests.history import given, recorded, refused


def test_a_notice_says_what_is_to_be_put_right_by_whom_and_by_when() -> None:
    error = given(a_classified_error())

    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice())

    assert recorded(error) == [ErrorRecord.NoticeIssued]
    assert (error.state, error.stage) == (State.CORRECTING, Stage.NOTIFIED)
    assert error.notice == Notice(
        number="JC210202-2021-0001",
        items=("fact_correction", "training"),
        persons=(CASEWORKER,),
        issued_by=ISSUER,
        issued_on=day("2021-09-06"),
        due_on=day("2021-09-30"),
    )


@pytest.mark.parametrize("item", ["fact_correction", "redetermination"])
def test_what_is_put_right_in_the_case_is_asked_for_so(item: str) -> None:
    element = Element("E03", "Heating allowance wrong", ("under",), "Determine again", corrects_case=True)
    error = given(a_substantiated_error())
    error.classify(a_classification(), a_catalogue(an_edition(elements=(element,))), a_reviewers_act())
    elsewhere = a_notice(items=("training", "back_payment"))

    with refused(error, CaseToBeCorrected, "is put right in the case"):
        error.issue_notice("JC210202-2021-0001", an_issuers_act(), **elsewhere)
    error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice(items=("training", item)))

    assert [event.TOPIC for event in recorded(error)] == ["error.classified", "error.notice_issued"]


def test_a_notice_may_be_due_on_the_day_it_is_issued() -> None:
    assert a_notified_error(due_on=day("2021-09-06")).stage is Stage.NOTIFIED


@pytest.mark.parametrize(
    ("notice", "refusal", "sentence"),
    [
        ({"items": ()}, NoItems, "asks for nothing"),
        (
            {"items": ("training", "flogging")},
            UnknownCode,
            "no entry flogging. Choose one of: Correct the fact",
        ),
        ({"persons": ()}, NoPersons, "names nobody"),
        ({"due_on": day("2021-09-05")}, DueInThePast, "by 2021-09-05 any more. Choose 2021-09-06"),
    ],
)
def test_a_notice_that_nobody_can_keep_is_not_issued(
    notice: dict[str, Any], refusal: type[Refused], sentence: str
) -> None:
    error = given(a_classified_error())

    with refused(error, refusal, sentence):
        error.issue_notice("JC210202-2021-0001", an_issuers_act(), **a_notice(**notice))


def test_one_notice_is_in_force_and_only_of_what_is_classified() -> None:
    notified, substantiated = given(a_notified_error()), given(a_substantiated_error())

    with refused(notified, NotNow, "it is: Being put right"):
        notified.issue_notice("JC210202-2021-0002", an_issuers_act(), **a_notice())
    with refused(substantiated, NotNow, "it is: Substantiated"):
        substantiated.issue_notice("JC210202-2021-0002", an_issuers_act(), **a_notice())


def test_who_is_named_acknowledges_the_notice() -> None:
    error = given(a_notified_error())

    error.acknowledge(an_act("2021-09-07"))

    assert recorded(error) == [ErrorRecord.NoticeAcknowledged]
    assert error.stage is Stage.ACKNOWLEDGED


def test_a_manager_acknowledges_for_an_official_who_cannot_and_nobody_else() -> None:
    error = given(a_notified_error())

    with refused(error, NotNamed, "JC210202-2021-0001 does not name you"):
        error.acknowledge(an_act("2021-09-07", by=COLLEAGUE))

    error.acknowledge(an_act("2021-09-07", by=COLLEAGUE, role="manager"))
    assert error.stage is Stage.ACKNOWLEDGED


def test_who_issued_a_notice_acknowledges_it_only_where_it_names_them() -> None:
    error, own = given(a_notified_error()), given(a_notified_error(persons=(CASEWORKER, ISSUER)))
    act = an_issuers_act("2021-09-07")

    with refused(error, NotNamed, "does not name you"):
        error.acknowledge(act)
    own.acknowledge(act)

    assert recorded(own) == [ErrorRecord.NoticeAcknowledged]


def test_a_notice_names_nobody_whose_part_keeps_them_from_carrying_it_out() -> None:
    error = given(a_classified_error())

    with refused(
        error,
        CannotSeeToIt,
        "sun cannot see to it, as nobody does both: “Look into the error and classify it” and “Carry the"
        " correction out”. They had their part on 2021-09-03: Substantiation begun. Name another official.",
    ):
        error.check_named(REVIEWER, "sun")
    for person_named in (CASEWORKER, MANAGER, ISSUER, COLLEAGUE):
        error.check_named(person_named, "anybody else")


def test_a_notice_is_acknowledged_once() -> None:
    acknowledged, classified = given(an_acknowledged_error()), given(a_classified_error())

    with refused(acknowledged, NotAtThisStage, "CC210202-2021-0001, it is: Notice acknowledged"):
        acknowledged.acknowledge(an_act("2021-09-08"))
    with refused(classified, NotNow):
        classified.acknowledge(an_act("2021-09-08"))


@pytest.mark.parametrize("build", [a_notified_error, an_acknowledged_error, a_planned_error])
def test_who_is_named_objects_until_it_is_done(build: Any) -> None:
    error = given(build())

    error.object_to_notice("Nobody told me of the child.", an_act("2021-09-10"))

    assert recorded(error) == [ErrorRecord.NoticeObjectedTo]
    assert error.objection_open


def test_nobody_else_objects_nor_without_words_nor_too_late() -> None:
    error, completed = given(a_notified_error()), given(a_completed_error())

    with refused(error, NotNamed):
        error.object_to_notice("Not so.", an_act("2021-09-10", by=COLLEAGUE, role="manager"))
    with refused(error, WordsMissing):
        error.object_to_notice("", an_act("2021-09-10"))
    with refused(completed, NotAtThisStage, "it is: Completed"):
        completed.object_to_notice("Not so.", an_act("2021-09-16"))


def test_while_an_objection_is_open_nothing_else_is_done_with_the_notice() -> None:
    error = given(an_error_objected_to(due_on=day("2021-09-08")))
    act = an_act("2021-09-09")

    with refused(error, ObjectionOpen, "objection to notice JC210202-2021-0001 is not decided on"):
        error.object_to_notice("Once more.", act)
    with refused(error, ObjectionOpen):
        error.acknowledge(act)
    with refused(error, ObjectionOpen):
        error.escalate("Fictional Bureau", act)


def test_an_objection_that_is_right_makes_the_notice_void() -> None:
    error = given(an_error_objected_to())

    error.decide_objection(an_arbiters_act(), upheld=True)

    assert recorded(error) == [ErrorRecord.ObjectionDecided]
    assert (error.state, error.stage, error.notice) == (State.CLASSIFIED, None, None)


def test_after_a_void_notice_another_is_issued_and_may_be_objected_to() -> None:
    error = an_error_objected_to()
    error.decide_objection(an_arbiters_act(), upheld=True)

    error.issue_notice("JC210202-2021-0002", an_issuers_act("2021-09-10"), **a_notice())
    error.object_to_notice("Still nobody told me.", an_act("2021-09-11"))

    assert error.objection_open


@pytest.mark.parametrize(
    ("build", "stage"),
    [
        (a_notified_error, Stage.NOTIFIED),
        (an_acknowledged_error, Stage.ACKNOWLEDGED),
        (a_planned_error, Stage.PLANNED),
    ],
)
def test_after_an_objection_that_is_not_right_the_correction_goes_on(build: Any, stage: Stage) -> None:
    error = build()
    error.object_to_notice("Nobody told me of the child.", an_act("2021-09-10"))

    error.decide_objection(an_arbiters_act("2021-09-11"), upheld=False)

    assert (error.state, error.stage) == (State.CORRECTING, stage)
    with refused(error, ObjectedAlready, "objection to notice JC210202-2021-0001 was decided on"):
        error.object_to_notice("Still.", an_act("2021-09-12"))


def test_an_objection_is_decided_on_with_a_reason() -> None:
    objected_to, notified = given(an_error_objected_to()), given(a_notified_error())

    with refused(objected_to, ReasonMissing):
        objected_to.decide_objection(an_arbiters_act(because=""), upheld=True)
    with refused(notified, NotAtThisStage, "it is: Notice issued"):
        notified.decide_objection(an_arbiters_act(), upheld=True)


def test_an_overdue_notice_goes_to_the_units_above_one_after_the_other() -> None:
    error = given(a_planned_error())
    overdue = an_issuers_act("2021-10-01")

    with refused(error, NotOverdue, "JC210202-2021-0001 is due on 2021-09-30"):
        error.escalate("Fictional Bureau", an_issuers_act("2021-09-30"))
    error.escalate("Fictional Bureau", overdue)
    with refused(error, EscalatedAlready, "went to Fictional Bureau already"):
        error.escalate("Fictional Bureau", overdue)
    with refused(error, WordsMissing):
        error.escalate(" ", overdue)
    error.escalate("Fictional Ministry", overdue)

    assert recorded(error) == [ErrorRecord.NoticeEscalated] * 2
    assert error.escalated_to == ("Fictional Bureau", "Fictional Ministry")


def test_what_is_done_is_not_overdue() -> None:
    error = given(a_completed_error())

    with refused(error, NotAtThisStage, "it is: Completed"):
        error.escalate("Fictional Bureau", an_issuers_act("2021-10-01"))
