"""Storing batches of claims, the same on both databases, under the library's recorder.

Positions are given under the writer's lock as last + 1, so a reader who has seen n knows that the
next is n + 1 and that nothing appears before it any more.
"""

import time
from abc import abstractmethod
from collections.abc import Mapping, Sequence
from threading import Lock
from typing import Any, cast
from uuid import UUID

from eventsourcing.persistence import ApplicationRecorder, IntegrityError, StoredEvent, Subscription

from audit_service.store.admission import Batch, Claim, Found, KeyRow, admit
from audit_service.store.errors import InDoubt
from audit_service.store.failures import told
from audit_service.store.reader import Reader
from audit_service.store.submission import Kept, Line, Row, instant

IN_DOUBT_FOR = 30.0
"""Seconds to go on asking a store that was lost while it committed."""
ASKED_EVERY = 0.2
"""Seconds between two questions."""


class Recorder(Reader, ApplicationRecorder):
    """Stores what can be stored of many claims in one durable transaction."""

    CONFLICT: type[Exception]
    """What the driver raises when a version of a stream is there already."""

    def __init__(self) -> None:
        self._writing = Lock()

    def write(self, claims: Sequence[Claim]) -> list[Kept | Exception]:
        """Store the claims that hold, and say what became of each.

        Raises StoreUnavailable, InDoubt or StoreFull when none of them was stored.
        """
        with self._writing, told():
            try:
                batch = self._inserted(claims)
            except Exception:
                self.abandon()
                raise
            if batch:
                self._settle(batch)
            else:
                self.abandon()
        return cast("list[Kept | Exception]", batch.outcomes)

    def answered(self, key: bytes) -> KeyRow | None:
        """Return what was recorded under the digest of an idempotency key."""
        sql = "SELECT key, request, first, events, recorded_at FROM keys WHERE key = ?"
        return next((KeyRow._make(found) for found in self.query(sql, (key,))), None)

    def answer(self, key: KeyRow) -> Kept:
        """Return again what was answered under an idempotency key."""
        rows = tuple(Row._make(row) for row in self.rows(key.first - 1, key.events))
        return Kept(rows, instant(key.recorded_at), repeated=True)

    @abstractmethod
    def assert_durable(self) -> None:
        """Raise NotDurable if the database may lose what it has confirmed, NotPrepared without tables."""

    @abstractmethod
    def begin(self, streams: Sequence[UUID] = (), keys: Sequence[bytes] = ()) -> Found:
        """Open a transaction as the only one that may write.

        Returns where the record ends, at which versions these streams stand, and which of these
        keys were used.
        """

    @abstractmethod
    def insert(self, batch: Batch) -> None:
        """Store the batch in the open transaction."""

    @abstractmethod
    def commit(self) -> None:
        """End the open transaction durably. Raises InDoubt if it may not outlive this server."""

    @abstractmethod
    def abandon(self) -> None:
        """End the open transaction without a trace; let go of a connection that is of no use any more."""

    def tidy(self) -> None:
        """Do what the database is better for and nobody should wait for. Called by the writer."""

    @abstractmethod
    def run(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """Execute a statement for each of the rows, in a transaction of their own."""

    @abstractmethod
    def close(self) -> None:
        """Let go of all connections."""

    def _inserted(self, claims: Sequence[Claim]) -> Batch:
        """Judge the claims and insert what holds.

        The thousands of streams of a large claim that is alone are only looked at if need be: beside
        others, what is assumed of them could be told to those.
        """
        taken_on_trust = dict(claims[0].on_trust()) if len(claims) == 1 else {}
        try:
            return self._judged_and_inserted(claims, taken_on_trust)
        except self.CONFLICT:
            if not taken_on_trust:
                raise
            self.abandon()
            return self._judged_and_inserted(claims, {})

    def _judged_and_inserted(self, claims: Sequence[Claim], trusted: Mapping[UUID, int]) -> Batch:
        batch = self._judged(claims, trusted)
        if batch:
            self.insert(batch)
        return batch

    def _judged(self, claims: Sequence[Claim], trusted: Mapping[UUID, int]) -> Batch:
        streams = list({stream for claim in claims for stream in claim.expected if stream not in trusted})
        keys = [claim.key for claim in claims if claim.key is not None]
        found = self.begin(streams, keys)
        found.versions.update(trusted)
        batch = admit(claims, found, time.time_ns() // 1000)
        batch.outcomes = [
            self.answer(outcome) if isinstance(outcome, KeyRow) else outcome for outcome in batch.outcomes
        ]
        return batch

    def _settle(self, batch: Batch) -> None:
        """Commit. If the answer is lost, look whether the batch is there before saying anything."""
        try:
            self.commit()
        except InDoubt:
            self.abandon()
            raise
        except Exception:
            self.abandon()
            if not self._found(batch):
                raise

    def _found(self, batch: Batch) -> bool:
        """Look for the batch under the writer's lock, when its own transaction must have ended."""
        deadline = time.monotonic() + IN_DOUBT_FOR
        while True:
            try:
                self.begin()
                return self._holds(batch)
            except Exception as error:
                if time.monotonic() > deadline:
                    raise InDoubt("the store was lost while it committed") from error
                time.sleep(ASKED_EVERY)
            finally:
                self.abandon()

    def _holds(self, batch: Batch) -> bool:
        """Tell whether the batch is stored: either all of it is, or nothing."""
        if batch.rows:
            return self.rows(batch.rows[0].position - 1, 1) == batch.rows[:1]
        if batch.keys:
            return self.answered(batch.keys[0].key) == batch.keys[0]
        return self.attempts(batch.attempts[0].number + 1, 1) == batch.attempts[:1]

    # The library's interface

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int] | None:
        """Store the events in one transaction. Raises IntegrityError if a version is there already."""
        if not stored_events:
            return None
        lines = [
            Line(UUID(str(event.originator_id)), event.originator_version, event.topic, event.state)
            for event in stored_events
        ]
        try:
            (kept,) = self.write([Claim(lines=lines)])
        except self.CONFLICT as error:
            raise IntegrityError(error) from error
        return list(cast("Kept", kept).positions)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Return events of a stream."""
        return self.stored_events("record", originator_id, gt=gt, lte=lte, desc=desc, limit=limit)

    def subscribe(
        self, gt: int | None = None, topics: Sequence[str] = ()
    ) -> Subscription[ApplicationRecorder]:
        """Not offered: followers read the record in batches, from their own position on."""
        raise NotImplementedError("read the record in batches: Record.read(after, limit)")
