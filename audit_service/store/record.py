"""The record: everything that was decided, by whom and when, in one order, for good."""

import asyncio
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future
from datetime import datetime
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeVar
from uuid import UUID

from eventsourcing.application import Application
from eventsourcing.persistence import ApplicationRecorder, Mapper
from eventsourcing.utils import Environment, EnvType

from audit_service.store.cache import Cache
from audit_service.store.codec import Codec
from audit_service.store.errors import KeyReused, NotOnRecord
from audit_service.store.fetching import Fetching
from audit_service.store.filing import Filing, digest
from audit_service.store.mapper import EventMapper, Events
from audit_service.store.recorder import Recorder
from audit_service.store.snapshots import Snapshots
from audit_service.store.submission import Attempt, Kept, StoredRow, Submission, microseconds
from audit_service.store.vault import Vault
from audit_service.store.writer import Ticket, Writer
from domain.kernel import Aggregate, Event, replay
from domain.refusal import Reference

A = TypeVar("A", bound=Aggregate)


class Record(Application[UUID]):
    """Loads aggregates, keeps what happened to them, and is read from any position on.

    Whatever has to ask the database raises StoreUnavailable while it cannot be reached.
    """

    name = "record"
    events: Events
    """Called with a stream and perhaps `upto` a position: the events of one stream."""

    def __init__(self, recorder: Recorder, vault: Vault) -> None:
        """Start on a store that was prepared. Raises NotPrepared, NotDurable, StoreUnavailable."""
        self.store = recorder
        self.vault = vault
        self.codec = Codec(vault)
        super().__init__()
        recorder.assert_durable()
        self.cache = Cache()
        self.fetch_here = Fetching(self.fetch)
        self._snapshots = Snapshots(recorder)
        self._filing = Filing(recorder, self.codec, vault, self.cache, self._snapshots)
        self._writer = Writer(recorder, self._filing)

    # What the library asks an application for

    def construct_env(self, name: str, env: EnvType | None = None) -> Environment:
        """Take nothing from the environment: what the record stands on was handed over."""
        return Environment(name, env)

    def construct_mapper(self) -> Mapper[UUID]:
        """Map events as our codec does."""
        return EventMapper(self.codec)

    def construct_event_store(self) -> Events:
        """Read events with our codec."""
        return Events(self.codec, self.store)

    def construct_recorder(self) -> ApplicationRecorder:
        """Record where we were told to."""
        return self.store

    # Aggregates

    def get(self, kind: type[A], identity: UUID, *, at: int | None = None) -> A:
        """Return the aggregate as it stands, or as it stood at a position. Raises NotOnRecord."""
        found = self.find(kind, identity, at=at)
        if found is None:
            raise NotOnRecord(identity)
        return found

    def find(self, kind: type[A], identity: UUID, *, at: int | None = None) -> A | None:
        """Return the aggregate as it stands, or as it stood at a position; None without a history."""
        if at is not None:
            return _of(kind, replay(_nothing(), self.events(identity, upto=at)))
        held = self.at_hand(kind, identity)
        known, rows = self._on_record(kind, identity) if held is None else (held, self._since(held))
        found = _of(kind, replay(known, self.codec.events(rows)))
        if found is not None and (rows or held is None):
            self.cache.put([found.copied()])
        return found

    def at_hand(self, kind: type[A], identity: UUID) -> A | None:
        """Return the aggregate as it was last seen here, without asking the database; None if it was not.

        Another process may have gone on. A decision to record something is safe on it, as versions are
        compared when it is recorded; a refusal has to be decided again on what `find` returns.
        """
        held = self.cache.get(identity)
        return _of(kind, held.copied()) if held else None

    def withdrawn(self, kind: type[A], identity: UUID) -> A | None:
        """Return the aggregate whose coming on record was taken back; None if there is none such."""
        found = replay(_nothing(), self.events(identity))
        return found if isinstance(found, kind) and found.is_withdrawn else None

    def get_many(self, kind: type[A], identities: Sequence[UUID]) -> dict[UUID, A]:
        """Return those of the aggregates that have a history, with a few questions for all of them."""
        rows = self.store.rows_of_many(identities)
        found = {
            stream: _of(kind, replay(_nothing(), self.codec.events(history)))
            for stream, history in groupby(rows, itemgetter(1))
        }
        return {stream: aggregate for stream, aggregate in found.items() if aggregate is not None}

    def _since(self, held: Aggregate) -> list[StoredRow]:
        return self.store.rows_of(held.id, after_version=held.version)

    def _on_record(self, kind: type[A], identity: UUID) -> tuple[A | None, list[StoredRow]]:
        """Return the last snapshot, if there is one that can be used, and the rows after it."""
        rows = self.store.rows_since_snapshot(identity, self._snapshots.topic(kind))
        if rows and rows[0][2] == 1:
            return None, rows
        return self._snapshots.latest(kind, identity), rows

    def fetch(self, identities: Sequence[UUID]) -> None:
        """Have these aggregates at hand, as far as they have a history, and the keys of whom they are about.

        With one question for all of them to each database.
        """
        histories = groupby(self.store.rows_of_many(identities), itemgetter(1))
        replayed = [replay(_nothing(), self.codec.events(history)) for _, history in histories]
        found = [aggregate for aggregate in replayed if aggregate is not None]
        self.vault.hold_open(aggregate.subject for aggregate in found)
        self.cache.put(found)

    # Events

    def read(self, after: int, limit: int) -> list[Event]:
        """Return at most so many events after this position, in order; personal fields sealed."""
        return list(self.codec.events(self.store.rows(after, limit)))

    def event(self, named: Reference) -> Event | None:
        """Return an event, personal fields sealed; None if it is not on record."""
        if named.stream is None:
            rows = self.store.rows(named.position - 1, 1)
        else:
            rows = self.store.rows_of(named.stream, after_version=named.version - 1)[:1]
        return next(iter(self.codec.events(rows)), None)

    def streams_with(
        self, kinds: Iterable[type[Event]], *, after: int, among: Iterable[UUID] | None = None
    ) -> list[UUID]:
        """Return the streams to which any such thing happened after a position: all, or those among some."""
        return self.store.streams_with([kind.TOPIC for kind in kinds], after, among)

    def has_any(self, kinds: Iterable[type[Event]], *, after: int) -> bool:
        """Say whether any such thing happened after a position."""
        return self.store.has_any([kind.TOPIC for kind in kinds], after)

    def last_position(self) -> int:
        """Return the position of the last event; 0 on an empty record."""
        return self.store.last_position()

    def position_at(self, instant: datetime) -> int:
        """Return the last position recorded by this instant; 0 if nothing was."""
        positions = range(1, self.last_position() + 1)
        return bisect_right(positions, microseconds(instant), key=self.store.recorded_at)

    def attempts(
        self, before: int | None = None, limit: int = 50, *, by: UUID | None = None, **sought: Any
    ) -> list[Attempt]:
        """Return refused attempts, the latest first: all, or those of one official, or as they are `sought`.

        The next page is before the last one's number.
        """
        return self.store.attempts(before, limit, by, **sought)

    # Keeping

    def keep(self, submission: Submission) -> Kept:
        """Record what happened, and return when it is durable.

        Raises StaleVersion, KeyReused, KeyDestroyed; StoreFull, InDoubt or StoreUnavailable.
        Nothing was recorded then (InDoubt: perhaps it was).
        """
        return self.submit(submission).result()

    def submit(self, submission: Submission) -> Future[Kept]:
        """Have recorded what happened; the future says what `keep` would have said."""
        answer: Future[Kept] = Future()
        answer.set_running_or_notify_cancel()
        ticket = Ticket(submission, answer)
        self._filing.begin(ticket)
        self._writer.put(ticket)
        return answer

    def submit_here(self, submission: Submission) -> asyncio.Future[Kept]:
        """Have recorded what happened; the future belongs to the running event loop.

        What one turn of the loop submits is stored together, and all who wait in it are answered with
        one call into it. Who stops waiting does not stop what is being recorded.
        """
        loop = asyncio.get_running_loop()
        ticket = Ticket(submission, answer := loop.create_future())
        self._filing.begin(ticket)
        self._writer.put_together(ticket, loop)
        return answer

    def answered(self, key: bytes | None, request: bytes) -> Kept | None:
        """Return what was recorded under an idempotency key, None if nothing was. Raises KeyReused."""
        if key is None or (before := self.store.answered(digest(key))) is None:
            return None
        if before.request != request:
            raise KeyReused
        return self.store.answer(before)

    def on_committed(self, watch: Callable[[int], None]) -> None:
        """Have this called with the last position after each commit of this process, by the writer."""
        self._filing.watching.append(watch)

    def close(self) -> None:
        """Store what waits, and let go of the database. The vault stays open."""
        self._writer.close()
        super().close()
        self.store.close()


def _nothing() -> Aggregate | None:
    """Return what an aggregate is before its first event."""
    return None


def _of(kind: type[A], aggregate: Aggregate | None) -> A | None:
    """Return the aggregate if it is one of this kind, and was not taken back."""
    return aggregate if isinstance(aggregate, kind) and not aggregate.is_withdrawn else None
