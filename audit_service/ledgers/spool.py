"""Rows put aside on disk until it is their turn, so that memory does not grow with a file.

They stand in a file without a name, sealed under a key that only this process has: what is left of
them on the disk tells nobody anything.
"""

import os
import pickle
from array import array
from pathlib import Path
from tempfile import mkstemp
from typing import Any
from weakref import finalize

from cryptography.hazmat.primitives.ciphers.aead import AESGCM

_NONCE = 12
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
        self._ends = array("Q", [0])
        self._waiting = bytearray()
        self._held, self._held_from = b"", 0
        """What was read last, and where it stands in the file."""

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, value: Any) -> None:
        """Put a value aside. Raises OSError if the disk is full."""
        sealed = self._key.encrypt(_nonce(len(self)), pickle.dumps(value, pickle.HIGHEST_PROTOCOL), None)
        self._waiting += sealed
        self._ends.append(self._ends[-1] + len(sealed))
        if len(self._waiting) > _AT_ONCE:
            self._write()

    def __getitem__(self, place: int) -> Any:
        written = self._key.decrypt(_nonce(place), self._sealed(place), None)
        return pickle.loads(written)  # noqa: S301 - by this process: nobody else could have sealed it

    def _sealed(self, place: int) -> bytes:
        start, end = self._ends[place], self._ends[place + 1]
        if not self._held_from <= start <= end <= self._held_from + len(self._held):
            self._write()
            self._held, self._held_from = os.pread(self._file, max(end - start, _AT_ONCE), start), start
        return self._held[start - self._held_from : end - self._held_from]

    def _write(self) -> None:
        while self._waiting:
            del self._waiting[: os.write(self._file, self._waiting)]


def _nonce(place: int) -> bytes:
    return place.to_bytes(_NONCE, "big")
