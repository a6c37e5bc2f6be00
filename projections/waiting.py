"""Waiting until the views have reached a position."""

import asyncio
from concurrent.futures import Future
from threading import Event as Signal
from threading import Lock


class Waiting:
    """Those who wait for the views, in threads or in coroutines; nobody sleeps and nobody polls."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._position = 0
        self._waiting: dict[Future[None], int] = {}
        self._called = Signal()

    @property
    def anybody(self) -> bool:
        """Whether somebody is waiting."""
        return bool(self._waiting)

    def rouse(self) -> None:
        """Let go on who rests."""
        self._called.set()

    def rest(self, seconds: float) -> None:
        """Block so long, or until somebody waits."""
        self._called.clear()
        if not self._waiting:
            self._called.wait(seconds)

    def reached(self, position: int) -> None:
        """Wake those who waited for this position or an earlier one."""
        with self._lock:
            self._position = position
            due = [future for future, wanted in self._waiting.items() if wanted <= position]
            for future in due:
                del self._waiting[future]
        for future in due:
            if future.set_running_or_notify_cancel():
                future.set_result(None)

    def wait_for(self, position: int, timeout: float) -> bool:
        """Block until the position is reached; False if it was not within so many seconds."""
        future = self._until(position)
        try:
            future.result(timeout)
        except TimeoutError:
            return False
        finally:
            self._forget(future)
        return True

    async def until(self, position: int, timeout: float) -> bool:  # noqa: ASYNC109 - the answer is part of the page
        """Wait without a thread until the position is reached; False if it was not within so many seconds."""
        future = self._until(position)
        if future.done():
            return True
        try:
            await asyncio.wait_for(asyncio.wrap_future(future), timeout)
        except TimeoutError:
            return False
        finally:
            self._forget(future)
        return True

    def _until(self, position: int) -> Future[None]:
        future: Future[None] = Future()
        with self._lock:
            if position > self._position:
                self._waiting[future] = position
                self._called.set()
            else:
                future.set_result(None)
        return future

    def _forget(self, future: Future[None]) -> None:
        with self._lock:
            self._waiting.pop(future, None)
