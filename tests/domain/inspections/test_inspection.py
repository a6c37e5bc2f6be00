"""An inspection is planned, examined by who was assigned, asks units, and is concluded when all is done."""

from typing import Any

import pytest

from domain.areas import UnknownArea
from domain.inspections.examination_refusals import (
    ActedInCase,
    AsksThemselves,
    FoundAlready,
    InOrder,
    NobodyExamines,
    NobodyThere,
    NotAFocus,
    NotAnExaminer,
    NotExaminedYet,
    NotInSample,
    NotThisUnit,
    QueriesOpen,
    QueryAnsweredAlready,
    SameResult,
    UnknownQuery,
    UnknownResult,
    WordsMissing,
)
from domain.inspections.focus import NOT_SATISFIED, NOT_YET, SATISFIED
from domain.inspections.inspection import Inspection
from domain.inspections.planning import CONCLUDED, PLANNED
from domain.inspections.refusals import (
    EndsBeforeItBegins,
    NotDrawn,
    NothingInspected,
    NotOfThisInspection,
    NotYetOver,
    Over,
    UnknownFocus,
)
from domain.refusal import Refused
from tests.builders import CASEWORKER, COLLEAGUE, day, person
from tests.history import given, last, recorded, refused
from tests.inspection_builders import (
    EXAMINER,
    INSPECTOR,
    a_concluded_inspection,
    a_drawn_inspection,
    a_plan,
    an_answer,
    an_examined_inspection,
    an_examiners_act,
    an_inspection,
    an_inspectors_act,
    ask_the_unit,
    looked,
    sampled,
)

SOMEBODY_ELSES = an_inspectors_act(by=COLLEAGUE)


def test_an_inspection_is_planned_with_who_plans_it() -> None:
    inspection = Inspection.plan(a_plan(members=(EXAMINER, INSPECTOR)), an_inspectors_act())

    assert (inspection.state, inspection.members) == (PLANNED, (INSPECTOR, EXAMINER))
    assert last(inspection, Inspection.Planned).from_month == day("2021-01-01")


