"""One scan of the record that feeds several views."""

from collections.abc import Iterable
from typing import Protocol

from sqlalchemy import Engine

from domain.kernel import Event
from projections.fold import Fold
from projections.garbage import few_collections
from projections.standing import Standing


class Source(Protocol):
    """The record, as views see it."""

    def read(self, after: int, limit: int) -> list[Event]:
        """Return up to so many events after a position, in order and without a gap."""

    def last_position(self) -> int:
        """Return the position of the last event; 0 if there is none."""


class Scan:
    """Feeds views that may stand at different positions; the ones behind catch up with the others."""

    def __init__(self, source: Source, engine: Engine, limit: int) -> None:
        self.views: list[Standing] = []
        self.full = False
        """Whether the last batch was as large as batches are, so that there may be more."""
        self._source = source
        self._fold = Fold(engine)
        self._limit = limit

    def look_at(self, found: Iterable[Standing]) -> None:
        """Take views as they are found to stand; one that stands where it did keeps its rows in memory."""
        known = self.views
        self.views = [next((one for one in known if one == new), new) for new in found]

    @property
    def moving(self) -> list[Standing]:
        """The views that have not stopped."""
        return [view for view in self.views if not view.failure]

    @property
    def position(self) -> int:
        """Position that all moving views have reached."""
        return min((view.position for view in self.moving), default=0)

    def step(self) -> bool:
        """Fold the next batch; False if there is none. Raises Overtaken, and what the databases raise."""
        with few_collections():
            return self._step()

    def _step(self) -> bool:
        position = self.position
        behind = [view for view in self.moving if view.position == position]
        ahead = [view.position for view in self.moving if view.position > position]
        limit = min([self._limit, *(further - position for further in ahead)])
        events = self._source.read(position, limit) if behind else []
        self.full = len(events) == self._limit
        if events:
            self._fold(behind, events)
        return bool(events)
