"""What happens around storing: encoding before it, taking note after it."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from typing import cast
from uuid import UUID

from audit_service.store.admission import Claim
from audit_service.store.cache import Cache
from audit_service.store.codec import Codec
from audit_service.store.errors import KeyDestroyed, StaleVersion, StoreUnavailable
from audit_service.store.recorder import Recorder
from audit_service.store.snapshots import Snapshots, is_due
from audit_service.store.submission import Kept, Line, Submission
from audit_service.store.vault import Vault
from audit_service.store.writer import Ticket
from domain.kernel import Aggregate, Event

LARGE = 200
"""Events from which on a submission is encoded where it comes from, so that the writer need not wait."""
CHUNK = 5000
"""Events of a large submission whose keys are made together."""
FOLLOWED = 2000
"""Events of other processes that are worth following; what is held is forgotten when there are more."""

logger = logging.getLogger(__name__)


class Filing:
    """Encodes what is submitted, and keeps what was stored at hand."""

    def __init__(
        self, recorder: Recorder, codec: Codec, vault: Vault, cache: Cache, snapshots: Snapshots
    ) -> None:
        self._recorder = recorder
        self._codec = codec
        self._vault = vault
        self._cache = cache
        self._snapshots = snapshots
        self._followed = recorder.last_position()
        """Position up to which the cache knows what happened to the aggregates that it holds."""
        self.watching: list[Callable[[int], None]] = []
        """Called with the last position after each commit."""

    def begin(self, ticket: Ticket) -> None:
        """Encode the submission at once, unless keys have to be made for it: the writer makes many at once.

        Raises KeyDestroyed; StoreUnavailable for a large submission.
        """
        events = list(_pending(ticket.submission))
        ticket.weight = len(events)
        if ticket.weight >= LARGE:
            ticket.claim = _claim(ticket.submission, self._encoded_in_chunks(events))
        elif self._vault.holds_open(self._codec.subjects(events)):
            ticket.claim = _claim(ticket.submission, [self._codec.line(event) for event in events])

    def encode(self, tickets: Sequence[Ticket]) -> None:
        """Make the keys that are missing, all at once, and encode."""
        pending = {id(ticket): list(_pending(ticket.submission)) for ticket in tickets}
        subjects = {subject for events in pending.values() for subject in self._codec.subjects(events)}
        try:
            with suppress(KeyDestroyed):  # whose it is finds out below
                self._vault.ensure_keys(subjects)
        except StoreUnavailable as error:
            for ticket in tickets:
                ticket.outcome = error
            return
        for ticket in tickets:
            try:
                lines = [self._codec.line(event) for event in pending[id(ticket)]]
                ticket.claim = _claim(ticket.submission, lines)
            except Exception as error:  # noqa: BLE001, whatever it is, it is told to who asked
                ticket.outcome = error

    def settled(self, tickets: Sequence[Ticket]) -> None:
        """Hold what was stored, forget what others have changed, tell who watches."""
        last = 0
        for ticket in tickets:
            outcome = ticket.outcome
            if isinstance(outcome, StaleVersion):
                self._cache.drop([outcome.stream])
            elif isinstance(outcome, Kept) and not outcome.repeated:
                last = max(last, outcome.positions.stop - 1)
                self._hold(ticket)
        if last:
            for watch in self.watching:
                watch(last)

    def afterwards(self, tickets: Sequence[Ticket]) -> None:
        """Follow what other processes recorded meanwhile, and take the snapshots that are due."""
        self._follow_others(tickets)
        self._snapshots.keep(
            aggregate
            for ticket in tickets
            if isinstance(ticket.outcome, Kept) and not ticket.outcome.repeated
            for aggregate in ticket.submission.aggregates
            if is_due(aggregate)
        )

    def _follow_others(self, tickets: Sequence[Ticket]) -> None:
        """Others recorded what lies between what was followed and what is stored now, if anything does."""
        stored = [
            outcome.positions
            for ticket in tickets
            if isinstance(outcome := ticket.outcome, Kept) and outcome.rows and not outcome.repeated
        ]
        if not stored:
            return
        theirs = stored[0].start - 1 - self._followed
        if theirs > FOLLOWED:
            self._cache.clear()
        elif theirs:
            self._cache.follow(self._codec.events(self._recorder.rows(self._followed, theirs)))
        self._followed = stored[-1].stop - 1

    def _hold(self, ticket: Ticket) -> None:
        aggregates = ticket.submission.aggregates
        if ticket.weight >= LARGE:
            self._cache.drop(aggregate.id for aggregate in aggregates)
        else:
            self._cache.put(aggregate.copied() for aggregate in aggregates)

    def _encoded_in_chunks(self, events: Sequence[Event]) -> list[Line]:
        lines: list[Line] = []
        for start in range(0, len(events), CHUNK):
            chunk = events[start : start + CHUNK]
            self._vault.ensure_keys(self._codec.subjects(chunk))
            lines.extend(map(self._codec.line, chunk))
        return lines


def _claim(submission: Submission, lines: Sequence[Line]) -> Claim:
    expected = {aggregate.id: aggregate.version for aggregate in submission.rests_on}
    for aggregate in submission.aggregates:
        expected[aggregate.id] = aggregate.version - len(aggregate.pending_events)
    return Claim(
        lines=lines,
        expected=expected,
        key=None if submission.key is None else digest(submission.key),
        request=submission.request,
        attempt=submission.attempt,
    )


def digest(key: bytes) -> bytes:
    """Return what an idempotency key is stored as."""
    return blake2b(key, digest_size=16).digest()


def _pending(submission: Submission) -> Iterator[Event]:
    """Return the events that are to be recorded. Raises ValueError if a stream is written twice."""
    aggregates: dict[UUID, Aggregate] = {}
    for aggregate in submission.aggregates:
        if aggregates.setdefault(aggregate.id, aggregate) is not aggregate:
            raise ValueError(f"{aggregate.id} was submitted twice, with different histories")
    for aggregate in aggregates.values():
        yield from cast("list[Event]", aggregate.pending_events)
