"""What is asked of the question desk: filtered lists, what is overdue, what everyone may read, and counts."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Row, Select, case, func, or_, select

from domain.questions.raising import ANSWERED, WAITING
from projections.kin import is_apart, lives_apart
from projections.question_tables import publications, questions


@dataclass(frozen=True, kw_only=True)
class SoughtQuestions:
    """Which questions are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    topic: str = ""
    channel: str = ""
    state: str = ""
    number: str = ""
    """Beginning of the question's number."""
    case_number: str = ""
    assignee: UUID | None = None
    unassigned: bool = False
    """Waiting, and nobody has it."""
    promised_from: date | None = None
    """Waiting for an answer that was promised for this day or after it."""
    promised_until: date | None = None
    """Waiting for an answer that was promised by this day or before it."""
    look_again_by: date | None = None
    """Answered, and somebody asks by this day whether it helped."""
    raised_from: date | None = None
    raised_until: date | None = None
    """The last day on which it was raised."""
    apart_from: Collection[UUID] = ()
    """Persons who may not be concerned."""


def listed_questions(
    db: Connection, sought: SoughtQuestions, *, after: int = 0, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return questions, the one that is there longest first, from after a position on."""
    found = _among(select(questions), sought).where(questions.c.raised > after)
    return db.execute(found.order_by(questions.c.raised).limit(limit)).all()


def count_questions(db: Connection, sought: SoughtQuestions) -> int:
    """Return how many questions are like this."""
    return int(db.scalars(_among(select(func.count()).select_from(questions), sought)).one())


def question_numbered(db: Connection, number: str) -> Row[Any] | None:
    """Return the question with this number; None if there is none."""
    return db.execute(select(questions).where(questions.c.number == number)).first()


def numbers_of(db: Connection, some: Collection[UUID], sought: SoughtQuestions) -> dict[UUID, str]:
    """Return the numbers of those that are questions like these, by identity."""
    found = _among(select(questions.c.question, questions.c.number), sought)
    return {row.question: row.number for row in db.execute(found.where(questions.c.question.in_(some)))}


def questions_about(
    db: Connection,
    *,
    people: Collection[UUID] = (),
    households: Collection[UUID] = (),
    cases: Collection[UUID] = (),
    visits: Collection[UUID] = (),
) -> Sequence[Row[Any]]:
    """Return the questions about any of these, the latest first."""
    about = [
        questions.c.person.in_(people),
        questions.c.household.in_(households),
        questions.c.case_id.in_(cases),
        questions.c.visit.in_(visits),
    ]
    found = select(questions).where(or_(*about))
    return db.execute(found.order_by(questions.c.raised.desc())).all()


def published(
    db: Connection, *, topic: str = "", before: int | None = None, limit: int = 20
) -> Sequence[Row[Any]]:
    """Return what everyone may read, the latest first, from before the position of a publication on."""
    found = select(publications)
    if topic:
        found = found.where(publications.c.topic == topic)
    if before is not None:
        found = found.where(publications.c.published < before)
    return db.execute(found.order_by(publications.c.published.desc()).limit(limit)).all()


def raised_between(db: Connection) -> tuple[date, date] | None:
    """Return the days on which the first and the last question was raised; None if there is none."""
    first, last = db.execute(select(func.min(questions.c.raised_on), func.max(questions.c.raised_on))).one()
    return None if first is None else (first, last)


def tallied_questions(db: Connection, by: str, sought: SoughtQuestions) -> Sequence[Row[Any]]:
    """Return how many questions there are by `topic`, `channel` or `area`, named `code`.

    `questions` counts all of them, `answered` those that are answered, `in_time` those that were by the
    promised day.
    """
    code: Column[Any] = questions.c[by]
    counts = (
        func.count().label("questions"),
        func.sum(case((questions.c.state == ANSWERED, 1), else_=0)).label("answered"),
        func.sum(case((questions.c.in_time.is_(True), 1), else_=0)).label("in_time"),
    )
    found = _among(select(code.label("code"), *counts), sought)
    return db.execute(found.group_by(code).order_by(code)).all()


def _among(statement: Select[Any], sought: SoughtQuestions) -> Select[Any]:
    for name in ("topic", "channel", "state", "case_number", "assignee"):
        if value := getattr(sought, name):
            statement = statement.where(questions.c[name] == value)
    if sought.areas is not None:
        statement = statement.where(questions.c.area.in_(sought.areas))
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(questions.c.number >= sought.number, questions.c.number <= last)
    if sought.apart_from:
        statement = statement.where(
            or_(questions.c.person.is_(None), questions.c.person.not_in(sought.apart_from)),
            is_apart(questions.c.case_id, sought.apart_from),
            lives_apart(questions.c.household, sought.apart_from),
        )
    return _due(statement, sought)


def _due(statement: Select[Any], sought: SoughtQuestions) -> Select[Any]:
    waiting = questions.c.state == WAITING
    if sought.unassigned:
        statement = statement.where(waiting, questions.c.assignee.is_(None))
    if sought.promised_from is not None:
        statement = statement.where(waiting, questions.c.promised_on >= sought.promised_from)
    if sought.promised_until is not None:
        statement = statement.where(waiting, questions.c.promised_on <= sought.promised_until)
    if sought.look_again_by is not None:
        statement = statement.where(questions.c.look_again_on <= sought.look_again_by)
    if sought.raised_from is not None:
        statement = statement.where(questions.c.raised_on >= sought.raised_from)
    if sought.raised_until is not None:
        statement = statement.where(questions.c.raised_on <= sought.raised_until)
    return statement
