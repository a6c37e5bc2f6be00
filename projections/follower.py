"""Keeps the views up to date: follows the record in batches, fills new versions beside the live ones."""

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from threading import Event as Signal
from threading import Thread
from time import sleep
from typing import TypeAlias

import structlog
from sqlalchemy import Engine

from projections import filling, standing
from projections.filler import RIVAL, Filler
from projections.filling import Superseded
from projections.kernel import Projection
from projections.scan import Scan, Source
from projections.standing import Overtaken, State
from projections.waiting import Waiting

BATCH = 5_000
"""Events folded at once when following."""
GATHER = 0.1
"""Seconds before a batch that nobody waits for: what gathers meanwhile is folded for little more."""
POLL = 0.1
"""Seconds after which to look for what other processes wrote."""
SHORT_POLL = 0.02
"""The same, while somebody waits for what another process folds."""
BACK_OFF = 1.0
"""Seconds before trying a database again that could not be reached."""

Progress: TypeAlias = Callable[[int, int], None]

log = structlog.get_logger(__name__)


@dataclass(frozen=True)
class Condition:
    """How a view is doing."""

    name: str
    version: int
    state: State
    position: int = 0
    reason: str = ""


class RebuildStopped(Exception):
    """A handler failed while its view was filled; the live one is as it was."""


class Follower:
    """Keeps views up to date in a thread of its own; any number of processes may do so at once.

    With `folding=False` it only watches where the views are taken by other processes.
    """

    def __init__(
        self, source: Source, engine: Engine, projections: Iterable[Projection], *, folding: bool = True
    ) -> None:
        self.projections = tuple(projections)
        self.trouble = ""
        """Why nothing moves at present: the class of what the database raised."""
        self._source = source
        self._engine = engine
        self._folding = folding
        self._current = list(self.projections)
        """Those that no newer version has superseded."""
        self._live = Scan(source, engine, BATCH)
        self._filler = Filler(source, engine, self.projections)
        self._waiting = Waiting()
        self._woken = Signal()
        self._stopping = Signal()
        self._thread = Thread(target=self._run, name="follower", daemon=True)
        self.wait_for = self._waiting.wait_for
        self.until = self._waiting.until

    def start(self) -> None:
        """Begin to follow. Views of a short record are there when this returns."""
        self._prepare()
        if self._source.last_position() <= BATCH:
            self._fill_up()
        self._thread.start()

    def stop(self) -> None:
        """End after the batch under way."""
        self._stopping.set()
        self._woken.set()
        self._waiting.rouse()
        if self._thread.ident is not None:
            self._thread.join()

    def wake(self, _position: int) -> None:
        """Say that the record has grown."""
        self._woken.set()

    def catch_up(self) -> None:
        """Fold all there is in the record, here and now."""
        self._prepare()
        while (pause := self._turn()) < SHORT_POLL:
            sleep(pause)

    def rebuild(self, names: Sequence[str] = (), progress: Progress | None = None) -> None:
        """Fill views anew beside the live ones and put them in place; all of them if none is named.

        `progress` is told the position reached and the last one. Raises RebuildStopped.
        """
        standing.prepare(self._engine)
        chosen = [one for one in self.projections if not names or one.name in names]
        filler = Filler(self._source, self._engine, chosen)
        filler.begin()
        filler.look()
        while filler.advance():
            if progress is not None:
                progress(filler.scan.position, self._source.last_position())
        if filler.scan.views:
            raise RebuildStopped(", ".join(f"{view.name}: {view.failure}" for view in filler.scan.views))

    def conditions(self) -> list[Condition]:
        """Return how each view is doing, and each that is being filled."""
        with self._engine.connect() as connection:
            found = standing.read(connection, self.projections)
        old = [
            Condition(one.name, one.version, "superseded")
            for one in self.projections
            if one not in self._current
        ]
        return old + [
            Condition(one.name, one.projection.version, one.state, one.position, one.failure) for one in found
        ]

    def _prepare(self) -> None:
        standing.prepare(self._engine)
        for projection in self._unsettled() if self._folding else ():
            try:
                filling.claim(self._engine, projection, self._source.last_position)
            except Superseded:
                self._current.remove(projection)
                log.warning("view superseded", view=projection.name, version=projection.version)
        self._filler.look()
        self._look()

    def _unsettled(self) -> list[Projection]:
        """Return the views that have to be claimed: at most starts there are none, and nobody is held up."""
        last = self._source.last_position()
        with self._engine.connect() as connection:
            settled = standing.settled(connection, last)
        return [one for one in self._current if (one.name, one.version) not in settled]

    def _fill_up(self) -> None:
        while self._fill():
            pass

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                pause = self._turn(yielding=True)
                self.trouble = ""
            except Exception as trouble:  # noqa: BLE001 - whatever the databases raise, they may be back soon
                pause = BACK_OFF
                self.trouble = type(trouble).__name__
                log.warning("follower waits", reason=self.trouble)
            if pause:
                self._woken.wait(pause)
                self._woken.clear()
            if not (self._stopping.is_set() or self._live.full or self._filler.scan.moving):
                self._waiting.rest(GATHER)

    def _turn(self, *, yielding: bool = False) -> float:
        """Do what there is to do; return the seconds to wait before the next turn.

        One process is enough to follow: who is `yielding` leaves it to another that does.
        """
        try:
            if self._folding and self._step(yielding=yielding):
                return 0
        except Overtaken:
            self._look()
            return RIVAL
        self._look()
        return SHORT_POLL if self._waiting.anybody else POLL

    def _step(self, *, yielding: bool) -> bool:
        moved = not (yielding and self._followed_by_another()) and self._follow()
        return self._fill() or moved

    def _followed_by_another(self) -> bool:
        """Tell whether somebody else moved the live views since the last turn."""
        before = self._live.position
        self._look()
        return self._live.position != before

    def _follow(self) -> bool:
        moved = self._live.step()
        self._tell()
        return moved

    def _fill(self) -> bool:
        before = len(self._filler.scan.views)
        busy = self._filler.advance()
        if len(self._filler.scan.views) < before:
            self._look()
        return busy

    def _look(self) -> None:
        """Look where the live views stand: other processes may have moved them."""
        with self._engine.connect() as connection:
            found = standing.read(connection, self._current)
        self._live.look_at(view for view in found if not view.filling)
        self._tell()

    def _tell(self) -> None:
        """Wake who waited for what is reached. Nobody waits for views that do not move."""
        shown = {view.projection for view in self._live.views}
        if any(projection not in shown for projection in self._current):
            self._waiting.reached(0)
        else:
            self._waiting.reached(self._live.position if self._live.moving else sys.maxsize)
