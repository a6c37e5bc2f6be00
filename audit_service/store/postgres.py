"""The record in PostgreSQL: writers of any number of processes take turns, in the order of the lock."""

from collections.abc import Sequence
from functools import cache
from typing import Any, cast
from uuid import UUID

import psycopg
from psycopg_pool import ConnectionPool

from audit_service.store.addresses import Standby, kept_alive, postgres_connection
from audit_service.store.admission import Batch, Found, Head, KeyRow
from audit_service.store.errors import InDoubt, NotDurable, NotPrepared
from audit_service.store.failures import told
from audit_service.store.recorder import Recorder
from audit_service.store.schema_postgres import tables_are_there
from audit_service.store.submission import StoredRow, microseconds

READERS = 10
"""Connections for reading at most."""
WAIT_FOR_READER = 5.0
"""Seconds to wait for one of them."""
GIVE_UP_RECONNECTING = 2.0
"""Seconds after which the pool stops trying, until it is asked again."""

BEGIN = b"BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE"
LOCK = b"SELECT pg_advisory_xact_lock('record.record'::regclass::oid::bigint)"
"""Taken before anything is looked at: each statement sees what was committed before it began."""
HEAD = b"""
SELECT coalesce(max(position), 0),
    coalesce((SELECT recorded_at FROM record ORDER BY position DESC LIMIT 1), 0),
    (SELECT coalesce(max(number), 0) FROM attempts)
FROM record
"""
VERSIONS = """
SELECT stream, (SELECT max(version) FROM record WHERE record.stream = given.stream)
FROM unnest(%b::uuid[]) AS given (stream)
"""
KEYS = "SELECT key, request, first, events, recorded_at FROM keys WHERE key = ANY(%b)"
COLUMNS = {
    "record": ("int8", "uuid", "int4", "text", "bytea", "int8"),
    "keys": ("bytea", "bytea", "int8", "int4", "int8"),
    "attempts": ("int8", "int8", "uuid", "text", "text", "uuid", "text"),
}
COPIED = 500
"""Events from which on COPY is faster, though it cannot be asked for together with anything else."""
SETTINGS = b"""
SET search_path TO record;
SET lock_timeout TO '30s';
SET idle_in_transaction_session_timeout TO '30s'
"""
"""A process that hangs while it holds the lock is cut off, and the others go on."""


