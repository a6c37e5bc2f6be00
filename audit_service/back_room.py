"""The back room: a process beside the one that serves, for what would keep everyone else waiting.

Python computes in one thread at a time. Thousands of histories are better read and decided on where
nobody waits for anything else.
"""

import gc
import signal
from collections.abc import Callable
from contextlib import AbstractContextManager, ExitStack, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from threading import Lock
from typing import Any, Generic, TypeVar

from audit_service.store.errors import InDoubt

O = TypeVar("O")  # noqa: E741 - an office
T = TypeVar("T")

Open = Callable[[], AbstractContextManager[O]]


class BackRoom(Generic[O]):
    """Does one thing after the other in a process of its own, which ends with the one that opened it."""

    def __init__(self, open_office: Open[O]) -> None:
        """`open_office` is called in the other process, when it is first asked for something."""
        self._open_office = open_office
        self._lock = Lock()
        self._door: Connection | None = None
        self._process: SpawnProcess | None = None

    def __call__(self, work: Callable[..., T], *about: object) -> T:
        """Return what `work` comes to, called with the office as the other process has opened it.

        Raises what that raises, and InDoubt if the process was killed meanwhile.
        """
        with self._lock:
            try:
                door = self._entered()
                door.send((work, about))
                done, outcome = door.recv()
            except (EOFError, OSError) as error:
                self._leave()
                raise InDoubt("the process beside was lost") from error
        if not done:
            raise outcome
        return outcome  # type: ignore[no-any-return]  # what the work returned

    def close(self) -> None:
        """Let the other process end."""
        with self._lock:
            self._leave()

    def _entered(self) -> Connection:
        if self._door is None:
            beside = get_context("spawn")
            self._door, theirs = beside.Pipe()
            self._process = beside.Process(target=_work, args=(self._open_office, theirs), daemon=True)
            self._process.start()
            theirs.close()
        return self._door

    def _leave(self) -> None:
        if self._door is not None and self._process is not None:
            self._door.close()
            self._process.join()
            self._door = self._process = None


def _work(open_office: Open[O], door: Connection) -> None:
    """Do what comes through the door until it is closed; garbage is looked for while nobody waits."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # typed for whoever opened the door, and will close it
    gc.disable()
    with ExitStack() as closing, suppress(EOFError, BrokenPipeError):
        office: Any = None
        while True:
            work, about = door.recv()
            try:
                office = office or _opened(open_office, closing)
                outcome = True, work(office, *about)
            except Exception as failure:  # noqa: BLE001 - whatever it is, who asked is told
                outcome = False, failure
            door.send(outcome)
            del work, about, outcome
            gc.collect()


def _opened(open_office: Open[O], closing: ExitStack) -> O:
    office = closing.enter_context(open_office())
    gc.freeze()  # what is loaded stays
    return office
