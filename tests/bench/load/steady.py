"""One request after the other at a steady pace, for as long as something else goes on."""

import http.client
import threading
import time
from collections.abc import Iterator
from types import TracebackType
from typing import Self
from uuid import uuid4

from tests.bench.load.client import LoadFailed


class Steady:
    """Asks at a steady pace from a thread while the block lasts, and knows how long each waited.

    Each is measured from the moment it was due, so that nobody who had to wait is left out.
    """

    def __init__(
        self,
        port: int,
        paths: Iterator[str],
        headers: dict[str, str],
        body: bytes = b"",
        *,
        method: str = "POST",
        every: float = 0.02,
    ) -> None:
        self.waits: list[float] = []
        """Milliseconds."""
        self._port = port
        self._paths = paths
        self._headers = headers
        self._body = body
        self._method = method
        self._every = every
        self._ending = threading.Event()
        self._failure = ""
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _trace: TracebackType | None
    ) -> None:
        self._ending.set()
        self._thread.join()
        if self._failure and error is None:
            raise LoadFailed(self._failure)

    def _run(self) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        due = time.perf_counter()
        for path in self._paths:
            if self._ending.wait(max(0.0, due - time.perf_counter())):
                break
            key = {"idempotency-key": str(uuid4())}
            connection.request(self._method, path, self._body, {**self._headers, **key})
            answer = connection.getresponse()
            words = answer.read()
            if answer.status >= 300:
                self._failure = f"{answer.status} {words.decode()}"
                break
            self.waits.append((time.perf_counter() - due) * 1000)
            due = max(due + self._every, time.perf_counter())
        connection.close()
