"""What every area of the domain is made of: aggregates that decide, events that happened, refusals.

The one place in the domain that knows the event sourcing library.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import MISSING, dataclass, fields
from datetime import date, datetime
from functools import partial
from typing import Annotated, Any, ClassVar, Self, TypeVar, cast, dataclass_transform
from uuid import UUID

from eventsourcing.domain import BaseAggregate, CanMutateAggregate, EventsourcingType
from eventsourcing.utils import register_topic

PERSONAL = "personal"
"""Marks a field of an event as text about a person."""

Personal = Annotated[str, PERSONAL]
"""Text about a person, sealed under the key of the event's `subject` when it is stored."""


@dataclass_transform(kw_only_default=True, frozen_default=True)
class EventType(EventsourcingType):
    """Makes every event a frozen dataclass whose fields are named when it is made."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "EventType":  # noqa: PYI034 - a metaclass has no Self
        made: Any = dataclass(frozen=True, kw_only=True, eq=True, init=False)(
            super().__new__(cls, name, bases, namespace)
        )
        blank = {field.name: field.default for field in fields(made)}
        required = frozenset(name for name, default in blank.items() if default is MISSING)
        made.__init__ = _initialiser(blank, required)
        return cast("EventType", made)


def _initialiser(blank: dict[str, Any], required: frozenset[str]) -> Callable[..., None]:
    """Return what assigns all fields of an event at once: one by one takes three times as long."""

    def initialise(event: object, **said: Any) -> None:
        state = blank | said
        if len(state) > len(blank) or not said.keys() >= required:
            wrong = sorted(said.keys() ^ (required | (blank.keys() & said.keys())))
            raise TypeError(f"{type(event).__qualname__}: {wrong} are no fields, or not named")
        object.__setattr__(event, "__dict__", state)

    return initialise


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Names an event of the record: by its history and its version in it, or by its position alone."""

    stream: UUID | None = None
    version: int = 0
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class Act:
    """Who acts, in which role and unit, why, and when they came to know what they act on."""

    by: UUID
    role: str
    unit: str
    on: date
    """The day of the act in the office's own calendar."""
    because: Personal = ""
    basis: str = ""
    """The rule or standard that the act rests on, by reference."""
    learned_on: date | None = None
    seen: int = 0
    """Position of the record that the official had before them; 0 when nothing was shown."""
    correlation: UUID | None = None
    """Groups what was done by one command."""
    causation: int | None = None
    """Position of the event that led to this act."""


class Event(CanMutateAggregate[UUID], metaclass=EventType):
    """A business fact that happened: who, why, since when it is true, when it was learned.

    `position`, `recorded_at` and `stored` are given by the record with each event it hands out:
    its place, its time and the bytes that it is kept as. Before that they are 0, None and empty.
    """

    TOPIC: ClassVar[str] = ""
    OF: ClassVar["type[Aggregate]"]
    """The aggregate whose history the event belongs to."""
    class_version: ClassVar[int] = 1
    position: ClassVar[int] = 0
    recorded_at: ClassVar[datetime | None] = None
    stored: ClassVar[bytes] = b""

    originator_id: UUID
    originator_version: int
    subject: UUID
    """Whose data the personal fields are: a person, a household, or an official."""
    by: UUID
    role: str
    unit: str
    on: date
    because: Personal = ""
    basis: str = ""
    valid_from: date | None = None
    learned_on: date | None = None
    seen: int = 0
    correlation: UUID | None = None
    causation: int | None = None

    @property
    def stream(self) -> UUID:
        """Identity of the aggregate that the event belongs to."""
        return self.originator_id

    @property
    def itself(self) -> Reference:
        """Names the event, also before the record has given it a position."""
        return Reference(stream=self.originator_id, version=self.originator_version)

    def apply(self, aggregate: Any) -> None:
        """Assign what became different. Never refuses: old history must stay readable."""

    def mutate(self, aggregate: Any) -> Any:
        """Return the aggregate as it is after this event; `aggregate` is None before the first."""
        if aggregate is None:
            aggregate = self.OF.blank(self.originator_id)
        if self.originator_version != aggregate.version + 1:
            raise OutOfOrder(self.originator_id, aggregate.version, self.originator_version)
        self.apply(aggregate)
        aggregate.version = self.originator_version
        return aggregate


class OutOfOrder(Exception):
    """An event was applied to an aggregate that had not reached the version before it."""


