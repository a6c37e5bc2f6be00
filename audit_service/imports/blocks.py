"""Pieces that are sealed one after the other into a file, and read in any order.

A piece is there whole or not at all: what a process that was killed left behind half written is cut off
by the next that writes.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID, uuid5

from audit_service.store.vault import Vault

_LENGTH = 4
"""Bytes before each piece that say how long it is."""
FOR_US_ALONE = 0o600


class Blocks:
    """A sequence of sealed pieces in a file."""

    def __init__(self, path: Path, vault: Vault, subject: UUID) -> None:
        """Open the file if there is one. Raises OSError."""
        self.path, self._vault, self._subject = path, vault, subject
        self._ends = [0]
        if path.exists():
            self._look_through()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> bytes:
        """Return a piece. Raises IndexError, KeyDestroyed, NotGenuine, StoreUnavailable, OSError."""
        start, end = self._ends[number] + _LENGTH, self._ends[number + 1]
        with self.path.open("rb") as file:
            file.seek(start)
            sealed = file.read(end - start)
        return self._vault.open_bytes(self._subject, self._named(number), sealed)

    def __iter__(self) -> Iterator[bytes]:
        """Return all pieces, one after the other."""
        return map(self.__getitem__, range(len(self)))

    def append(self, piece: bytes) -> None:
        """Add a piece for good. Raises KeyDestroyed, StoreUnavailable, OSError."""
        sealed = self._vault.seal_bytes(self._subject, self._named(len(self)), piece)
        with os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, FOR_US_ALONE), "r+b") as file:
            file.truncate(self._ends[-1])
            file.seek(self._ends[-1])
            file.write(len(sealed).to_bytes(_LENGTH, "big") + sealed)
            file.flush()
            os.fsync(file.fileno())
        self._ends.append(self._ends[-1] + _LENGTH + len(sealed))

    def begin_anew(self) -> None:
        """Forget all pieces."""
        self.path.unlink(missing_ok=True)
        self._ends = [0]

    def _look_through(self) -> None:
        size = self.path.stat().st_size
        with self.path.open("rb") as file:
            while len(said := file.read(_LENGTH)) == _LENGTH:
                end = self._ends[-1] + _LENGTH + int.from_bytes(said, "big")
                if end > size:
                    break
                self._ends.append(end)
                file.seek(end)

    def _named(self, number: int) -> UUID:
        """Return what a piece is bound to, so that none can take the place of another."""
        return uuid5(self._subject, f"{self.path.stem} {number}")
