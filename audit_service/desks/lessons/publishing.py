"""Publishing a lesson, and withdrawing it."""

from typing import Annotated
from uuid import UUID

from pydantic import Field
from sqlalchemy import Connection

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.kin import keep_apart
from audit_service.desks.who import Names
from audit_service.numbering import drawn_number, lesson_number
from audit_service.office import Office
from audit_service.web.kinds import LongText
from domain.cases.case import Case
from domain.errors.number import GivenNumber
from domain.identities import lesson_id, tolerance_id
from domain.refusal import Refused
from domain.tolerance.duties import APPLIED, CONCERNED, DECIDED, TAKEN_BY
from domain.tolerance.lesson import (
    BECAUSE,
    HAPPENED,
    INSTEAD,
    TITLE,
    WHO_PUBLISHES,
    Lesson,
    Source,
    Telling,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import AFTER_FINAL
from projections import official_record
from projections.lessons import lessons_of
from projections.precedents import matter_of

Told = Annotated[str, LongText(), Field(min_length=2, max_length=4000)]


class LessonOnRecord(Refused):
    """A matter teaches once."""

    CODE = "lesson.on_record"
    SENTENCE = (
        "Lesson %(number)s was drawn from this matter already. Withdraw it first if it is to be another."
    )


class PublishLesson(Command):
    """Publish what is learned from a determined matter, without anybody in it, for all who work here."""

    review: Annotated[str, Field(title="Number of the review", min_length=2, max_length=60)]
    title: Annotated[str, Field(title=TITLE, min_length=2, max_length=120)]
    happened: Annotated[
        Told,
        Field(
            title=HAPPENED,
            description="Without names, numbers and places that tell who it was: “the official”,"
            " “the family”.",
        ),
    ]
    led_to_it: Annotated[Told, Field(title=BECAUSE)]
    instead: Annotated[Told, Field(title=INSTEAD)]


@carries_out(
    PublishLesson,
    title="Publish a lesson",
    at="/lessons",
    form_at="/lessons/new",
    shows="/lessons",
    roles=WHO_PUBLISHES,
)
def publish_lesson(desk: Desk, command: PublishLesson) -> None:
    """Put the lesson on record, if it names nobody who is concerned."""
    review = desk.rests_on(desk.get(ToleranceReview, tolerance_id(command.review)))
    desk.enter(review.area)
    case = desk.get(Case, review.case) if review.case else None
    if case is not None:
        keep_apart(desk.official, case, desk.find)
    matter = desk.ask(matter_of, review.id)
    telling = Telling(
        number=lesson_number(desk.today, desk.chance),
        **{name: getattr(command, name) for name in ("title", "happened", "led_to_it", "instead")},
        element=matter.element if matter else "",
        cause=matter.cause if matter else "",
        programme=case.programme_code if case else "",
        situations=review.situations,
    )
    act = desk.act(command)
    lesson = desk.keep(Lesson.publish(telling, _source(desk, review, case), act))
    drawn = desk.ask(lessons_of, review.id)
    if standing := [row.number for row in drawn if not row.gone]:
        raise LessonOnRecord(number=standing[0])
    desk.give(GivenNumber.take(drawn_number(review.number, len(drawn) + 1), act, error=lesson.id))
    desk.show(f"/lessons/{telling.number}")


class WithdrawLesson(Command):
    """Withdraw a lesson, because it tells too much or does not hold any more. Its text is not shown again."""


@carries_out(
    WithdrawLesson, title="Withdraw the lesson", at="/lessons/{lesson}/withdrawal", roles=WHO_PUBLISHES
)
def withdraw_lesson(desk: Desk, lesson: str, command: WithdrawLesson) -> None:
    found = desk.keep(desk.as_seen(desk.get(Lesson, lesson_id(lesson))))
    review = desk.get(ToleranceReview, found.review) if found.review else None
    if review is not None:
        desk.enter(review.area)
    found.withdraw(desk.act(command), concerned_in(review) if review else ())


def concerned_in(review: ToleranceReview) -> frozenset[UUID]:
    """Return who decided, is concerned or applied."""
    parts = {DECIDED, CONCERNED, APPLIED}
    return frozenset(done.by for done in review.done if TAKEN_BY[done.topic][0] in parts)


def _source(desk: Desk, review: ToleranceReview, case: Case | None) -> Source:
    concerned = concerned_in(review)
    return Source(
        review=review.id,
        number=review.number,
        is_final=review.state in AFTER_FINAL,
        outcome=review.outcome,
        concerned=concerned,
        names=desk.look_through(_names, review, concerned, case),
    )


def _names(
    office: Office, review: ToleranceReview, concerned: frozenset[UUID], case: Case | None
) -> tuple[str, ...]:
    """Return what would tell who is concerned: names of officials and of the family, logins, numbers."""
    people = {one for one in (case.head, *case.people) if one} if case else set()
    names = Names.of(office, officials=concerned, people=people)
    opened = [*names.officials.values(), *names.people.values()]
    with office.views.connect() as views:
        logins = _logins(views, concerned)
    return (*filter(None, opened), *logins, review.number, review.error_number, review.case_number)


def _logins(views: Connection, officials: frozenset[UUID]) -> list[str]:
    return [row.login for row in official_record.named(views, officials).values()]
