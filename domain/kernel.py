"""What every area of the domain is made of: aggregates that decide, and events that happened.

The one place in the domain, beside what makes events, that knows the event sourcing library.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, ClassVar, Self, TypeVar
from uuid import UUID

from eventsourcing.domain import BaseAggregate, CanMutateAggregate
from eventsourcing.utils import register_topic

from domain.event_type import EventType
from domain.refusal import Reference, Refused

PERSONAL = "personal"
"""Marks a field of an event as text about a person."""

Personal = Annotated[str, PERSONAL]
"""Text about a person, sealed under the key of the event's `subject` when it is stored."""


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
