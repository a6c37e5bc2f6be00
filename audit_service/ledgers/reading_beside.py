"""Reads a large file in a process beside, so that one goes on unpacking it while the other judges its rows.

The process is told through its standard input what to read, so that no name of a file stands in a list of
processes, and writes what it reads to its standard output: the name of a sheet, then its rows bit by bit.
"""

import pickle
import subprocess
import sys
from collections import deque
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import IO, Any

from audit_service.ledgers.cells import Cells, Sheet
from audit_service.ledgers.refused_files import FileRefused
from audit_service.ledgers.source import sheets_of

LARGE = 4 << 20
"""Bytes from which on starting a process is worth while: a register of 80,000 people has as many."""
TOGETHER = 500
"""Rows that are handed over at once."""


def sheets_in(file: Path, folder: Path) -> Iterator[Sheet]:
    """Read every sheet as `sheets_of`, beside where the file is large.

    Raises FileRefused; ChildProcessError if the process beside was killed.
    """
    return _sheets_beside(file, folder) if _is_large(file) else sheets_of(file, folder)


def _is_large(file: Path) -> bool:
    """Tell whether a file is large; of one that is not there, who reads it says so."""
    try:
        return file.stat().st_size > LARGE
    except OSError:
        return False


def _sheets_beside(file: Path, folder: Path) -> Iterator[Sheet]:
    command = [sys.executable, "-m", __name__]
    beside = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - our own
    with beside, beside.stdin as asked, beside.stdout as told:  # type: ignore[union-attr]  # pipes, as said
        try:
            pickle.dump((file, folder), asked)
            asked.close()
            while head := _told(told):
                name, hidden = head
                rows = _rows(told)
                yield Sheet(name, rows, hidden)
                deque(rows, maxlen=0)
        finally:
            beside.kill()


def _rows(told: IO[bytes]) -> Iterator[Cells]:
    while some := _told(told):
        yield from some


def _told(told: IO[bytes]) -> Any:
    try:
        said = pickle.load(told)  # noqa: S301 - by the process that was started for it
    except EOFError:
        raise ChildProcessError("the process that read the file was lost") from None
    if isinstance(said, FileRefused):
        raise said
    return said


def main(asked: IO[bytes], tell: IO[bytes]) -> None:
    """Read the file that is asked for, and tell what is in it."""
    file, folder = pickle.load(asked)  # noqa: S301 - by the process that started this one
    try:
        for sheet in sheets_of(file, folder):
            pickle.dump((sheet.name, sheet.hidden), tell, pickle.HIGHEST_PROTOCOL)
            rows = iter(sheet.rows)
            while some := list(islice(rows, TOGETHER)):
                pickle.dump(some, tell, pickle.HIGHEST_PROTOCOL)
            pickle.dump(some, tell, pickle.HIGHEST_PROTOCOL)
    except FileRefused as refused:
        pickle.dump(refused, tell)
    else:
        pickle.dump(None, tell)


if __name__ == "__main__":
    main(sys.stdin.buffer, sys.stdout.buffer)
