"""The database of the office's own tables: a file on SQLite, the schema `office` on PostgreSQL."""

from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool
from sqlalchemy.schema import CreateIndex, CreateSchema, CreateTable

from audit_service.identity.tables import office
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
    engine.dispose()


def _set_up(connection: Any, _: object) -> None:
    for pragma in ("journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("office_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")
