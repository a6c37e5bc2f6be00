"""The record in one SQLite file: one writer at a time, readers that never wait for it."""

import sqlite3
from collections import deque
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import UUID

from audit_service.store.addresses import sqlite_connection
from audit_service.store.admission import Batch, Found, Head, KeyRow
from audit_service.store.errors import NotDurable, NotPrepared
from audit_service.store.failures import told
from audit_service.store.recorder import Recorder
from audit_service.store.schema_sqlite import REPLACED
from audit_service.store.submission import StoredRow, microseconds

HEAD = """
SELECT coalesce(max(position), 0),
    coalesce((SELECT recorded_at FROM record ORDER BY position DESC LIMIT 1), 0),
    (SELECT coalesce(max(number), 0) FROM attempts)
FROM record
"""
VERSIONS = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
SELECT i, (SELECT max(version) FROM record WHERE stream = substr(?1, 16 * i + 1, 16)) FROM n
"""
"""Counts through identities of 16 bytes that are handed over as one blob."""
KEYS = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
SELECT key, request, first, events, recorded_at
FROM n CROSS JOIN keys ON key = substr(?1, 16 * i + 1, 16)
"""
MANY = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
SELECT position, stream, version, topic, state, recorded_at
FROM n CROSS JOIN record ON stream = substr(?1, 16 * i + 1, 16) ORDER BY i, version
"""
LOGGED = 500
"""Events from which on it is worth copying the log into the file."""

INSERT = "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?)"
TOGETHER = 50
"""Events of many that are inserted with one statement: after each one another thread is let in, and has to
be waited for."""


class SQLiteRecorder(Recorder):
    """Keeps the record in a SQLite file that was prepared."""

    CONFLICT = sqlite3.IntegrityError
    MANY = MANY

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._file = file
        self._writer: sqlite3.Connection | None = None
        self._readers: deque[sqlite3.Connection] = deque()
        self._logged = 0
        """Events in the log that may not have been copied into the file."""

    def assert_durable(self) -> None:
        """See Recorder."""
        with told():
            writer = self._connected()
            ((journal,),) = writer.execute("PRAGMA journal_mode").fetchall()
            ((synchronous,),) = writer.execute("PRAGMA synchronous").fetchall()
            found = writer.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        if not REPLACED.keys() <= {name for (name,) in found}:
            raise NotPrepared(f"{self._file} has no tables of the record")
        if (journal, synchronous) != ("wal", 2):
            raise NotDurable(f"{self._file} is at journal_mode={journal}, synchronous={synchronous}")

    def begin(self, streams: Sequence[UUID] = (), keys: Sequence[bytes] = ()) -> Found:
        """See Recorder."""
        writer = self._connected()
        writer.execute("BEGIN IMMEDIATE")
        (head,) = writer.execute(HEAD).fetchall()
        found = writer.execute(VERSIONS, self.pack(streams)) if streams else ()
        versions = {streams[index]: version for index, version in found if version is not None}
        used = map(KeyRow._make, writer.execute(KEYS, (b"".join(keys), len(keys))) if keys else ())
        return Found(Head._make(head), versions, {row.key: row for row in used})

    def insert(self, batch: Batch) -> None:
        """See Recorder."""
        writer = self._connected()
        rows = [(row[0], row[1].bytes, *row[2:]) for row in batch.rows]
        alone = len(rows) % TOGETHER
        writer.executemany(_insert(1), rows[:alone])
        if values := list(chain.from_iterable(rows[alone:])):
            width = len(rows[0]) * TOGETHER
            writer.executemany(_insert(TOGETHER), zip(*[iter(values)] * width, strict=True))
        self._logged += len(batch.rows)
        writer.executemany("INSERT INTO keys VALUES (?, ?, ?, ?, ?)", batch.keys)
        writer.executemany(
            "INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    attempt.number,
                    microseconds(attempt.at),
                    attempt.by.bytes,
                    attempt.role,
                    attempt.command,
                    attempt.stream and attempt.stream.bytes,
                    attempt.code,
                )
                for attempt in batch.attempts
            ],
        )

    def commit(self) -> None:
        """See Recorder."""
        self._connected().execute("COMMIT")

    def tidy(self) -> None:
        """Copy what the log has gathered into the file, so that the log begins anew."""
        if self._logged >= LOGGED:
            with told(), self._writing:
                self._connected().execute("PRAGMA wal_checkpoint(PASSIVE)").close()
                self._logged = 0

    def abandon(self) -> None:
        """See Recorder."""
        if self._writer is None:
            return
        try:
            if self._writer.in_transaction:
                self._writer.execute("ROLLBACK")
        except sqlite3.Error:
            self._writer.close()
            self._writer = None

    def run(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """See Recorder."""
        with told(), self._writing:
            writer = self._connected()
            try:
                writer.execute("BEGIN IMMEDIATE")
                writer.executemany(sql, rows)
                writer.execute("COMMIT")
            finally:
                self.abandon()

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See Reader."""
        with told():
            try:
                reader = self._readers.pop()
            except IndexError:
                reader = sqlite_connection(self._file)
            try:
                found = reader.execute(sql, parameters).fetchall()
            except BaseException:
                reader.close()
                raise
            self._readers.append(reader)
            return found

    def read(self, sql: str, parameters: Sequence[Any]) -> list[StoredRow]:
        """See Reader."""
        return [
            (position, _identity(stream), version, topic, state, recorded_at)
            for position, stream, version, topic, state, recorded_at in self.query(sql, parameters)
        ]

    def pack(self, streams: Sequence[UUID]) -> tuple[Any, ...]:
        """See Reader."""
        return b"".join([stream.bytes for stream in streams]), len(streams)

    def identity(self, stream: UUID) -> Any:
        """See Reader."""
        return stream.bytes

    def stream(self, identity: Any) -> UUID:
        """See Reader."""
        return UUID(bytes=identity)

    def close(self) -> None:
        """See Recorder."""
        with self._writing:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        while self._readers:
            self._readers.pop().close()

    def _connected(self) -> sqlite3.Connection:
        if self._writer is None:
            writer = sqlite_connection(self._file)
            writer.execute("PRAGMA synchronous = FULL").close()
            writer.execute("PRAGMA wal_autocheckpoint = 0").close()  # see tidy: not while somebody waits
            writer.execute("PRAGMA cache_size = -16384").close()  # KiB: much of the index of streams
            self._writer = writer
        return self._writer


@lru_cache(20_000)
def _identity(raw: bytes) -> UUID:
    """Return the identity in these bytes: making one takes longer than reading the row."""
    return UUID(bytes=raw)


@cache
def _insert(rows: int) -> str:
    return INSERT + ", (?, ?, ?, ?, ?, ?)" * (rows - 1)
