"""Processes that write to a record until they are done, or are killed."""

from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from threading import BoundedSemaphore

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.stores import open_record
from audit_service.store.submission import Submission
from tests.audit_service.store.dossiers import Dossier
from tests.processes import processes, started

IN_FLIGHT = 16
"""Submissions that wait for an answer at the same time."""


def writer(settings: Settings, name: str, events: int) -> tuple[ForkServerProcess, Connection]:
    """Start a process that records so many dossiers, and where it acknowledges their titles."""
    here, there = processes().Pipe(duplex=False)
    process = started(_write, settings, name, events, there)
    there.close()
    return process, here


def acknowledged(pipe: Connection) -> list[str]:
    """Return what was acknowledged until the process ended."""
    titles = []
    while True:
        try:
            titles.append(pipe.recv_bytes().decode())
        except (EOFError, OSError):
            return titles


def _write(settings: Settings, name: str, events: int, pipe: Connection) -> None:
    record = open_record(settings)
    room = BoundedSemaphore(IN_FLIGHT)
    for number in range(events):
        room.acquire()
        _record(record, f"{name}.{number}", pipe, room)
    record.close()
    record.vault.close()


def _record(record: Record, title: str, pipe: Connection, room: BoundedSemaphore) -> None:
    submission = Submission(aggregates=(Dossier.opened(title=title),), key=title.encode())

    def answered(_: object) -> None:
        room.release()
        pipe.send_bytes(title.encode())

    record.submit(submission).add_done_callback(answered)