class PostgresRecorder(Recorder):
    """Keeps the record in a PostgreSQL database that was prepared."""

    CONFLICT = psycopg.errors.UniqueViolation
    MANY = """
    SELECT position, stream, version, topic, state, recorded_at
    FROM record WHERE stream = ANY(?) ORDER BY stream, version
    """

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self._writer: psycopg.Connection | None = None
        self._standby = Standby()
        self._readers = ConnectionPool(
            kept_alive(address),
            min_size=1,
            max_size=READERS,
            timeout=WAIT_FOR_READER,
            reconnect_timeout=GIVE_UP_RECONNECTING,
            kwargs={"autocommit": True},
            configure=_for_reading,
            open=True,
        )

    def assert_durable(self) -> None:
        """See Recorder."""
        with told(), self._writing:
            writer = self._connected()
            if not tables_are_there(writer):
                raise NotPrepared("the database has no tables of the record")
            for setting in (b"fsync", b"synchronous_commit"):
                if writer.execute(b"SHOW " + setting).fetchone() == ("off",):
                    raise NotDurable(f"the database is at {setting.decode()} = off")

    def begin(self, streams: Sequence[UUID] = (), keys: Sequence[bytes] = ()) -> Found:
        """See Recorder."""
        self._standby.missed = False
        try:
            return self._begun(streams, keys)
        except psycopg.OperationalError:
            if self._writer is None or not self._writer.closed:
                raise
            self.abandon()  # lost while nothing was asked of it: nothing is lost by asking again
            return self._begun(streams, keys)

    def insert(self, batch: Batch) -> None:
        """See Recorder."""
        attempts = [
            (one.number, microseconds(one.at), one.by, one.role, one.command, one.stream, one.code)
            for one in batch.attempts
        ]
        added: dict[str, Sequence[Sequence[Any]]] = {
            "record": batch.rows,
            "keys": batch.keys,
            "attempts": attempts,
        }
        if len(batch.rows) > COPIED:
            self._copy("record", added.pop("record"))
        with self._connected().pipeline():
            for table, rows in added.items():
                if rows:
                    self._connected().execute(_insertion(table), list(map(list, zip(*rows, strict=True))))

    def commit(self) -> None:
        """See Recorder."""
        self._connected().execute(b"COMMIT")
        if self._standby.missed:
            raise InDoubt("the server did not wait until a standby had what was committed")

    def abandon(self) -> None:
        """See Recorder."""
        if self._writer is None:
            return
        try:
            self._writer.execute(b"ROLLBACK")
        except psycopg.Error:
            self._writer.close()
            self._writer = None

    def run(self, sql: str, rows: Sequence[Sequence[Any]]) -> None:
        """See Recorder."""
        with told(), self._writing:
            writer = self._connected()
            try:
                with writer.transaction():
                    for row in rows:
                        writer.execute(_in_style(sql), row)
            except psycopg.OperationalError:
                self.abandon()
                raise

    def query(self, sql: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """See Reader."""
        with told():
            try:
                return self._asked(sql, parameters)
            except psycopg.OperationalError:
                self._readers.check()  # the server may have been away: connect anew, ask once more
                return self._asked(sql, parameters)

    def read(self, sql: str, parameters: Sequence[Any]) -> list[StoredRow]:
        """See Reader."""
        return cast("list[StoredRow]", self.query(sql, parameters))

    def pack(self, streams: Sequence[UUID]) -> tuple[Any, ...]:
        """See Reader."""
        return (list(streams),)

    def identity(self, stream: UUID) -> Any:
        """See Reader."""
        return stream

    def stream(self, identity: Any) -> UUID:
        """See Reader."""
        return cast("UUID", identity)

    def close(self) -> None:
        """See Recorder."""
        with self._writing:
            if self._writer is not None:
                self._writer.close()
                self._writer = None
        self._readers.close()

    def _asked(self, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with self._readers.connection() as reader:
            return reader.execute(_in_style(sql), parameters, binary=True).fetchall()

    def _begun(self, streams: Sequence[UUID], keys: Sequence[bytes]) -> Found:
        """Ask everything at once: while it is answered, others wait for the lock."""
        writer = self._connected()
        with writer.pipeline():
            for statement in (BEGIN, LOCK):
                writer.execute(statement)
            head = writer.execute(HEAD)
            versions = writer.execute(VERSIONS, (streams,), binary=True) if streams else ()
            used = writer.execute(KEYS, (keys,), binary=True) if keys else ()
        return Found(
            Head._make(head.fetchall()[0]),
            {stream: version for stream, version in versions if version is not None},
            {row[0]: KeyRow._make(row) for row in used},
        )

    def _copy(self, table: str, rows: Sequence[Sequence[Any]]) -> None:
        statement = f"COPY {table} FROM STDIN (FORMAT BINARY)".encode()
        with self._connected().cursor() as cursor, cursor.copy(statement) as copy:
            copy.set_types(COLUMNS[table])
            for row in rows:
                copy.write_row(row)

    def _connected(self) -> psycopg.Connection:
        if self._writer is None:
            writer = postgres_connection(self._address, self._standby)
            writer.execute(SETTINGS)
            self._writer = writer
        return self._writer


def _for_reading(reader: psycopg.Connection) -> None:
    reader.execute(b"SET search_path TO record; SET default_transaction_read_only TO on")


@cache
def _insertion(table: str) -> bytes:
    """Return the statement that adds rows, given as a list for each column."""
    given = ", ".join(f"%b::{each}[]" for each in COLUMNS[table])
    return f"INSERT INTO {table} SELECT * FROM unnest({given})".encode()  # noqa: S608 - a name of our own


@cache
def _in_style(sql: str) -> bytes:
    """Return a statement with its parameters as psycopg writes them."""
    return sql.replace("?", "%s").encode()
