"""Group commit: one thread a process stores what waits, together, in one durable transaction.

A single submission never waits for company: the thread takes what is there. While it stores that,
the next ones gather.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Protocol

from audit_service.store.admission import Claim
from audit_service.store.errors import StoreUnavailable
from audit_service.store.recorder import Recorder
from audit_service.store.submission import Kept, Submission

TOGETHER = 2000
"""Events stored in one transaction at most, unless one submission has more."""
PUT_OFF = 50
"""Transactions after which the store is tidied even though somebody waits."""

logger = logging.getLogger(__name__)


@dataclass(slots=True, eq=False)
class Ticket:
    """A submission that waits to be stored, and who waits for the answer."""

    submission: Submission
    answer: "Future[Kept] | asyncio.Future[Kept]"
    weight: int = 0
    """How many events it has."""
    claim: Claim | None = None
    """What it comes to once it is encoded; None leaves that to the writer."""
    outcome: Kept | Exception | None = None


class Surroundings(Protocol):
    """What happens around storing."""

    def encode(self, tickets: Sequence[Ticket]) -> None:
        """Give each of these its claim, or the outcome that keeps it from having one."""

    def settled(self, tickets: Sequence[Ticket]) -> None:
        """Take note of what was stored, before anyone is answered."""

    def afterwards(self, tickets: Sequence[Ticket]) -> None:
        """Do what nobody waits for."""


END = Ticket(Submission(), Future())


class Writer:
    """Takes tickets from any thread and answers each after the commit."""

    def __init__(self, recorder: Recorder, around: Surroundings) -> None:
        self._recorder = recorder
        self._around = around
        self._waiting: SimpleQueue[Ticket] = SimpleQueue()
        self._gathering: dict[asyncio.AbstractEventLoop, list[Ticket]] = {}
        self._ahead: Ticket | None = None
        self._starting = Lock()
        self._thread: Thread | None = None

    def put(self, ticket: Ticket) -> None:
        """Have the ticket stored. Its answer cannot be cancelled: a commit is never cancelled."""
        if self._thread is None:
            self._start()
        self._waiting.put(ticket)

    def put_together(self, ticket: Ticket, loop: asyncio.AbstractEventLoop) -> None:
        """Have the ticket stored, handed over with all that come in the same turn of the running loop."""
        if loop not in self._gathering:
            self._gathering[loop] = []
            loop.call_soon(self._put_gathered, loop)
        self._gathering[loop].append(ticket)

    def close(self) -> None:
        """Store what waits, then stop."""
        with self._starting:
            if self._thread is not None:
                self._waiting.put(END)
                self._thread.join()
                self._thread = None

    def _put_gathered(self, loop: asyncio.AbstractEventLoop) -> None:
        for ticket in self._gathering.pop(loop):
            self.put(ticket)

    def _start(self) -> None:
        with self._starting:
            if self._thread is None:
                self._thread = Thread(target=self._run, name="writer", daemon=True)
                self._thread.start()

    def _run(self) -> None:
        put_off = 0
        while self._stored(self._gathered()):  # nothing is held of what was stored while waiting for more
            put_off += 1
            if put_off > PUT_OFF or self._waiting.empty():
                self._quietly(self._recorder.tidy)
                put_off = 0

    def _stored(self, tickets: Sequence[Ticket]) -> bool:
        """Store these and answer them; False if there are none."""
        if not tickets:
            return False
        self._store(tickets)
        self._quietly(self._around.settled, tickets)
        _answer(tickets)
        self._quietly(self._around.afterwards, tickets)
        return True

    def _gathered(self) -> list[Ticket]:
        """Wait for a ticket and take those that are there with it; none at the end."""
        first, self._ahead = self._ahead or self._waiting.get(), None
        if first is END:
            return []
        tickets, weight = [first], first.weight
        while True:
            try:
                ticket = self._waiting.get_nowait()
            except Empty:
                return tickets
            weight += ticket.weight
            if ticket is END or weight > TOGETHER:
                self._ahead = ticket
                return tickets
            tickets.append(ticket)

    def _store(self, tickets: Sequence[Ticket]) -> None:
        self._around.encode([ticket for ticket in tickets if ticket.claim is None])
        claimed = [(ticket, ticket.claim) for ticket in tickets if ticket.claim is not None]
        try:
            outcomes: Sequence[Kept | Exception] = self._recorder.write([claim for _, claim in claimed])
        except StoreUnavailable as error:
            outcomes = [error] * len(claimed)
        except Exception as error:
            if len(claimed) > 1:  # the fault of one is not the fault of all
                for ticket, _ in claimed:
                    self._store([ticket])
                return
            logger.exception("a submission could not be stored")
            outcomes = [error]
        for (ticket, _), outcome in zip(claimed, outcomes, strict=True):
            ticket.outcome = outcome

    def _quietly(self, told: Callable[..., None], *about: Sequence[Ticket]) -> None:
        """What is on record is on record, even if taking note of it fails."""
        try:
            told(*about)
        except Exception:
            logger.exception("what was stored could not be taken note of")


def _answer(tickets: Sequence[Ticket]) -> None:
    """Answer everyone; all who wait in one event loop with one call into it."""
    in_loops: dict[asyncio.AbstractEventLoop, list[Ticket]] = {}
    for ticket in tickets:
        if isinstance(ticket.answer, Future):
            _resolve(ticket)
        else:
            in_loops.setdefault(ticket.answer.get_loop(), []).append(ticket)
    for loop, waiting in in_loops.items():
        with suppress(RuntimeError):  # the loop was closed: nobody waits any more
            loop.call_soon_threadsafe(_resolve_all, waiting)


def _resolve_all(tickets: Sequence[Ticket]) -> None:
    for ticket in tickets:
        _resolve(ticket)


def _resolve(ticket: Ticket) -> None:
    if ticket.answer.done():  # who asked has gone
        return
    if isinstance(ticket.outcome, Kept):
        ticket.answer.set_result(ticket.outcome)
    else:
        ticket.answer.set_exception(ticket.outcome or StoreUnavailable("the writer gave no outcome"))
