"""What is learned from a determined matter, told without anybody in it."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Self
from uuid import UUID

from domain.identities import lesson_id
from domain.kernel import Act, Aggregate, Event, Personal
from domain.refusal import Message, Refused
from domain.roles import MANAGER, ORGAN, ROLES
from domain.tolerance.deidentified import check_deidentified
from domain.tolerance.outcomes import OUTCOMES

TITLE, HAPPENED, BECAUSE, INSTEAD = "Title", "What happened", "What led to it", "What to do instead"
"""Titles of the texts; messages to translate."""

WHO_PUBLISHES: Final = (ORGAN, MANAGER)


class NotDetermined(Refused):
    """A lesson is drawn from what is settled."""

    CODE = "lesson.not_determined"
    SENTENCE = "Nothing final was determined in %(number)s. Wait until nobody can ask for a review any more."


class TakesPart(Refused):
    """Nobody writes a lesson about themselves."""

    CODE = "lesson.concerned"
    SENTENCE = (
        "You are concerned in this matter or applied in it. Ask the organ or another manager to publish it."
    )


class NotYourLesson(Refused):
    """Lessons are published by the organ and by managers."""

    CODE = "lesson.not_for_role"
    SENTENCE = "A lesson is published and withdrawn by: %(roles)s."


class LessonWordsMissing(Refused):
    """A lesson that leaves out what to do teaches nothing."""

    CODE = "lesson.words_missing"
    SENTENCE = "“%(field)s” is empty. Say it in a sentence or two."


class LessonWithdrawn(Refused):
    """What was withdrawn is withdrawn."""

    CODE = "lesson.withdrawn"
    SENTENCE = "Lesson %(number)s was withdrawn. Publish another one instead."


@dataclass(frozen=True, kw_only=True)
class Source:
    """The determined matter that a lesson is drawn from."""

    review: UUID
    number: str
    is_final: bool
    outcome: str
    concerned: frozenset[UUID]
    """The officials concerned and who applied."""
    names: tuple[str, ...]
    """What would tell who is concerned: names, logins, numbers."""


@dataclass(frozen=True, kw_only=True)
class Telling:
    """A lesson as it is told."""

    number: str
    title: str
    happened: str
    led_to_it: str
    instead: str
    element: str
    cause: str
    programme: str
    """Code; empty where there was no case."""
    situations: tuple[str, ...]
    """Codes of the tolerance list."""

    @property
    def texts(self) -> dict[str, str]:
        """The texts by their titles."""
        return {
            TITLE: self.title,
            HAPPENED: self.happened,
            BECAUSE: self.led_to_it,
            INSTEAD: self.instead,
        }


class Lesson(Aggregate):
    """A determined matter as a de-identified lesson, apart from personnel matters."""

    TOPIC = "lesson"

    number: str = ""
    review: UUID | None = None
    gone: bool = False
    """Whether it was withdrawn. It stays on record, its text is shown to nobody any more."""

    class Published(Event):
        """A lesson was drawn from a determined matter, without anybody in it."""

        TOPIC = "lesson.published"

        number: str
        review: UUID
        """Shown to nobody but the organ."""
        outcome: str
        element: str
        cause: str
        programme: str
        situations: tuple[str, ...]
        title: Personal
        happened: Personal
        led_to_it: Personal
        instead: Personal

        def apply(self, lesson: "Lesson") -> None:
            lesson.number, lesson.review = self.number, self.review

    class Withdrawn(Event):
        """A lesson was withdrawn: it told too much, or what it rests on does not hold any more."""

        TOPIC = "lesson.withdrawn"

        def apply(self, lesson: "Lesson") -> None:
            lesson.gone = True

    @classmethod
    def publish(cls, telling: Telling, source: Source, act: Act) -> Self:
        """Publish a lesson.

        Raises NotYourLesson, TakesPart, NotDetermined, LessonWordsMissing, NamesSomebody, TellsANumber.
        """
        check_publisher(act, source.concerned)
        if not source.is_final or source.outcome not in OUTCOMES:
            raise NotDetermined(number=source.number)
        for title, text in telling.texts.items():
            if not text.strip():
                raise LessonWordsMissing(field=Message(title))
        check_deidentified(telling.texts, source.names)
        lesson = cls.blank(lesson_id(telling.number))
        facts = {name: getattr(telling, name) for name in Telling.__dataclass_fields__}
        lesson.trigger(cls.Published, act, review=source.review, outcome=source.outcome, **facts)
        return lesson

    def withdraw(self, act: Act, concerned: Iterable[UUID] = ()) -> None:
        """Withdraw it. Raises NotYourLesson, TakesPart, LessonWithdrawn."""
        check_publisher(act, concerned)
        if self.gone:
            raise LessonWithdrawn(number=self.number)
        self.trigger(self.Withdrawn, act)


def check_publisher(act: Act, concerned: Iterable[UUID]) -> None:
    """Raises NotYourLesson, TakesPart."""
    if act.role not in WHO_PUBLISHES:
        raise NotYourLesson(roles=tuple(Message(ROLES[role]) for role in WHO_PUBLISHES))
    if act.by in concerned:
        raise TakesPart
