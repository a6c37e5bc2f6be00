"""What would be on record after the rows tried out before, kept on disk: memory does not grow with them.

It stands in a file without a name, which goes with the process. Names and contacts are in it only as the
keyed tokens that they are looked up by.
"""

import os
import sqlite3
from collections.abc import Collection
from pathlib import Path
from tempfile import mkstemp
from uuid import UUID
from weakref import finalize

from msgspec.msgpack import Decoder, Encoder

from audit_service.ledgers.known import Known, KnownOfOne

_ALONE = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -4096;
CREATE TABLE known (stream BLOB PRIMARY KEY, part BLOB NOT NULL) WITHOUT ROWID;
"""
_MARKS = 1 << 22
"""Four for each identity in a register of 500,000 people."""
_WRITTEN, _READ = Encoder(uuid_format="bytes"), Decoder(KnownOfOne)


class Remembered:
    """What is known of everything that was tried out, by identity."""

    def __init__(self, folder: Path) -> None:
        """Raises OSError if the folder cannot be written to."""
        file, name = mkstemp(dir=folder)
        os.close(file)
        self._file = sqlite3.connect(name, isolation_level=None, check_same_thread=False)
        self._file.executescript(_ALONE)
        Path(name).unlink()
        finalize(self, self._file.close)
        self._marks = bytearray(_MARKS)
        """Set where the mark of an identity is that may be known, as several have the same: most are new,
        and need not be asked for."""

    def recall(self, streams: Collection[UUID]) -> Known:
        """Return what would be on record under these identities, as far as it was tried out."""
        known = Known()
        for stream in streams:
            if not self._marks[stream.int % _MARKS]:
                continue
            for (part,) in self._file.execute("SELECT part FROM known WHERE stream = ?", [stream.bytes]):
                known.take_in(stream, _READ.decode(part))
        return known

    def keep(self, known: Known, streams: Collection[UUID]) -> None:
        """Remember what would be on record by now under these identities.

        Raises OSError if the disk is full.
        """
        rows = [(stream.bytes, _WRITTEN.encode(known.part_of(stream))) for stream in streams]
        try:
            self._file.execute("BEGIN")
            self._file.executemany("INSERT OR REPLACE INTO known VALUES (?, ?)", rows)
            self._file.execute("COMMIT")
        except sqlite3.OperationalError as error:
            raise OSError(str(error)) from error
        for stream in streams:
            self._marks[stream.int % _MARKS] = True
