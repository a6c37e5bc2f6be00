"""The database of the office's own tables: a file on SQLite, the schema `office` on PostgreSQL."""

from collections.abc import Iterator
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, CreateSchema, CreateTable

from audit_service.identity.tables import APPEND_ONLY, office
from audit_service.settings import Settings
from audit_service.store.addresses import kept_alive, sqlite_connection
from audit_service.store.failures import told

ONE_AT_A_TIME = 7_150_001
"""Key of the lock under which the tables are made: PostgreSQL fails two who make the same."""


def office_engine(settings: Settings, *, create: bool = False) -> Engine:
    """Open the database, which must have been prepared unless it is to be created."""
    if settings.on_postgres:
        address = kept_alive(settings.database_url)
        return create_engine(
            "postgresql+psycopg://", creator=lambda: psycopg.connect(address), pool_pre_ping=True
        )
    file = settings.file("office")
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite_connection(file, create=create), poolclass=QueuePool
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine.execution_options(schema_translate_map={"office": None})


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write: on SQLite they take the writer's place at once."""
    return engine.execution_options(office_writing=True)


def prepare_office(settings: Settings) -> None:
    """Make the tables that are missing. Several may do so at the same time. Raises StoreUnavailable."""
    engine = office_engine(settings, create=True)
    with told(), writing(engine).begin() as db:
        if settings.on_postgres:
            db.exec_driver_sql(f"SELECT pg_advisory_xact_lock({ONE_AT_A_TIME})")
            db.execute(CreateSchema("office", if_not_exists=True))
        for table in office.sorted_tables:
            db.execute(CreateTable(table, if_not_exists=True))
            for index in table.indexes:
                db.execute(CreateIndex(index, if_not_exists=True))
        for table in APPEND_ONLY:
            for statement in _kept_for_good(table.name, on_postgres=settings.on_postgres):
                db.exec_driver_sql(statement)
    engine.dispose()


def _kept_for_good(table: str, *, on_postgres: bool) -> Iterator[str]:
    """Yield what has the database itself refuse to change or remove a row."""
    if on_postgres:
        yield (
            "CREATE OR REPLACE FUNCTION office.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
            "RAISE EXCEPTION '%% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation'; END $$"
        )
        yield (
            f"CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON office.{table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION office.refuse()"
        )
        return
    for act in ("UPDATE", "DELETE"):
        yield (
            f"CREATE TRIGGER IF NOT EXISTS {table}_no_{act.lower()} BEFORE {act} ON {table} "
            f"BEGIN SELECT raise(ABORT, '{table} is append-only'); END"
        )


def _set_up(connection: Any, _: object) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("office_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
