"""Connections that stay open, and the measuring of what comes back on them."""

import asyncio
import time
from array import array
from collections import deque
from collections.abc import Iterator
from typing import cast

import httptools

FIRST_FAILURE = 400


class Session:
    """All connections of one run: hands out requests, takes in answers.

    `lead_ends` and `ends` are moments of `time.perf_counter`; what is answered between them counts.
    """

    def __init__(self, requests: Iterator[bytes], *, open_loop: bool, lead_ends: float, ends: float) -> None:
        self.requests = requests
        self.open_loop = open_loop
        self.lead_ends = lead_ends
        self.ends = ends
        self.latencies = array("d")
        self.last_answer = lead_ends
        self.failed = 0
        self.complaint = ""
        self.idle: deque[Caller] = deque()
        self.waiting: deque[float] = deque()
        self.busy = 0
        self.used = 0
        self.no_more = False
        self.done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def send(self, caller: "Caller", due: float) -> None:
        """Send the next request, measured from `due`; nothing when time or requests are used up.

        However slow the server is, one answer at least is waited for.
        """
        over = not self.open_loop and due >= self.ends and len(self.latencies) > 0
        following = None if over else next(self.requests, None)
        if following is None:
            self.finish()
            return
        self.busy += 1
        self.used += 1
        caller.send(following, due)

    def due(self, moment: float) -> None:
        """A request is due: send it on an idle connection, or as soon as one is."""
        if self.idle:
            self.send(self.idle.popleft(), moment)
        else:
            self.waiting.append(moment)

    def answered(self, caller: "Caller", status: int, body: bytes) -> None:
        """Count an answer and give its connection the next request."""
        now = time.perf_counter()
        self.busy -= 1
        if self.lead_ends <= caller.due:
            self.latencies.append((now - caller.due) * 1000)
            self.last_answer = now
        if status >= FIRST_FAILURE:
            self.failed += 1
            self.complaint = self.complaint or f"{status} {body[:1000].decode(errors='replace')}"
        if not self.open_loop:
            self.send(caller, now)
        elif self.waiting:
            self.send(caller, self.waiting.popleft())
        else:
            self.idle.append(caller)
            if self.no_more:
                self.finish()

    def broken(self, reason: str) -> None:
        """A connection broke under a request: the run is worth nothing, so it ends."""
        self.failed += 1
        self.complaint = self.complaint or f"connection broke: {reason}"
        if not self.done.done():
            self.done.set_result(None)

    def finish(self) -> None:
        """No more requests: done when the last answer has come."""
        self.no_more = True
        if not self.busy and not self.waiting and not self.done.done():
            self.done.set_result(None)


class Caller(asyncio.Protocol):
    """One connection: at most one request under way."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.due = 0.0
        self.parser = httptools.HttpResponseParser(self)
        self.body = b""
        self.transport: asyncio.Transport | None = None
        self.under_way = False

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the connection for its requests."""
        self.transport = cast("asyncio.Transport", transport)

    def connection_lost(self, exc: Exception | None) -> None:
        """A connection that breaks under a request ends the run; an idle one is used no more."""
        if self.under_way:
            self.session.broken(str(exc))
        elif self in self.session.idle:
            self.session.idle.remove(self)

    def send(self, request: bytes, due: float) -> None:
        """Send a request, measured from `due`."""
        assert self.transport is not None
        self.due = due
        self.body = b""
        self.under_way = True
        self.transport.write(request)

    def data_received(self, data: bytes) -> None:
        """Feed what came to the parser, which calls `on_body` and `on_message_complete`."""
        self.parser.feed_data(data)

    def on_body(self, body: bytes) -> None:
        """Keep the first part of the body, to quote it if the answer is a failure."""
        self.body = self.body or body

    def on_message_complete(self) -> None:
        """The whole answer has come."""
        self.under_way = False
        self.session.answered(self, self.parser.get_status_code(), self.body)
