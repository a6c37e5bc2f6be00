"""Reading aside what the commands of an event loop lack: all that wait together, with one question."""

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from uuid import UUID

Fetch = Callable[[Sequence[UUID]], None]


class Fetching:
    """Has aggregates fetched in a thread. While it reads some, the next ones gather."""

    def __init__(self, fetch: Fetch) -> None:
        """`fetch` makes sure that these are at hand, as far as they exist."""
        self._fetch = fetch
        self._wanted: dict[asyncio.AbstractEventLoop, dict[UUID, asyncio.Future[None]]] = {}
        self._tasks: set[asyncio.Task[None]] = set()

    async def __call__(self, identity: UUID) -> None:
        """Return when the aggregate is at hand, if it exists. Raises what `fetch` raises."""
        loop = asyncio.get_running_loop()
        if loop not in self._wanted:
            self._wanted[loop] = {}
            self._tasks.add(task := loop.create_task(self._run(loop)))
            task.add_done_callback(self._tasks.discard)
        wanted = self._wanted[loop]
        if identity not in wanted:
            wanted[identity] = loop.create_future()
        await asyncio.shield(wanted[identity])  # others may wait for the same

    async def _run(self, loop: asyncio.AbstractEventLoop) -> None:
        while wanted := self._wanted[loop]:
            self._wanted[loop] = {}
            failure = None
            try:
                await loop.run_in_executor(None, self._fetch, list(wanted))
            except Exception as error:  # noqa: BLE001 - whatever it is, those who wait are told
                failure = error
            for future in wanted.values():
                _settle(future, failure)
        del self._wanted[loop]


def _settle(future: "asyncio.Future[None]", failure: Exception | None) -> None:
    with suppress(asyncio.InvalidStateError):
        if failure is None:
            future.set_result(None)
        else:
            future.set_exception(failure)
