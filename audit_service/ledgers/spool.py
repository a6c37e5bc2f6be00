"""Rows put aside on disk until it is their turn, so that memory does not grow with a file.

They stand in a file without a name, sealed under a key that only this process has: what is left of
them on the disk tells nobody anything.
"""

import os
import pickle
from array import array
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from weakref import finalize

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
_TOGETHER = 8
"""Values that are sealed at once, which takes little longer than one alone; so does opening them for one."""
_AT_ONCE = 1 << 16
"""Bytes that are written and read at once: rows are mostly gone through one after the other."""


class Spool:
    """A sequence of values, of which each can be read as soon as it was added."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError if the folder cannot be written to."""
        self.folder = folder
        self._file, name = mkstemp(dir=folder)
        Path(name).unlink()
        finalize(self, os.close, self._file)
        self._key = AESGCM(AESGCM.generate_key(128))
        self._added: list[Any] = []
        """What was not sealed yet, as others are still to come with it."""
        self._ends = array("Q", [0])
        self._waiting = bytearray()
        self._held, self._held_from = b"", 0
        """What was read last, and where it stands in the file."""
        self._opened, self._opened_number = list[Any](), -1
        """The values that were opened last, and their number."""

    def __len__(self) -> int:
        return (len(self._ends) - 1) * _TOGETHER + len(self._added)

    def __getitem__(self, place: int) -> Any:
        return self._some(place // _TOGETHER)[place % _TOGETHER]

    def __iter__(self) -> Iterator[Any]:
        """Return the values in their order."""
        return chain.from_iterable(map(self._some, range(len(self._ends))))

    def add(self, value: Any) -> None:
        """Put a value aside. Raises OSError if the disk is full."""
        self._added.append(value)
        if len(self._added) == _TOGETHER:
            self._seal()

    def _seal(self) -> None:
        written = pickle.dumps(self._added, pickle.HIGHEST_PROTOCOL)
        sealed = self._key.encrypt(_nonce(len(self._ends) - 1), written, None)
        self._added = []
        self._waiting += sealed
        self._ends.append(self._ends[-1] + len(sealed))
        if len(self._waiting) > _AT_ONCE:
            self._write()

    def _some(self, number: int) -> list[Any]:
        """Return those values that were sealed together, by their number; at last those that were not yet."""
        if number == len(self._ends) - 1:
            return self._added
        if number != self._opened_number:
            written = self._key.decrypt(_nonce(number), self._sealed(number), None)
            self._opened = pickle.loads(written)  # noqa: S301 - by this process: nobody else could have sealed it
            self._opened_number = number
        return self._opened

    def _sealed(self, number: int) -> bytes:
        start, end = self._ends[number], self._ends[number + 1]
        if not self._held_from <= start <= end <= self._held_from + len(self._held):
            self._write()
            self._held, self._held_from = os.pread(self._file, max(end - start, _AT_ONCE), start), start
        return self._held[start - self._held_from : end - self._held_from]

    def _write(self) -> None:
        while self._waiting:
            del self._waiting[: os.write(self._file, self._waiting)]


def _nonce(number: int) -> bytes:
    return number.to_bytes(_NONCE, "big")
