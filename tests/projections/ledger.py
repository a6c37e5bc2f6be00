"""A record in memory, for whoever reads one."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from domain.kernel import Aggregate, Event

START = datetime(2021, 7, 1, tzinfo=UTC)
"""When the first event is recorded; each later one comes a microsecond after."""


class Ledger:
    """Hands out its events as the record does."""

    def __init__(self, *aggregates: Aggregate) -> None:
        self.events: list[Event] = []
        self.versions: dict[UUID, int] = {}
        self.keep(*aggregates)

    def record(self, event: type[Event], stream: UUID, **facts: Any) -> Event:
        """Record an event that a test names by its facts."""
        version = self.versions[stream] = self.versions.get(stream, 0) + 1
        act: dict[str, Any] = {"by": stream, "role": "librarian", "unit": "desk", "on": date(2021, 7, 1)}
        made = event(originator_id=stream, originator_version=version, subject=stream, **(act | facts))
        self._add(made)
        return made

    def keep(self, *aggregates: Aggregate) -> None:
        """Record what is pending of aggregates."""
        for aggregate in aggregates:
            for event in aggregate.collect_events():
                assert isinstance(event, Event)
                self._add(event)

    def _add(self, event: Event) -> None:
        position = len(self.events) + 1
        recorded_at = START + timedelta(microseconds=position)
        vars(event).update(position=position, recorded_at=recorded_at, stored=b"%d" % position)
        self.events.append(event)

    def read(self, after: int, limit: int) -> list[Event]:
        return self.events[after : after + limit]

    def last_position(self) -> int:
        return len(self.events)
