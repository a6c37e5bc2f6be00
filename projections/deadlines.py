"""What is due by when, for whom: reviews, correction notices, promised answers and queries of inspections.

That something is overdue is not kept: it follows from the day on which one looks.
"""

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.inspections.inspection import Inspection
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.tolerance.review import ToleranceReview
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.deadline_tables import (
    ANSWER,
    CORRECT,
    ERROR,
    ITS,
    QUESTION,
    clocks,
    deadlines,
    start,
    stop,
    subjects,
)
from projections.deadlines_of_inspections import HANDLED_OF_INSPECTIONS
from projections.deadlines_of_reviews import HANDLED_OF_REVIEWS
from projections.rows import Rows

__all__ = ["deadlines"]

HANDLED_OF_ERRORS = (
    ErrorRecord.Reported,
    ErrorRecord.NoticeIssued,
    ErrorRecord.ObjectionDecided,
    ErrorRecord.CorrectionCompleted,
    ErrorRecord.CorrectionRejected,
    ErrorRecord.Reopened,
)
HANDLED_OF_QUESTIONS = (
    Question.Raised,
    Question.TakenOver,
    Question.TakeoverWithdrawn,
    Question.Linked,
    Question.Assigned,
    Question.PromisePostponed,
    Question.Answered,
    Question.Reopened,
)

deadlines.ignores(*(kind for kind in ACCOUNTABILITY if kind not in {Inspection, ToleranceReview}))
deadlines.ignores(Case, Discovery, Document, ErrorCatalogue, GivenNumber, Household, Import, Lead)
deadlines.ignores(Official, Person, Standards, Visit)
deadlines.ignores(*(event for event in ErrorRecord.EVENTS if event not in HANDLED_OF_ERRORS))
deadlines.ignores(*(event for event in Inspection.EVENTS if event not in HANDLED_OF_INSPECTIONS))
deadlines.ignores(*(event for event in Question.EVENTS if event not in HANDLED_OF_QUESTIONS))
deadlines.ignores(*(event for event in ToleranceReview.EVENTS if event not in HANDLED_OF_REVIEWS))


@deadlines.on(ErrorRecord.Reported)
def report_error(rows: Rows, event: ErrorRecord.Reported) -> None:
    rows.add(
        subjects,
        subject=event.stream,
        kind=ERROR,
        number=event.number,
        area=event.area,
        case_id=event.case,
        household=event.household,
    )


@deadlines.on(ErrorRecord.NoticeIssued, touching=ITS)
def issue_notice(rows: Rows, event: ErrorRecord.NoticeIssued) -> None:
    rows.of(subjects, event.stream).notice = event.notice
    stop(rows, event, CORRECT)
    start(rows, event, CORRECT, event.due_on, *dict.fromkeys(event.persons))


@deadlines.on(ErrorRecord.ObjectionDecided, touching=ITS)
def decide_objection(rows: Rows, event: ErrorRecord.ObjectionDecided) -> None:
    if event.upheld:
        stop(rows, event, CORRECT)


@deadlines.on(ErrorRecord.CorrectionCompleted, ErrorRecord.Reopened, touching=ITS)
def complete(rows: Rows, event: ErrorRecord.CorrectionCompleted | ErrorRecord.Reopened) -> None:
    stop(rows, event, CORRECT)


@deadlines.on(ErrorRecord.CorrectionRejected, touching=ITS)
def reject(rows: Rows, event: ErrorRecord.CorrectionRejected) -> None:
    """What was reported as done is not: the notice goes on, for whom it named last."""
    known = [row for row in rows.under(clocks, event.stream) if row.step == CORRECT]
    last = max(row.since for row in known)
    for row in known:
        row.runs = row.since == last


@deadlines.on(Question.Raised, touching=ITS)
def raise_question(rows: Rows, event: Question.Raised) -> None:
    rows.add(
        subjects,
        subject=event.stream,
        kind=QUESTION,
        number=event.number,
        area=event.area,
        case_id=event.case,
        household=event.household,
        person=event.person,
    )
    start(rows, event, ANSWER, event.promised_on)


@deadlines.on(Question.TakenOver, touching=ITS)
def take_question_over(rows: Rows, event: Question.TakenOver) -> None:
    rows.add(
        subjects,
        subject=event.stream,
        kind=QUESTION,
        number=event.number,
        area=event.area,
        person=event.person,
    )
    if event.promised_on and not event.answered:
        start(rows, event, ANSWER, event.promised_on)


@deadlines.on(Question.TakeoverWithdrawn, touching=ITS)
def withdraw_question(rows: Rows, event: Question.TakeoverWithdrawn) -> None:
    for row in rows.under(clocks, event.stream):
        rows.remove(clocks, row)
    rows.remove(subjects, rows.of(subjects, event.stream))


@deadlines.on(Question.Linked, touching=ITS)
def link_question(rows: Rows, event: Question.Linked) -> None:
    row = rows.of(subjects, event.stream)
    row.person, row.household, row.case_id = event.person, event.household, event.case


@deadlines.on(Question.Assigned, touching=ITS)
def assign_question(rows: Rows, event: Question.Assigned) -> None:
    """The clock goes on as it ran, for whoever has the question now."""
    rows.of(subjects, event.stream).has = event.assignee
    running = [row for row in rows.under(clocks, event.stream) if row.runs]
    stop(rows, event, ANSWER)
    for row in running:
        start(rows, event, ANSWER, row.due_on, event.assignee)


@deadlines.on(Question.PromisePostponed, Question.Reopened, touching=ITS)
def promise_anew(rows: Rows, event: Question.PromisePostponed | Question.Reopened) -> None:
    has = rows.of(subjects, event.stream).has
    stop(rows, event, ANSWER)
    start(rows, event, ANSWER, event.promised_on, *([has] if has else []))


@deadlines.on(Question.Answered, touching=ITS)
def answer_question(rows: Rows, event: Question.Answered) -> None:
    row = rows.of(subjects, event.stream)
    row.has = row.has or event.by
    stop(rows, event, ANSWER)
