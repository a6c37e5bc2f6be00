"""Lessons drawn from determined matters, as they are looked for: their texts stay sealed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Column, Connection, Date, Index, Select, String, func, select
from sqlalchemy import Row as Found

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
from domain.standards.living_standard import Standards
from domain.tolerance.lesson import Lesson
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows

lessons = Projection("lessons", version=1)

told = lessons.table(
    "told",
    Column("lesson", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("review", Identity, nullable=False),
    Column("published", BigInteger, nullable=False),
    Column("published_on", Date, nullable=False),
    Column("published_by", Identity, nullable=False),
    Column("outcome", String, nullable=False),
    Column("element", String, nullable=False),
    Column("cause", String, nullable=False),
    Column("programme", String, nullable=False),
    Column("situations", String, nullable=False),
    Column("title", String, nullable=False),
    Column("happened", String, nullable=False),
    Column("led_to_it", String, nullable=False),
    Column("instead", String, nullable=False),
    Column("gone", Boolean, nullable=False, default=False),
    Index("by_publication", "published"),
    Index("by_number", "number"),
    Index("by_review", "review"),
    of=Lesson,
)
"""The texts are sealed. `situations` with a blank between; `published` is the position of the lesson."""

lessons.ignores(*(kind for kind in ACCOUNTABILITY if kind is not Lesson))
lessons.ignores(Case, Discovery, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Import)
lessons.ignores(Lead, Official, Person, Question, Standards, Visit)

AS_THEY_ARE = (
    *("number", "review", "outcome", "element", "cause", "programme"),
    *("title", "happened", "led_to_it", "instead"),
)
"""Fields of a lesson that the view shows as they are."""


@lessons.on(Lesson.Published)
def publish(rows: Rows, event: Lesson.Published) -> None:
    rows.add(
        told,
        lesson=event.stream,
        **{name: getattr(event, name) for name in AS_THEY_ARE},
        published=event.position,
        published_on=event.on,
        published_by=event.by,
        situations=" ".join(sorted(event.situations)),
    )


@lessons.on(Lesson.Withdrawn)
def withdraw(rows: Rows, event: Lesson.Withdrawn) -> None:
    rows.of(told, event.stream).gone = True


@dataclass(frozen=True, kw_only=True)
class SoughtLessons:
    """Which lessons are looked for; what is not said does not matter. What was withdrawn is not found."""

    element: str = ""
    cause: str = ""
    outcome: str = ""
    programme: str = ""
    situation: str = ""
    since: date | None = None
    until: date | None = None
    """The first day on which they were not published any more."""


def listed_lessons(
    db: Connection, sought: SoughtLessons, *, before: int | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return lessons, the latest first, from before a position on."""
    found = _among(select(told), sought)
    if before is not None:
        found = found.where(told.c.published < before)
    return db.execute(found.order_by(told.c.published.desc()).limit(limit)).all()


def lesson_numbered(db: Connection, number: str) -> Found[Any] | None:
    """Return the lesson with this number, though it was withdrawn; None if there is none."""
    return db.execute(select(told).where(told.c.number == number)).first()


def lessons_of(db: Connection, review: UUID) -> Sequence[Found[Any]]:
    """Return every lesson that was drawn from a review, those that were withdrawn too; the latest first."""
    drawn = select(told).where(told.c.review == review)
    return db.execute(drawn.order_by(told.c.published.desc())).all()


def numbers_of(db: Connection, some: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of those that are lessons, by identity."""
    found = select(told.c.lesson, told.c.number).where(told.c.lesson.in_(some))
    return {row.lesson: row.number for row in db.execute(found)}


def days_with_lessons(db: Connection) -> list[date]:
    """Return the days on which lessons were published, each once, the latest first."""
    days = select(told.c.published_on).where(told.c.gone.is_(False)).distinct()
    return list(db.scalars(days.order_by(told.c.published_on.desc())))


def tallied_lessons(db: Connection, sought: SoughtLessons, by: str) -> dict[str, int]:
    """Return how many lessons there are by a column."""
    found = _among(select(told.c[by].label("code"), func.count().label("number")), sought)
    return {row.code: row.number for row in db.execute(found.group_by(told.c[by]).order_by(told.c[by]))}


def _among(statement: Select[Any], sought: SoughtLessons) -> Select[Any]:
    statement = statement.where(told.c.gone.is_(False))
    for name in ("element", "cause", "outcome", "programme"):
        if value := getattr(sought, name):
            statement = statement.where(told.c[name] == value)
    if sought.situation:
        within = (" " + told.c.situations + " ").contains(f" {sought.situation} ", autoescape=True)
        statement = statement.where(within)
    if sought.since is not None:
        statement = statement.where(told.c.published_on >= sought.since)
    if sought.until is not None:
        statement = statement.where(told.c.published_on < sought.until)
    return statement
