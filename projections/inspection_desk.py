"""The inspection desk: every inspection, how far it has come, and what was found, asked and answered."""

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.identities import case_id
from domain.imports.imported import Import
from domain.inspections.discipline_lead import DisciplineLead
from domain.inspections.focus import NOT_SATISFIED, SATISFIED
from domain.inspections.inspection import Inspection
from domain.inspections.planning import COMMITTED, CONCLUDED, DRAWN, PLANNED, WITHDRAWN
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.tolerance.lesson import Lesson
from domain.tolerance.prior_filing import PriorFiling
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import ToleranceRules
from domain.visits.visit import Visit
from projections.inspection_tables import (
    findings,
    inspection_desk,
    inspections,
    members,
    queries,
    results,
    sample,
)
from projections.rows import Rows

__all__ = ["inspection_desk"]

inspection_desk.ignores(DisciplineLead, Lesson, PriorFiling, ToleranceReview, ToleranceRules)
inspection_desk.ignores(
    Case,
    Discovery,
    Document,
    ErrorCatalogue,
    ErrorRecord,
    GivenNumber,
    Household,
    Import,
    Lead,
    Official,
    Person,
    Question,
    Standards,
    Visit,
)


@inspection_desk.on(Inspection.Planned)
def plan(rows: Rows, event: Inspection.Planned) -> None:
    rows.add(
        inspections,
        inspection=event.stream,
        position=event.position,
        number=event.number,
        title=event.title,
        state=PLANNED,
        areas=f" {' '.join(event.areas)} ",
        from_month=event.from_month,
        to_month=event.to_month,
        points=len(event.focus),
        planned_on=event.on,
    )
    for official in event.members:
        rows.add(members, inspection=event.stream, official=official)


@inspection_desk.on(Inspection.ExaminersAssigned, touching={members: "originator_id"})
def assign_examiners(rows: Rows, event: Inspection.ExaminersAssigned) -> None:
    """Who examines is a member from then on, also when others examine later."""
    for official in event.examiners:
        if rows.find(members, event.stream, official) is None:
            rows.add(members, inspection=event.stream, official=official)


@inspection_desk.on(Inspection.FrameCommitted)
def commit(rows: Rows, event: Inspection.FrameCommitted) -> None:
    row = rows.of(inspections, event.stream)
    row.state, row.frame_size = COMMITTED, event.size


@inspection_desk.on(Inspection.Drawn)
def draw(rows: Rows, event: Inspection.Drawn) -> None:
    row = rows.of(inspections, event.stream)
    row.state, row.drawn = DRAWN, event.drawn


@inspection_desk.on(Inspection.SampleListed)
def list_sample(rows: Rows, event: Inspection.SampleListed) -> None:
    row = rows.of(inspections, event.stream)
    for place, number in enumerate(event.case_numbers, start=row.listed + 1):
        rows.add(
            sample,
            inspection=event.stream,
            case_id=case_id(number),
            place=place,
            stratum=event.stratum,
            case_number=number,
        )
    row.listed += len(event.case_numbers)


@inspection_desk.on(
    Inspection.Examined,
    touching={sample: ("originator_id", "case"), results: ("originator_id", "case", "focus")},
)
def examine(rows: Rows, event: Inspection.Examined) -> None:
    satisfied = (event.result == SATISFIED) - (event.before == SATISFIED)
    not_satisfied = (event.result == NOT_SATISFIED) - (event.before == NOT_SATISFIED)
    for row in (rows.of(inspections, event.stream), rows.of(sample, event.stream, event.case)):
        row.satisfied += satisfied
        row.not_satisfied += not_satisfied
    known = rows.find(results, event.stream, event.case, event.focus)
    said = {
        "result": event.result,
        "text": event.text,
        "position": event.position,
        "examined_on": event.on,
        "examiner": event.by,
    }
    if known is None:
        rows.add(results, inspection=event.stream, case_id=event.case, focus=event.focus, **said)
        return
    for name, value in said.items():
        setattr(known, name, value)


@inspection_desk.on(Inspection.FindingRecorded, touching={sample: ("originator_id", "case")})
def record_finding(rows: Rows, event: Inspection.FindingRecorded) -> None:
    for row in (rows.of(inspections, event.stream), rows.of(sample, event.stream, event.case)):
        row.findings += 1
    rows.add(
        findings,
        inspection=event.stream,
        position=event.position,
        case_id=event.case,
        case_number=event.case_number,
        focus=event.focus,
        error_number=event.error_number,
        text=event.text,
        recorded_on=event.on,
        recorded_by=event.by,
    )


@inspection_desk.on(Inspection.QuerySent)
def send_query(rows: Rows, event: Inspection.QuerySent) -> None:
    rows.of(inspections, event.stream).open_queries += 1
    rows.add(
        queries,
        inspection=event.stream,
        query=event.query,
        asked_unit=event.asked_unit,
        case_number=event.case_number,
        text=event.text,
        sent_on=event.on,
        sent_by=event.by,
        due_on=event.due_on,
    )


@inspection_desk.on(Inspection.QueryAnswered, touching={queries: ("originator_id", "query")})
def answer_query(rows: Rows, event: Inspection.QueryAnswered) -> None:
    rows.of(inspections, event.stream).open_queries -= 1
    row = rows.of(queries, event.stream, event.query)
    row.answer, row.evidence = event.text, event.evidence
    row.answered_on, row.answered_by = event.on, event.by


@inspection_desk.on(Inspection.Concluded)
def conclude(rows: Rows, event: Inspection.Concluded) -> None:
    row = rows.of(inspections, event.stream)
    row.state, row.ended_on = CONCLUDED, event.on


@inspection_desk.on(Inspection.Withdrawn)
def withdraw(rows: Rows, event: Inspection.Withdrawn) -> None:
    row = rows.of(inspections, event.stream)
    row.state, row.ended_on = WITHDRAWN, event.on
