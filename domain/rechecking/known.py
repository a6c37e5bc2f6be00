"""The standards as they were known when something was decided."""

from bisect import bisect_left
from collections.abc import Iterable

from domain.identities import STANDARDS_ID
from domain.kernel import Event
from domain.standards.living_standard import Standards


class Known:
    """The catalogue of standards by the position of the record that it was published at."""

    def __init__(self, history: Iterable[Event]) -> None:
        """`history`: the events of the catalogue, in order."""
        catalogue = Standards.blank(STANDARDS_ID)
        self._positions: list[int] = []
        self._catalogues = [catalogue]
        for event in history:
            catalogue = event.mutate(catalogue.copied())
            if isinstance(event, (Standards.Published, Standards.ReviewPeriodPublished)):
                self._positions.append(event.position)
                self._catalogues.append(catalogue)

    def before(self, position: int) -> Standards:
        """Return what had been published before this position of the record."""
        return self._catalogues[bisect_left(self._positions, position)]

    @property
    def now(self) -> Standards:
        """Everything that was published."""
        return self._catalogues[-1]
