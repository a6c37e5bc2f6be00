"""Reading the stored rows, the same on both databases."""

from abc import ABC, abstractmethod
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from eventsourcing.persistence import Notification, StoredEvent

from audit_service.store.submission import Attempt, StoredRow, instant, microseconds

ROWS = "SELECT position, stream, version, topic, state, recorded_at FROM record WHERE "
STREAMS = "SELECT stream FROM record WHERE position > ? AND position <= ? AND topic IN"
"""Not distinct: SQLite would look for that through the index of all streams, however few are asked for."""
STORED = {
    "record": "SELECT version, topic, state FROM record WHERE ",
    "snapshots": "SELECT version, topic, state FROM snapshots WHERE ",
}
ATTEMPTS = "SELECT number, at, official, role, command, stream, code FROM attempts WHERE "
SNAPSHOT = "coalesce((SELECT max(version) FROM snapshots WHERE stream = ? AND topic = ?), 0)"
ANY_POSITION = 2**62
ANY_VERSION = 2**31 - 1
CHUNK = 5000
"""Streams read with one statement."""
STRETCH = 100_000
"""Positions looked through with one statement."""


class Reader(ABC):
    """Asks the database. Every method raises StoreUnavailable."""

    MANY: str
    """Reads the rows of the streams that are handed over packed, by stream and version."""

    @abstractmethod
    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return what a statement finds, on a connection for reading; parameters stand as `?`."""

    @abstractmethod
    def pack(self, streams: Sequence[UUID]) -> tuple[Any, ...]:
        """Return the parameters that hand over many identities at once."""

    @abstractmethod
    def identity(self, stream: UUID) -> Any:
        """Return an identity as the database takes it."""

    @abstractmethod
    def stream(self, identity: Any) -> UUID:
        """Return an identity that the database gave."""

    @abstractmethod
    def read(self, sql: str, parameters: Sequence[Any]) -> list[StoredRow]:
        """Return the rows of the record that a statement finds."""

    def rows(self, after: int, limit: int) -> list[StoredRow]:
        """Return at most so many rows after this position, in order."""
        return self.read(ROWS + "position > ? ORDER BY position LIMIT ?", (after, limit))

    def rows_of(self, stream: UUID, *, after_version: int = 0, upto: int | None = None) -> list[StoredRow]:
        """Return a stream's rows in order, after this version and not after position `upto`."""
        found = self.read(
            ROWS + "stream = ? AND version > ? ORDER BY version", (self.identity(stream), after_version)
        )
        return found if upto is None else [row for row in found if row[0] <= upto]

    def rows_since_snapshot(self, stream: UUID, topic: str) -> list[StoredRow]:
        """Return a stream's rows in order, after its last snapshot with this topic."""
        identity = self.identity(stream)
        return self.read(
            f"{ROWS}stream = ? AND version > {SNAPSHOT} ORDER BY version", (identity, identity, topic)
        )

    def rows_of_many(self, streams: Sequence[UUID]) -> Iterator[StoredRow]:
        """Return the rows of many streams, those of one stream together and in order."""
        for start in range(0, len(streams), CHUNK):
            yield from self.read(self.MANY, self.pack(streams[start : start + CHUNK]))

    def streams_with(
        self, topics: Sequence[str], after: int, among: Iterable[UUID] | None = None
    ) -> list[UUID]:
        """Return the streams that had such events after a position: all, or those that are among some."""
        wanted = None if among is None else set(map(self.identity, among))
        found: set[Any] = set()
        for rows in self._stretches(topics, after):
            had = {identity for (identity,) in rows}
            found |= had if wanted is None else had & wanted
        return [self.stream(identity) for identity in found]

    def has_any(self, topics: Sequence[str], after: int) -> bool:
        """Say whether there were such events after a position."""
        return any(self._stretches(topics, after, "LIMIT 1"))

    def _stretches(
        self, topics: Sequence[str], after: int, at_most: str = ""
    ) -> Iterator[list[tuple[Any, ...]]]:
        sql = f"{STREAMS} ({', '.join('?' * len(topics))}) {at_most}"
        for start in range(after, self.last_position(), STRETCH):
            yield self.query(sql, (start, start + STRETCH, *topics))

    def last_position(self) -> int:
        """Return the position of the last event; 0 if there is none."""
        ((last,),) = self.query("SELECT coalesce(max(position), 0) FROM record")
        return int(last)

    def recorded_at(self, position: int) -> int:
        """Return when the event at this position was recorded, in microseconds since 1970."""
        ((recorded_at,),) = self.query("SELECT recorded_at FROM record WHERE position = ?", (position,))
        return int(recorded_at)

    def attempts(
        self,
        before: int | None,
        limit: int,
        by: UUID | None = None,
        *,
        code: str = "",
        about: Collection[UUID] = (),
        first: datetime | None = None,
        last: datetime | None = None,
    ) -> list[Attempt]:
        """Return refused attempts below this number, the latest first.

        All, or those of one official, by one rule, about some streams, from a moment on or before one.
        """
        asked: list[tuple[str, Sequence[Any]]] = [
            ("number < ?", (ANY_POSITION if before is None else before,))
        ]
        if by is not None:
            asked.append(("official = ?", (self.identity(by),)))
        if code:
            asked.append(("code = ?", (code,)))
        if about:
            asked.append((f"stream IN ({', '.join('?' * len(about))})", [*map(self.identity, about)]))
        if first is not None:
            asked.append(("at >= ?", (microseconds(first),)))
        if last is not None:
            asked.append(("at < ?", (microseconds(last),)))
        conditions = " AND ".join(condition for condition, _ in asked)
        given = [value for _, values in asked for value in values]
        found = self.query(f"{ATTEMPTS}{conditions} ORDER BY number DESC LIMIT ?", (*given, limit))
        return [
            Attempt(
                at=instant(at),
                by=self.stream(official),
                role=role,
                command=command,
                stream=None if stream is None else self.stream(stream),
                code=code,
                number=number,
            )
            for number, at, official, role, command, stream, code in found
        ]

    # What the library asks of a recorder

    def stored_events(
        self,
        table: str,
        stream: UUID | str,
        *,
        gt: int | None,
        lte: int | None,
        desc: bool,
        limit: int | None,
    ) -> list[StoredEvent]:
        """Return events of one stream from the record, or from the snapshots."""
        identity = stream if isinstance(stream, UUID) else UUID(stream)
        chosen = "stream = ? AND version > ? AND version <= ? ORDER BY version"
        bounds = (
            -1 if gt is None else gt,
            ANY_VERSION if lte is None else lte,
            ANY_VERSION if limit is None else limit,
        )
        found = self.query(
            STORED[table] + chosen + (" DESC LIMIT ?" if desc else " LIMIT ?"),
            (self.identity(identity), *bounds),
        )
        return [StoredEvent(identity, version, topic, state) for version, topic, state in found]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """Return stored events by position."""
        first = 0 if start is None else start if inclusive_of_start else start + 1
        last = ANY_POSITION if stop is None else stop
        among = f"AND topic IN ({', '.join('?' * len(topics))})" if topics else ""
        found = self.read(
            f"{ROWS} position BETWEEN ? AND ? {among} ORDER BY position LIMIT ?",
            (first, last, *topics, limit),
        )
        return [
            Notification(stream, version, topic, state, position)
            for position, stream, version, topic, state, _ in found
        ]

    def max_notification_id(self) -> int | None:
        """Return the position of the last event, None if there is none."""
        return self.last_position() or None
