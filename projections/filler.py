"""Filling views beside the live ones, from the first event to the last."""

from collections.abc import Sequence
from time import sleep

from sqlalchemy import Engine

from projections import filling, standing
from projections.engine import writing
from projections.kernel import Projection
from projections.scan import Scan, Source
from projections.standing import Overtaken

BATCH = 5_000
"""Events folded at once: of more, fewer stay near the processor from one view to the next."""
RIVAL = 0.002
"""Seconds to leave to another process that is folding the same batch."""


class Filler:
    """Fills those of its views that are being filled, and puts them in place when they have caught up."""

    def __init__(self, source: Source, engine: Engine, projections: Sequence[Projection]) -> None:
        self.scan = Scan(source, engine, BATCH)
        self._engine = engine
        self._projections = projections

    def begin(self) -> None:
        """Begin with empty tables for all of them."""
        with writing(self._engine).begin() as connection:
            standing.lock_tables(connection)
            for projection in self._projections:
                filling.begin(connection, projection)

    def look(self) -> None:
        """Look where the views stand."""
        with self._engine.connect() as connection:
            found = standing.read(connection, self._projections)
        self.scan.look_at(view for view in found if view.filling)

    def advance(self) -> bool:
        """Fold a batch, or put in place what has caught up; False if there is nothing left to do.

        Raises what the databases raise when they cannot be reached.
        """
        if not self.scan.views:
            return False
        try:
            return self.scan.step() or self._finish()
        except Overtaken:
            sleep(RIVAL)
            self.look()
            return True

    def _finish(self) -> bool:
        """Put views in place; False if there are only such left as had to stop."""
        finished = []
        for view in self.scan.views:
            filling.index(self._engine, view)
            if filling.put_in_place(self._engine, view):
                finished.append(view)
        self.scan.views = [view for view in self.scan.views if view not in finished]
        return bool(finished or self.scan.moving)
