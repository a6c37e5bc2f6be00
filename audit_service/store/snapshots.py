"""Snapshots of long histories: where to go on from instead of the beginning.

They can be thrown away at any time. One that was taken by other rules is not used: its topic names
the source code of the domain that it was taken with.
"""

import sys
from collections.abc import Iterable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar, TypedDict, TypeVar, get_origin, get_type_hints
from uuid import UUID

import msgspec
from eventsourcing.persistence import AggregateRecorder, IntegrityError, StoredEvent

from audit_service.store.recorder import Recorder
from domain.kernel import Aggregate

EVERY = 100
"""Events of a stream from one snapshot to the next."""

A = TypeVar("A", bound=Aggregate)


class SnapshotRecorder(AggregateRecorder):
    """Keeps snapshots beside the record, in a table of their own."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> Sequence[int] | None:
        """Store snapshots. Raises IntegrityError if there is one of the same version."""
        rows = [
            (
                self._recorder.identity(UUID(str(one.originator_id))),
                one.originator_version,
                one.topic,
                one.state,
            )
            for one in stored_events
        ]
        try:
            self._recorder.run("INSERT INTO snapshots VALUES (?, ?, ?, ?)", rows)
        except self._recorder.CONFLICT as error:
            raise IntegrityError(error) from error
        return None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """Return snapshots of a stream."""
        return self._recorder.stored_events(
            "snapshots", originator_id, gt=gt, lte=lte, desc=desc, limit=limit
        )


class Snapshots:
    """Takes snapshots and restores them."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = SnapshotRecorder(recorder)

    def keep(self, aggregates: Iterable[Aggregate]) -> None:
        """Store a snapshot of each of these. Raises StoreUnavailable."""
        taken = [
            StoredEvent(aggregate.id, aggregate.version, _topic(type(aggregate)), _state(aggregate))
            for aggregate in aggregates
        ]
        if taken:
            self._recorder.insert_events(taken)

    def topic(self, kind: type[Aggregate]) -> str:
        """Return the topic of the snapshots that can be used now: with the digest of the source code."""
        return _topic(kind)

    def latest(self, kind: type[A], stream: UUID) -> A | None:
        """Return the aggregate as it stood at its last snapshot that can be used."""
        topic = self.topic(kind)
        for found in self._recorder.select_events(stream, desc=True, limit=1):
            if found.topic == topic:
                return _restored(kind, stream, found.originator_version, found.state)
        return None


def is_due(aggregate: Aggregate) -> bool:
    """Tell whether what is pending takes the aggregate to where a snapshot is taken."""
    before = aggregate.version - len(aggregate.pending_events)
    return aggregate.version // EVERY > before // EVERY


def _state(aggregate: Aggregate) -> bytes:
    """Return what differs from the class's defaults, so that the restored is equal to the replayed."""
    assigned = vars(aggregate)
    return msgspec.json.encode(
        {name: assigned[name] for name in _attributes(type(aggregate)) if name in assigned}
    )


def _restored(kind: type[A], stream: UUID, version: int, state: bytes) -> A:
    aggregate = kind.blank(stream)
    vars(aggregate).update(_reader(kind).decode(state))
    aggregate.version = version
    return aggregate


@cache
def _attributes(kind: type[Aggregate]) -> dict[str, Any]:
    """Return the types of the attributes that make the state."""
    hints = get_type_hints(kind)
    return {
        name: hint
        for name, hint in hints.items()
        if get_origin(hint) is not ClassVar and not name.startswith("_") and not name.isupper()
    }


@cache
def _reader(kind: type[Aggregate]) -> msgspec.json.Decoder[dict[str, Any]]:
    return msgspec.json.Decoder(
        TypedDict(kind.__name__, _attributes(kind), total=False)  # type: ignore[operator]
    )


@cache
def _topic(kind: type[Aggregate]) -> str:
    """Return the topic of the aggregate with the digest of the source code around it."""
    package = sys.modules[kind.__module__.partition(".")[0]]
    folder = Path(str(package.__file__)).parent
    digest = sha256()
    for file in sorted(folder.rglob("*.py")):
        digest.update(file.read_bytes())
    return f"{kind.TOPIC}@{digest.hexdigest()[:16]}"
