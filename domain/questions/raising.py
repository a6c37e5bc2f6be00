"""How a question comes on record: raised with the office, or taken over from the ledger of visits."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Self
from uuid import UUID

from domain.identities import question_id
from domain.kernel import Act, Aggregate, Event, Personal
from domain.questions.refusals import RaisedAhead, UnknownTopic
from domain.questions.topics import ORDINARY_WEEKS, TOPICS, UNSORTED, promised_by

WAITING, ANSWERED = "waiting", "answered"

STATES = {WAITING: "Waiting for an answer", ANSWERED: "Answered"}
"""Titles by state of a question; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class About:
    """Whom and what a question is about. All of it may be missing: anybody may ask."""

    person: UUID | None = None
    household: UUID | None = None
    case: UUID | None = None
    case_number: str = ""


NOBODY = About()


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as somebody put it to the office."""

    number: str
    area: str
    topic: str
    text: str
    channel: str
    raised_on: date
    promised_on: date
    contact: str = ""
    """How whoever asked is reached; empty if they do not say."""
    visit: UUID | None = None
    about: About = NOBODY


@dataclass(frozen=True, kw_only=True)
class QuestionEntry:
    """A question in the office's ledger of visits, one of those that stand in a row."""

    number: str
    person: UUID | None
    area: str
    topic: str
    """As its words propose it; nobody has sorted it."""
    text: str
    raised_on: date
    channel: str
    visit: UUID | None
    answer: str
    """Empty if none was written down."""
    answered: bool
    register: str
    """Name of the file."""
    sheet: str
    row: int
    promised_on: date | None = None
    """Of one that is not answered; None where the ledger names no day."""


class Raising(Aggregate):
    """The part of a question that knows what was asked, and where it stands."""

    number: str = ""
    area: str = ""
    topic: str = UNSORTED
    topic_is_proposed: bool = False
    state: str = WAITING
    promised_on: date | None = None
    assignee: UUID | None = None
    about: About = NOBODY
    is_published: bool = False

    class Raised(Event):
        """Somebody put a question to the office, which promised to answer by a day."""

        TOPIC = "question.raised"

        number: str
        area: str
        topic: str
        text: Personal
        channel: str
        raised_on: date
        promised_on: date
        contact: Personal = ""
        """How whoever asked is reached; empty if they did not say."""
        visit: UUID | None = None
        person: UUID | None = None
        household: UUID | None = None
        case: UUID | None = None
        case_number: str = ""

        def apply(self, question: "Raising") -> None:
            question.number, question.area, question.topic = self.number, self.area, self.topic
            question.promised_on, question.about = self.promised_on, about_in(self)

    class TakenOver(Event):
        """A question that a family raised was taken over from the office's ledger of visits."""

        TOPIC = "question.taken_over"

        number: str
        area: str
        topic: str
        """As its words propose it."""
        text: Personal
        channel: str
        raised_on: date
        promised_on: date | None = None
        visit: UUID | None = None
        person: UUID | None = None
        answer: Personal = ""
        """As it was given on the spot; empty if none was written down."""
        answered: bool
        """Whether the ledger calls it settled."""
        register: str
        """Name of the file."""
        sheet: str
        row: int

        def apply(self, question: "Raising") -> None:
            question.is_withdrawn = False
            question.number, question.area, question.topic = self.number, self.area, self.topic
            question.topic_is_proposed = True
            question.state = ANSWERED if self.answered else WAITING
            question.promised_on, question.about = self.promised_on, About(person=self.person)

    class TakeoverWithdrawn(Event):
        """The takeover of the question was taken back, as the import it came with was."""

        TOPIC = "question.takeover_withdrawn"

        def apply(self, question: "Raising") -> None:
            question.mark_withdrawn()

    @property
    def subject(self) -> UUID:
        """Texts are sealed under the key of whom it is about; under one of its own where nobody is named."""
        return self.about.person or self.about.household or self.id

    @classmethod
    def ask(cls, asked: Asked, act: Act) -> Self:
        """Put a question to the office. Raises UnknownTopic, RaisedAhead."""
        check_topic(asked.topic)
        check_raised(asked.raised_on, act.on)
        question = cls.blank(question_id(asked.number))
        facts = {name: value for name, value in vars(asked).items() if name != "about"} | vars(asked.about)
        question.trigger(cls.Raised, act, subject=asked.about.person or asked.about.household, **facts)
        return question

    @classmethod
    def take_over(cls, entry: QuestionEntry, act: Act, *, withdrawn: Self | None = None) -> Self:
        """Enter a question from the ledger of visits, with the answer that was given there.

        One that was `withdrawn` goes on with its history.
        One that waits was to be answered in the time that is usual, so that it is not forgotten.
        """
        question = withdrawn or cls.blank(question_id(entry.number))
        facts = vars(entry)
        if entry.promised_on is None and not entry.answered:
            facts = facts | {"promised_on": promised_by(entry.topic, entry.raised_on, ORDINARY_WEEKS)}
        question.trigger(cls.TakenOver, act, subject=entry.person, **facts)
        return question

    def withdraw_takeover(self, act: Act) -> None:
        """Take the takeover back. That nothing was built on it is for the caller to see."""
        self.trigger(self.TakeoverWithdrawn, act)


def about_in(event: Any) -> About:
    """Return whom and what an event says that a question is about."""
    return About(**{name: getattr(event, name) for name in About.__dataclass_fields__})


def check_raised(raised_on: date, today: date) -> None:
    """Raises RaisedAhead."""
    if raised_on > today:
        raise RaisedAhead


def check_topic(topic: str) -> None:
    """Raises UnknownTopic."""
    if topic not in TOPICS:
        raise UnknownTopic(topic=topic)