class Aggregate(BaseAggregate[UUID]):
    """Something with a history of its own, which alone decides what may be added to it.

    Attributes hold immutable values only, so that a shallow copy is a snapshot of the state.
    Their types are annotated and their defaults given on the class.
    """

    TOPIC: ClassVar[str] = ""
    EVENTS: ClassVar[tuple[type[Event], ...]] = ()

    is_withdrawn: bool = False
    """Whether what brought it on record was taken back. Then it is on record no longer; its history is."""

    def __init_subclass__(cls) -> None:
        """Register the aggregate and its events under their lasting topics.

        A class without a topic is a part of an aggregate, whose events are registered with the whole.
        """
        if not cls.TOPIC:
            return
        register_topic(cls.TOPIC, cls)
        cls.EVENTS = tuple(
            value
            for part in cls.__mro__
            for value in vars(part).values()
            if isinstance(value, type) and issubclass(value, Event)
        )
        for event in cls.EVENTS:
            event.OF = cls
            register_topic(event.TOPIC, event)

    @property
    def subject(self) -> UUID:
        """Whose data the personal fields of this aggregate's events are."""
        return self.id

    @classmethod
    def blank(cls, identity: UUID) -> Self:
        """Return the aggregate before its first event."""
        aggregate = object.__new__(cls)
        aggregate._id = identity
        aggregate._version = 0
        aggregate._pending_events = []
        return aggregate

    def trigger(self, event: type[Event], act: Act, *, valid_from: date | None = None, **facts: Any) -> None:
        """Let the event happen: apply it and keep it for the record.

        What the act says, the event says, unless the facts say it otherwise.
        """
        subject = facts.pop("subject", None) or self.subject
        happened = event(
            originator_id=self.id,
            originator_version=self.version + 1,
            subject=subject,
            valid_from=valid_from,
            **(vars(act) | facts),
        )
        happened.mutate(self)
        self._pending_events.append(happened)

    def mark_withdrawn(self) -> None:
        """Assign that it knows nothing of itself any more; what brings it on record again says everything."""
        for name in vars(self).keys() - {"_id", "_version", "_pending_events"}:
            delattr(self, name)
        self.is_withdrawn = True

    def copied(self) -> Self:
        """Return the same state with nothing pending, to decide on without touching this one."""
        other = object.__new__(type(self))
        vars(other).update(vars(self), _pending_events=[])
        return other

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Undo what happened inside if a rule refuses in the end."""
        before, pending = vars(self).copy(), len(self._pending_events)
        try:
            yield
        except Refused:
            vars(self).clear()
            vars(self).update(before)
            del self._pending_events[pending:]
            raise

    @property
    def modified_on(self) -> datetime:
        """Not kept: the record knows when each event was recorded."""
        raise NotImplementedError

    @modified_on.setter
    def modified_on(self, modified_on: datetime) -> None:
        raise NotImplementedError


A = TypeVar("A", bound=Aggregate)


def replay(aggregate: A | None, events: Iterable[Event]) -> A | None:
    """Return the aggregate as the events leave it; None if there were none."""
    for event in events:
        aggregate = event.mutate(aggregate)
    return aggregate


class Message(str):
    """A fact of a refusal that is itself a message to translate, like the title of a step."""

    __slots__ = ()


class Refused(Exception):
    """A rule said no. Nothing was recorded.

    A subclass is one rule: its `CODE` is lasting, its `SENTENCE` tells the person
    what to do next. The sentence is a message to translate; `%(name)s` takes a fact.
    """

    CODE: ClassVar[str] = ""
    SENTENCE: ClassVar[str] = ""

    rests_on: Reference | None = None
    """The event that makes it so; None where it rests on what was sent, or on what never happened."""

    def __init__(self, **facts: object) -> None:
        """`facts` fill the sentence: amounts as `Fen`, days as dates, titles as `Message`, several as tuple.

        What is named in two languages of its own, as areas and programmes are, stands for itself.
        """
        self.facts = facts
        super().__init__(self.SENTENCE % {name: _plain(value) for name, value in facts.items()})

    def resting_on(self, event: Reference | None) -> Self:
        """Return the refusal with the event that makes it so."""
        self.rests_on = event
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        """Say how it is made again in another process."""
        return partial(type(self), **self.facts), (), {"rests_on": self.rests_on}


def _plain(fact: object) -> str:
    return ", ".join(map(str, fact)) if isinstance(fact, tuple) else str(fact)
