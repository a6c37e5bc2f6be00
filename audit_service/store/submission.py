"""What is handed to the record to be kept, and what it answers."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import cached_property, lru_cache
from hashlib import sha256
from typing import NamedTuple
from uuid import UUID

from audit_service.proof.entry import Stored
from domain.kernel import Aggregate

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


@lru_cache(4096)
def instant(microseconds: int) -> datetime:
    """Return the UTC instant so many microseconds after 1970."""
    return EPOCH + timedelta(microseconds=microseconds)


def microseconds(moment: datetime) -> int:
    """Return how many whole microseconds after 1970 the aware `moment` is."""
    return (moment - EPOCH) // MICROSECOND


class Line(NamedTuple):
    """One encoded event that has no position yet."""

    stream: UUID
    version: int
    topic: str
    state: bytes


StoredRow = tuple[int, UUID, int, str, bytes, int]
"""Position, stream, version, topic, state and time of an event, as the database gives them."""


class Row(NamedTuple):
    """One event as it is stored."""

    position: int
    stream: UUID
    version: int
    topic: str
    state: bytes
    recorded_at: int
    """Microseconds since 1970, UTC."""


@dataclass(frozen=True, kw_only=True)
class Attempt:
    """A command that was refused: who asked for what, and which rule said no."""

    at: datetime
    by: UUID
    role: str
    command: str
    stream: UUID | None
    """Identity of what the command was about, if it got that far."""
    code: str
    """Code of the refusal."""
    number: int = 0
    """Place in the log of attempts, given by the store."""


@dataclass(frozen=True, kw_only=True)
class Submission:
    """What is to be recorded together, all or nothing."""

    aggregates: tuple[Aggregate, ...] = ()
    """With the events that are to be recorded pending. Not to be used any more afterwards."""
    rests_on: tuple[Aggregate, ...] = ()
    """Read but not changed: the decision holds only while these stand at the same version."""
    key: bytes | None = None
    """Idempotency key: under one key, one request is recorded once."""
    request: bytes = b""
    """Tells the request from any other under the same key."""
    attempt: Attempt | None = None
    """A refusal to be logged."""


@dataclass(frozen=True)
class Kept:
    """What was recorded."""

    rows: tuple[Row, ...]
    recorded_at: datetime
    repeated: bool = field(default=False, kw_only=True)
    """Whether it had been recorded before, under the same key."""

    @property
    def positions(self) -> range:
        """Positions of the events in the record; empty if there were no events."""
        if not self.rows:
            return range(0)
        return range(self.rows[0].position, self.rows[-1].position + 1)

    @cached_property
    def entries(self) -> tuple[Stored, ...]:
        """The rows as the proof commits to them."""
        return tuple(
            Stored(
                row.position, row.stream, row.version, row.topic, row.recorded_at, sha256(row.state).digest()
            )
            for row in self.rows
        )
