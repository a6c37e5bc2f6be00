"""How much memory a process and those that it started take, at most."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Self


class Watched:
    """Looks every now and then how much memory a process and those it started take together."""

    EVERY = 0.5
    """Seconds: looking goes through all pages of the processes, and takes them time."""

    def __init__(self, process: int) -> None:
        self.most = 0.0
        """In MB; what processes share counts once, in equal parts."""
        self._process = process
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._ended.wait(self.EVERY):
            self.most = max(self.most, sum(map(proportional_mb, family(self._process))))


def family(process: int) -> Sequence[int]:
    """Return a process and those that it started."""
    try:
        tasks = Path(f"/proc/{process}/task").iterdir()
        started = [int(one) for task in tasks for one in (task / "children").read_text().split()]
    except OSError:
        return []
    return [process, *(each for one in started for each in family(one))]


def proportional_mb(process: int) -> float:
    """Return the memory that a process takes, in MB; 0 if it has ended."""
    try:
        rolled_up = Path(f"/proc/{process}/smaps_rollup").read_text()
    except OSError:
        return 0
    lines = (line.split() for line in rolled_up.splitlines())
    return next((int(line[1]) / 1024 for line in lines if line[0] == "Pss:"), 0)
