"""The question desk: every question that was put to the office, where it stands and by when it is answered.

That a question is overdue, and has gone up to the manager, is not kept: it follows from the promise and
the day on which one looks. So it is true at once and depends on nothing that has to run at night.
"""

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.questions.raising import ANSWERED, WAITING
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.question_tables import publications, question_desk, questions
from projections.rows import Rows

__all__ = ["question_desk"]

question_desk.ignores(*ACCOUNTABILITY)
question_desk.ignores(
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
    Standards,
    Visit,
)

SAME = ("number", "area", "topic", "channel", "text", "raised_on", "promised_on", "person", "visit")
"""Columns that hold what both events by which a question comes on record call by the same name."""


@question_desk.on(Question.Raised)
def raise_question(rows: Rows, event: Question.Raised) -> None:
    rows.add(
        questions,
        question=event.stream,
        raised=event.position,
        state=WAITING,
        household=event.household,
        case_id=event.case,
        case_number=event.case_number,
        first_promised_on=event.promised_on,
        **{name: getattr(event, name) for name in SAME},
    )


@question_desk.on(Question.TakenOver)
def take_over(rows: Rows, event: Question.TakenOver) -> None:
    """An answer of the ledger was given on the visit itself, and so in time."""
    rows.add(
        questions,
        question=event.stream,
        raised=event.position,
        state=ANSWERED if event.answered else WAITING,
        topic_is_proposed=True,
        first_promised_on=event.promised_on,
        answered_on=event.raised_on if event.answered else None,
        in_time=True if event.answered else None,
        **{name: getattr(event, name) for name in SAME},
    )


@question_desk.on(Question.TakeoverWithdrawn)
def withdraw_takeover(rows: Rows, event: Question.TakeoverWithdrawn) -> None:
    rows.remove(questions, rows.of(questions, event.stream))


@question_desk.on(Question.Sorted)
def sort(rows: Rows, event: Question.Sorted) -> None:
    row = rows.of(questions, event.stream)
    row.topic, row.topic_is_proposed = event.topic, False
    published = rows.find(publications, event.stream)
    if published:
        published.topic = event.topic


@question_desk.on(Question.Assigned)
def assign(rows: Rows, event: Question.Assigned) -> None:
    rows.of(questions, event.stream).assignee = event.assignee


@question_desk.on(Question.Linked)
def link(rows: Rows, event: Question.Linked) -> None:
    row = rows.of(questions, event.stream)
    row.person, row.household = event.person, event.household
    row.case_id, row.case_number = event.case, event.case_number


@question_desk.on(Question.PersonCorrected)
def correct_person(rows: Rows, event: Question.PersonCorrected) -> None:
    rows.of(questions, event.stream).person = event.after


@question_desk.on(Question.PromisePostponed)
def postpone(rows: Rows, event: Question.PromisePostponed) -> None:
    row = rows.of(questions, event.stream)
    row.promised_on = event.promised_on
    row.first_promised_on = row.first_promised_on or event.promised_on


@question_desk.on(Question.Answered)
def answer(rows: Rows, event: Question.Answered) -> None:
    row = rows.of(questions, event.stream)
    row.state, row.answered_on = ANSWERED, event.on
    row.in_time = row.first_promised_on is None or event.on <= row.first_promised_on
    row.assignee = row.assignee or event.by
    row.look_again_on = event.look_again_on


@question_desk.on(Question.FollowedUp)
def follow_up(rows: Rows, event: Question.FollowedUp) -> None:
    rows.of(questions, event.stream).look_again_on = event.look_again_on


@question_desk.on(Question.Reopened)
def reopen(rows: Rows, event: Question.Reopened) -> None:
    row = rows.of(questions, event.stream)
    row.state, row.promised_on = WAITING, event.promised_on
    row.first_promised_on = event.promised_on
    row.answered_on = row.in_time = row.look_again_on = None


@question_desk.on(Question.ApplicationOpened)
def open_application(rows: Rows, event: Question.ApplicationOpened) -> None:
    row = rows.of(questions, event.stream)
    row.case_id, row.case_number = event.case, event.case_number


@question_desk.on(Question.ErrorReported)
def report_error(rows: Rows, event: Question.ErrorReported) -> None:
    rows.of(questions, event.stream).error_number = event.error_number


@question_desk.on(Question.Published)
def publish(rows: Rows, event: Question.Published) -> None:
    row = rows.of(questions, event.stream)
    row.is_published = True
    rows.add(
        publications,
        question=event.stream,
        published=event.position,
        topic=row.topic,
        published_on=event.on,
        wording=event.question,
        answer=event.answer,
        wording_in_english=event.question_in_english,
        answer_in_english=event.answer_in_english,
    )


@question_desk.on(Question.PublicationWithdrawn)
def withdraw_publication(rows: Rows, event: Question.PublicationWithdrawn) -> None:
    rows.of(questions, event.stream).is_published = False
    rows.remove(publications, rows.of(publications, event.stream))
