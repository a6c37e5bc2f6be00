"""Where the subjects' wrapped keys are kept: a small database apart from the record.

It has backups of its own, kept for a short time: a restored backup brings destroyed keys back.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from importlib import import_module
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Engine,
    LargeBinary,
    MetaData,
    String,
    Table,
    create_engine,
    event,
    inspect,
    select,
    text,
    update,
)
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateSchema, CreateTable

from audit_service.store.addresses import Standby, postgres_connection, sqlite_connection
from audit_service.store.errors import StoreUnavailable
from audit_service.store.failures import told
from audit_service.store.submission import microseconds

CHUNK = 1000
"""Subjects asked for in one statement."""
SETTINGS = (
    "page_size = 1024",  # bytes: each of many new keys lies on another page, which is written as a whole
    "journal_mode = WAL",
    "synchronous = FULL",
    "secure_delete = ON",
    "wal_autocheckpoint = 16000",  # pages: one that gets several keys is copied to the file once
)
"""Of a connection to SQLite."""
CHANGING = "PRAGMA cache_size = -4096"
"""KiB, on SQLite: many new keys lie on as many pages."""

metadata = MetaData(schema="vault")
subject_keys = Table(
    "subject_keys",
    metadata,
    Column("subject", LargeBinary(16), primary_key=True),
    Column("wrapped", LargeBinary, doc="null once it was destroyed"),
    Column("destroyed_at", BigInteger, doc="microseconds since 1970, UTC"),
    sqlite_with_rowid=False,
)
secrets = Table(
    "secrets",
    metadata,
    Column("name", String(20), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)


def sqlite_keystore(file: Path, *, create: bool = False) -> "Keystore":
    """Return the vault's keys in one SQLite file."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite_connection(file, create=create),
        poolclass=QueuePool,
        pool_use_lifo=True,
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return Keystore(engine.execution_options(schema_translate_map={"vault": None}))


def postgres_keystore(address: str) -> "Keystore":
    """Return the vault's keys in PostgreSQL, at the address the operator gave."""
    standby = Standby()
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: postgres_connection(address, standby, autocommit=False),
        pool_pre_ping=True,
    )
    return Keystore(engine, standby)


def _set_up(connection: Any, _: object) -> None:
    for setting in SETTINGS:
        connection.execute(f"PRAGMA {setting}").close()


def _begin(connection: Connection) -> None:
    """Begin what the driver would not: many keys are one transaction, which takes the writer's place."""
    options = connection.get_execution_options()
    if options.get("changing"):
        connection.exec_driver_sql(CHANGING)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif options.get("isolation_level") != "AUTOCOMMIT":
        connection.exec_driver_sql("BEGIN")


class Keystore:
    """Reads, adds and destroys wrapped keys. Every method raises StoreUnavailable."""

    def __init__(self, engine: Engine, standby: Standby | None = None) -> None:
        self._engine = engine
        self._standby = standby or Standby()

    def make_tables(self) -> None:
        """Make what is missing; several may try at the same time."""
        with self._changing() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(hashtext('audit-service vault'))"))
                connection.execute(CreateSchema("vault", if_not_exists=True))
            for table in metadata.sorted_tables:
                connection.execute(CreateTable(table, if_not_exists=True))

    def read(self, subjects: Iterable[UUID]) -> dict[UUID, bytes | None]:
        """Return the wrapped keys that there are, None for those that were destroyed."""
        raw = sorted(subject.bytes for subject in subjects)  # neighbours lie on the same page
        found: dict[UUID, bytes | None] = {}
        with told(), self._engine.connect() as connection:
            for start in range(0, len(raw), CHUNK):
                chosen = subject_keys.c.subject.in_(raw[start : start + CHUNK])
                rows = connection.execute(
                    select(subject_keys.c.subject, subject_keys.c.wrapped).where(chosen)
                )
                found.update({UUID(bytes=subject): wrapped for subject, wrapped in rows})
        return found

    def add(self, wrapped: Mapping[UUID, bytes]) -> bool:
        """Add keys; a subject that has one, or had one, keeps what it has. True if none had."""
        in_order = sorted((subject.bytes, key) for subject, key in wrapped.items())
        rows = [{"subject": subject, "wrapped": key} for subject, key in in_order]
        with self._changing() as connection:
            return _insert(connection, subject_keys, rows) == len(rows)

    def destroy(self, subject: UUID, now: datetime) -> None:
        """Overwrite the key of the subject, and refuse it another for ever."""
        gone: dict[str, Any] = {"wrapped": None, "destroyed_at": microseconds(now)}
        with self._changing() as connection:
            _insert(connection, subject_keys, [{"subject": subject.bytes, "wrapped": b""}])
            connection.execute(
                update(subject_keys).where(subject_keys.c.subject == subject.bytes).values(gone)
            )
        self._scrub()

    def secrets(self) -> dict[str, bytes]:
        """Return the wrapped secrets by which people are known, by name; none without the tables."""
        with told(), self._engine.connect() as connection:
            schema = "vault" if connection.dialect.name == "postgresql" else None
            if not inspect(connection).has_table(secrets.name, schema):
                return {}
            return {row.name: row.wrapped for row in connection.execute(select(secrets))}

    def add_secrets(self, wrapped: Mapping[str, bytes]) -> None:
        """Add secrets; one that is there already stays as it is."""
        with self._changing() as connection:
            _insert(connection, secrets, [{"name": name, "wrapped": key} for name, key in wrapped.items()])

    def close(self) -> None:
        """Close the connections."""
        self._engine.dispose()

    @contextmanager
    def _changing(self) -> Iterator[Connection]:
        """Open a transaction. A key that no standby has could be lost, and all that it seals with it."""
        self._standby.missed = False
        with told(), self._engine.execution_options(changing=True).begin() as connection:
            yield connection
        if self._standby.missed:
            raise StoreUnavailable("the server did not wait until a standby had the keys")

    def _scrub(self) -> None:
        """Have the database forget the old row, not only hide it."""
        statement = "PRAGMA wal_checkpoint(TRUNCATE)"
        if self._engine.dialect.name == "postgresql":
            statement = "VACUUM vault.subject_keys"
        with told(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(statement))


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> int:
    """Insert the rows but those whose key is there, and return how many were inserted."""
    dialect = import_module(f"sqlalchemy.dialects.{connection.dialect.name}")  # the other one stays unloaded
    return connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows).rowcount
