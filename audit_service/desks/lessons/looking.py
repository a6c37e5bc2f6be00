"""Lessons as they are read: the list, one of them, and what a month brought."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection, Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.errors.names import cause_name, element_name
from audit_service.desks.errors.offers import Cause, ElementCode
from audit_service.desks.names import programme_name
from audit_service.desks.offers import ProgrammeCode
from audit_service.desks.precedents.looking import check_reader
from audit_service.desks.reading import ERASED
from audit_service.desks.tolerance.names import entry_name, outcome_name
from audit_service.desks.tolerance.offers import Outcome, SituationCode
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.kinds import Month
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, written
from domain.identities import lesson_id
from domain.periods import next_month
from domain.tolerance.lesson import BECAUSE, HAPPENED, INSTEAD
from projections.lessons import (
    SoughtLessons,
    days_with_lessons,
    lesson_numbered,
    listed_lessons,
    tallied_lessons,
)

AT_ONCE = 500
"""Lessons that are opened at a time, where words are looked for in them."""
TEXTS = ("title", "happened", "led_to_it", "instead")
TALLIED = ("element", "cause", "outcome", "programme")


class Filter(BaseModel):
    """Which lessons are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    words: Annotated[str, Field(title="Words", max_length=100)] = ""
    element: Annotated[ElementCode | None, Field(title="Element")] = None
    cause: Annotated[Cause | None, Field(title="Cause")] = None
    outcome: Annotated[Outcome | None, Field(title="Outcome")] = None
    programme: Annotated[ProgrammeCode | None, Field(title="Programme")] = None
    situation: Annotated[SituationCode | None, Field(title="Entry of the tolerance list")] = None


class OfMonth(BaseModel):
    """Which month the digest is of."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Annotated[Month | None, Field(title="Month")] = None


class LessonAnswer(BaseModel):
    """What was learned from a determined matter. Texts are empty where the lesson was withdrawn."""

    number: str
    published_on: date
    outcome: str
    element: str
    cause: str
    programme: str
    """Code; empty where there was no case."""
    situations: tuple[str, ...]
    title: str
    happened: str
    led_to_it: str
    instead: str
    gone: bool
    """Whether it was withdrawn."""


class LessonsAnswer(BaseModel):
    """A page of the list of lessons."""

    lessons: list[LessonAnswer]
    next: int | None
    """The next page is before this position; null on the last."""


class DigestAnswer(BaseModel):
    """What a month brought."""

    month: date
    lessons: list[LessonAnswer]
    counts: dict[str, dict[str, int]]
    """How many lessons by element, cause, outcome and programme."""


def listed(
    office: Office, reader: Identity, wanted: Filter, *, before: int | None, limit: int
) -> LessonsAnswer:
    """Return the lessons asked for, the latest first. Raises NotYourRole."""
    check_reader(reader)
    sought = SoughtLessons(
        element=wanted.element or "",
        cause=wanted.cause or "",
        outcome=wanted.outcome or "",
        programme=wanted.programme or "",
        situation=wanted.situation or "",
    )
    found: list[tuple[int, LessonAnswer]] = []
    with office.views.connect() as views:
        for position, lesson in _each(office, views, sought, before, AT_ONCE if wanted.words else limit + 1):
            if _holds(lesson, wanted.words):
                found.append((position, lesson))
            if len(found) > limit:
                break
    following = found[limit - 1][0] if len(found) > limit else None
    return LessonsAnswer(lessons=[lesson for _position, lesson in found[:limit]], next=following)


def readable_lesson(office: Office, reader: Identity, number: str) -> LessonAnswer:
    """Return the lesson with this number. Raises NotYourRole, NotOnRecord."""
    return answers_of(office, [_row(office, reader, number)])[0]


def review_of(office: Office, reader: Identity, number: str) -> Any:
    """Return the identity of the review that a lesson was drawn from: for the organ alone."""
    return _row(office, reader, number).review


def digest(office: Office, reader: Identity, month: date | None) -> DigestAnswer:
    """Return what a month brought; without one the latest that brought anything. Raises NotYourRole."""
    check_reader(reader)
    with office.views.connect() as views:
        days = days_with_lessons(views)
        first = (month or (days[0] if days else office.today())).replace(day=1)
        sought = SoughtLessons(since=first, until=next_month(first))
        lessons = [lesson for _position, lesson in _each(office, views, sought, None, AT_ONCE)]
        counts = {name: tallied_lessons(views, sought, name) for name in TALLIED}
    return DigestAnswer(month=first, lessons=lessons, counts=counts)


def facts_of(found: LessonAnswer) -> list[tuple[str, object]]:
    """Return what a lesson says, in the reader's language."""
    return [
        (_(HAPPENED), found.happened),
        (_(BECAUSE), found.led_to_it),
        (_(INSTEAD), found.instead),
        (_("Element"), element_name(found.element)),
        (_("Cause"), cause_name(found.cause)),
        (_("Programme"), programme_of(found.programme)),
        (_("Tolerance list"), written([entry_name(code) for code in found.situations]) or NOTHING),
        (_("Outcome"), outcome_name(found.outcome)),
        (_("Published on"), day(found.published_on)),
    ]


def programme_of(code: str) -> str:
    """Return the name of a programme, if there was a case."""
    return programme_name(code) if code else NOTHING


@stands_beside("/lessons/{lesson}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the lesson that a command is about."""
    found = readable_lesson(office, identity, parameters["lesson"])
    return Beside(title=found.number, href=f"/lessons/{found.number}", facts=facts_of(found), determined=True)


def answers_of(office: Office, rows: Sequence[Row[Any]]) -> list[LessonAnswer]:
    """Return lessons as they are told, their texts opened."""
    texts = iter(office.vault.open_many(getattr(row, name) for row in rows for name in TEXTS))
    opened = [{name: next(texts) for name in TEXTS} for _row in rows]
    own = [name for name in LessonAnswer.model_fields if name not in {*TEXTS, "situations"}]
    return [
        LessonAnswer(
            situations=tuple(row.situations.split()),
            **{name: getattr(row, name) for name in own},
            **{name: "" if row.gone else _(ERASED) if text is None else text for name, text in told.items()},
        )
        for row, told in zip(rows, opened, strict=True)
    ]


def _each(
    office: Office, views: Connection, sought: SoughtLessons, before: int | None, at_once: int
) -> Iterator[tuple[int, LessonAnswer]]:
    """Yield the lessons with their positions, the latest first."""
    while True:
        rows = listed_lessons(views, sought, before=before, limit=at_once)
        yield from zip([row.published for row in rows], answers_of(office, rows), strict=True)
        if len(rows) < at_once:
            return
        before = rows[-1].published


def _holds(lesson: LessonAnswer, words: str) -> bool:
    text = " ".join(getattr(lesson, name) for name in TEXTS).casefold()
    return all(word in text for word in words.casefold().split())


def _row(office: Office, reader: Identity, number: str) -> Row[Any]:
    check_reader(reader)
    with office.views.connect() as views:
        row = lesson_numbered(views, number)
    if row is None:
        raise NotOnRecord(lesson_id(number))
    return row
