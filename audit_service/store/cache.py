"""The aggregates as they stood when they were last seen, so that they need not be replayed."""

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock
from uuid import UUID

from domain.kernel import Aggregate, Event

AT_MOST = 5_000
"""Aggregates held; the least recently used go first."""


class Cache:
    """Holds aggregates that nobody changes: who takes one out decides on a copy."""

    def __init__(self, at_most: int = AT_MOST) -> None:
        self._at_most = at_most
        self._held: OrderedDict[UUID, Aggregate] = OrderedDict()
        self._lock = Lock()

    def get(self, stream: UUID) -> Aggregate | None:
        """Return the aggregate as it was last seen."""
        with self._lock:
            found = self._held.get(stream)
            if found is not None:
                self._held.move_to_end(stream)
            return found

    def put(self, aggregates: Iterable[Aggregate]) -> None:
        """Hold these, each unless a newer version is held."""
        with self._lock:
            for aggregate in aggregates:
                held = self._held.get(aggregate.id)
                if held is None or held.version < aggregate.version:
                    self._held[aggregate.id] = aggregate
            while len(self._held) > self._at_most:
                self._held.popitem(last=False)

    def follow(self, events: Iterable[Event]) -> None:
        """Bring what is held up to date with what others recorded."""
        for event in events:
            held = self._held.get(event.stream)
            if held is None or held.version >= event.originator_version:
                continue
            if held.version + 1 == event.originator_version:
                self.put([event.mutate(held.copied())])
            else:
                self.drop([event.stream])

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._held.clear()

    def drop(self, streams: Iterable[UUID]) -> None:
        """Forget these."""
        with self._lock:
            for stream in streams:
                self._held.pop(stream, None)
