"""What everyone may read of the questions: answers in general words, and figures that tell nobody."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Connection, Row

from audit_service.desks.answers.disclosure import disclosed, is_small
from audit_service.desks.names import area_name
from audit_service.desks.questions.words import question_channel, topic_name
from audit_service.office import Office
from audit_service.web.translation import language
from projections.question_lists import (
    SoughtQuestions,
    count_questions,
    published,
    raised_between,
    tallied_questions,
)

OPEN_DAY = "open_day"
NAMES: dict[str, Callable[[str], str]] = {
    "topic": topic_name,
    "channel": question_channel,
    "area": area_name,
}
"""What is counted by, and how its codes are written."""


class PublishedAnswer(BaseModel):
    """A question and its answer, in general words that a person released."""

    topic: str
    question: str
    answer: str
    published_on: date


class PublishedAnswers(BaseModel):
    """A page of what everyone may read."""

    answers: list[PublishedAnswer]
    next: int | None
    """The next page begins before this position; null on the last."""


class Count(BaseModel):
    """How many questions there were of one kind. What could tell who somebody is is null."""

    code: str
    questions: int | None
    in_time: int | None
    """Per cent of those that were answered, which were so by the promised day."""


class Figures(BaseModel):
    """The questions of a year, counted in three ways."""

    year: int
    open_day: bool
    """Whether only what was asked on open days is counted."""
    total: int | None
    topic: list[Count]
    channel: list[Count]
    area: list[Count]


def answers(office: Office, *, topic: str, before: int | None, limit: int) -> PublishedAnswers:
    """Return what was published, the latest first, in the reader's language if it is there."""
    with office.views.connect() as views:
        rows = published(views, topic=topic, before=before, limit=limit + 1)
    following = rows[limit - 1].published if len(rows) > limit else None
    return PublishedAnswers(answers=[_answer(row) for row in rows[:limit]], next=following)


def years(office: Office) -> list[int]:
    """Return the years in which questions were raised, the latest first; this one if there were none."""
    with office.views.connect() as views:
        between = raised_between(views)
    first, last = between or (office.today(), office.today())
    return list(range(last.year, first.year - 1, -1))


def figures(office: Office, year: int, *, open_day: bool) -> Figures:
    """Count the questions of a year. Years do not overlap, so that no figure can be told from two others."""
    everything = SoughtQuestions(raised_from=date(year, 1, 1), raised_until=date(year, 12, 31))
    sought = replace(everything, channel=OPEN_DAY) if open_day else everything
    with office.views.connect() as views:
        counted = {by: _counts(views, by, sought, everything) for by in NAMES}
        total, more = count_questions(views, sought), count_questions(views, everything)
    hidden = is_small(total) or is_small(more - total)
    return Figures(year=year, open_day=open_day, total=None if hidden else total, **counted)


def _answer(row: Row[Any]) -> PublishedAnswer:
    english = language() == "en"
    return PublishedAnswer(
        topic=row.topic,
        question=(english and row.wording_in_english) or row.wording,
        answer=(english and row.answer_in_english) or row.answer,
        published_on=row.published_on,
    )


def _counts(views: Connection, by: str, sought: SoughtQuestions, everything: SoughtQuestions) -> list[Count]:
    """Count by one thing. As everything is shown, too, what is left of it must tell nobody either."""
    rows = tallied_questions(views, by, sought)
    more = {row.code: row.questions for row in tallied_questions(views, by, everything)}
    telling = {at for at, row in enumerate(rows) if is_small(more[row.code] - row.questions)}
    questions = disclosed([row.questions for row in rows], telling)
    hidden = {at for at, count in enumerate(questions) if count is None}
    late = {at for at, row in enumerate(rows) if is_small(row.answered - row.in_time)}
    in_time = disclosed([row.in_time for row in rows], hidden | late)
    return [
        Count(code=row.code, questions=count, in_time=_share(row, timely))
        for row, count, timely in zip(rows, questions, in_time, strict=True)
    ]


def _share(row: Row[Any], in_time: int | None) -> int | None:
    return None if in_time is None or not row.answered else round(100 * in_time / row.answered)