@pytest.mark.parametrize(
    ("what", "refusal"),
    [
        ({"areas": ()}, NothingInspected),
        ({"focus": ()}, NothingInspected),
        ({"areas": ("999999",)}, UnknownArea),
        ({"focus": ("weather",)}, UnknownFocus),
        ({"to_month": day("2020-12-01")}, EndsBeforeItBegins),
        ({"to_month": day("2021-10-01")}, NotYetOver),
    ],
)
def test_no_plan_is_made_that_cannot_be_inspected(what: dict[str, Any], refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        Inspection.plan(a_plan(**what), an_inspectors_act())


def test_a_case_is_examined_and_examined_again() -> None:
    inspection = given(a_drawn_inspection())
    first = sampled(inspection)[0]
    left = inspection.left

    inspection.examine(looked(first), NOT_SATISFIED, "No payslip was seen.", an_examiners_act())
    inspection.examine(looked(first, before=NOT_SATISFIED), SATISFIED, "", an_examiners_act())

    assert (inspection.satisfied, inspection.not_satisfied, left - inspection.left) == (1, 0, 1)
    assert last(inspection, Inspection.Examined).before == NOT_SATISFIED


@pytest.mark.parametrize(
    ("what", "result", "refusal"),
    [
        ({"number": "DB-9999"}, SATISFIED, NotInSample),
        ({"focus": "payment"}, SATISFIED, NotAFocus),
        ({"acted": (day("2021-05-01"), "Assistance confirmed")}, SATISFIED, ActedInCase),
        ({}, "splendid", UnknownResult),
        ({}, NOT_YET, SameResult),
        ({}, NOT_SATISFIED, WordsMissing),
    ],
)
def test_nothing_else_is_examined(what: dict[str, Any], result: str, refusal: type[Refused]) -> None:
    inspection = given(a_drawn_inspection())

    with refused(inspection, refusal):
        inspection.examine(looked(**({"number": "DB-0001"} | what)), result, " ", an_examiners_act())


def test_only_who_was_assigned_examines() -> None:
    inspection = given(a_drawn_inspection())

    with refused(inspection, NotAnExaminer):
        inspection.examine(looked("DB-0001"), SATISFIED, "", an_inspectors_act())
    with refused(inspection, NobodyExamines):
        inspection.assign_examiners([], an_inspectors_act())
    with refused(inspection, NotOfThisInspection):
        inspection.assign_examiners([COLLEAGUE], SOMEBODY_ELSES)

    inspection.assign_examiners([INSPECTOR, INSPECTOR], an_inspectors_act())
    assert inspection.examiners == (INSPECTOR,)
    with refused(inspection, NotAnExaminer):
        inspection.examine(looked("DB-0001"), SATISFIED, "", an_examiners_act())


def test_nothing_is_examined_before_the_draw() -> None:
    inspection = given(an_inspection())

    with refused(inspection, NotDrawn):
        inspection.examine(looked("DB-0001"), SATISFIED, "", an_inspectors_act())


def test_a_finding_needs_something_that_is_not_in_order() -> None:
    inspection = given(a_drawn_inspection())
    first = sampled(inspection)[0]

    with refused(inspection, InOrder):
        inspection.record_finding(looked(first), person("error"), "CC-1", "Wrong.", an_examiners_act())

    inspection.record_finding(
        looked(first, before=NOT_SATISFIED), person("error"), "CC-1", "Wrong.", an_examiners_act()
    )
    assert recorded(inspection) == [Inspection.FindingRecorded]
    assert inspection.findings == 1


def test_a_unit_is_asked_and_answers() -> None:
    inspection = given(an_examined_inspection())

    ask_the_unit(inspection)
    inspection.answer_query(1, "It was forgotten.", "", an_answer())

    assert last(inspection, Inspection.QuerySent).due_on == day("2021-09-14")
    assert inspection.queries[0].answered_on == day("2021-09-08")


@pytest.mark.parametrize(
    ("query", "act", "refusal"),
    [
        (2, an_answer(), UnknownQuery),
        (1, an_answer(by=EXAMINER), AsksThemselves),
    ],
)
def test_only_the_unit_answers(query: int, act: Any, refusal: type[Refused]) -> None:
    inspection = an_examined_inspection()
    ask_the_unit(inspection)
    asking = given(inspection)

    with refused(asking, refusal):
        asking.answer_query(query, "Yes.", "", act)


def test_another_unit_does_not_answer_and_nobody_answers_twice() -> None:
    inspection = an_examined_inspection()
    ask_the_unit(inspection, unit="Another Street")
    ask_the_unit(inspection)
    inspection.answer_query(2, "Yes.", "", an_answer())
    asking = given(inspection)

    with refused(asking, NotThisUnit, "Another Street"):
        asking.answer_query(1, "Yes.", "", an_answer())
    with refused(asking, QueryAnsweredAlready, "2021-09-08"):
        asking.answer_query(2, "No.", "", an_answer())
    with refused(asking, NotOfThisInspection):
        ask_the_unit(asking, act=SOMEBODY_ELSES)


def test_it_is_concluded_when_everything_is_examined() -> None:
    inspection = given(an_examined_inspection())

    inspection.conclude("Mostly in order.", "", an_inspectors_act("2021-09-20"))

    concluded = last(inspection, Inspection.Concluded)
    assert (concluded.cases, concluded.satisfied, concluded.not_satisfied, concluded.findings) == (3, 5, 1, 1)
    assert (inspection.state, inspection.ended_on) == (CONCLUDED, day("2021-09-20"))


def test_it_is_not_concluded_early() -> None:
    begun = given(a_drawn_inspection())
    with refused(begun, NotExaminedYet, "6 points"):
        begun.conclude("Done.", "", an_inspectors_act())
    with refused(begun, NotOfThisInspection):
        begun.conclude("Done.", "", SOMEBODY_ELSES)

    asking = an_examined_inspection()
    ask_the_unit(asking)
    waiting = given(asking)
    with refused(waiting, QueriesOpen, "2021-09-14"):
        waiting.conclude("Done.", "", an_inspectors_act("2021-09-14"))
    waiting.conclude("Done, without their answer.", "", an_inspectors_act("2021-09-15"))


def test_nobody_is_asked_where_nobody_can_answer() -> None:
    inspection = given(an_inspection())

    with refused(inspection, NobodyThere, "One Street, Two Street"):
        ask_the_unit(inspection, unit="No Such Street", units=("One Street", "Two Street"))


def test_the_same_finding_is_recorded_once() -> None:
    inspection = given(an_examined_inspection())
    first = sampled(inspection)[0]
    again = looked(first, before=NOT_SATISFIED, found=frozenset({"CC-0001"}))

    with refused(inspection, FoundAlready, "CC-0001"):
        inspection.record_finding(again, person("error"), "CC-0001", "Once more.", an_examiners_act())
    inspection.record_finding(again, person("other"), "CC-0002", "Something else.", an_examiners_act())

    assert inspection.findings == 2


def test_what_is_concluded_stays_as_it_is() -> None:
    inspection = given(a_concluded_inspection())

    with refused(inspection, Over, "2021-09-20"):
        inspection.withdraw(an_inspectors_act("2021-09-21"))
    with refused(inspection, Over):
        inspection.conclude("Again.", "", an_inspectors_act("2021-09-21"))
    with refused(inspection, Over):
        ask_the_unit(inspection)
    with refused(inspection, Over):
        inspection.answer_query(1, "Yes.", "", an_answer(by=CASEWORKER))
