"""Rooms beside: processes that share what is too much for one."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from queue import SimpleQueue
from typing import TypeVar

from audit_service.back_room import BackRoom
from audit_service.rechecking.checker import Checker, opened
from audit_service.settings import Settings

A = TypeVar("A")
T = TypeVar("T")

MOST = 4
"""Rooms that are opened at most, however many processors there are."""
CHUNK = 400
"""Histories that are replayed at once."""


class Rooms:
    """Does the same to many chunks of work, as many at once as there are rooms; or all of it here."""

    def __init__(self, here: Checker, settings: Settings, count: int | None = None) -> None:
        """`count`: how many rooms to open; by default one for each processor."""
        wanted = count or min(os.cpu_count() or 1, MOST)
        self._here = here
        self._rooms = [BackRoom(partial(opened, settings)) for _ in range(wanted)]
        self._free: SimpleQueue[BackRoom[Checker]] = SimpleQueue()
        for room in self._rooms:
            self._free.put(room)

    def each(
        self, work: Callable[..., T], everything: Sequence[A], *about: object, size: int | None = None
    ) -> Iterator[tuple[Sequence[A], T]]:
        """Yield each chunk with what the work comes to. What is no more than a chunk a room is done here."""
        step = size or CHUNK
        chunks = [everything[start : start + step] for start in range(0, len(everything), step)]
        if len(chunks) <= len(self._rooms):
            yield from ((chunk, work(self._here, chunk, *about)) for chunk in chunks)
            return
        with ThreadPoolExecutor(len(self._rooms)) as hands:
            done = hands.map(lambda chunk: self._beside(work, chunk, *about), chunks)
            yield from zip(chunks, done, strict=True)

    def _beside(self, work: Callable[..., T], *about: object) -> T:
        room = self._free.get()
        try:
            return room(work, *about)
        finally:
            self._free.put(room)

    def close(self) -> None:
        """Let the other processes end."""
        for room in self._rooms:
            room.close()
