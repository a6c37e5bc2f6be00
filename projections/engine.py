"""The databases that views are kept in."""

import sqlite3
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url

from projections.bulk_postgres import PostgresBulk
from projections.bulk_sqlite import SqliteBulk
from projections.rows import Bulk

READERS = 50
"""Connections that may be open at once."""
SQLITE = (
    "page_size = 8192",  # bytes: rows hold whole events
    "busy_timeout = 30000",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "cache_size = -65536",  # KiB: a large batch is not written to the log twice
    "wal_autocheckpoint = 10000",  # pages: what several batches change is copied to the file once
)


def views_engine(url: str) -> Engine:
    """Open the database of the views: a file of their own on SQLite, the schema `views` on PostgreSQL.

    Views are disposable and each transaction carries its own position, so that neither database
    has to wait for its disk: what a crash takes away is folded again.
    """
    address = make_url(url)
    on_sqlite = address.get_backend_name() == "sqlite"
    engine = create_engine(
        address if on_sqlite else address.set(drivername="postgresql+psycopg"),
        pool_size=5,
        max_overflow=READERS - 5,
        pool_pre_ping=not on_sqlite,  # a server that was restarted meanwhile is not the reader's trouble
    )
    if on_sqlite:
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_on_sqlite)
    else:
        event.listen(engine, "connect", _configure_postgres)
    return engine


def writing(engine: Engine) -> Engine:
    """Return the engine for transactions that write: on SQLite they take the writer's place at once."""
    return engine.execution_options(views_writing=True)


def bulk(connection: Connection) -> Bulk:
    """Return the bulk reader and writer for the transaction of this connection."""
    driver = connection.connection.driver_connection
    return SqliteBulk(driver) if connection.dialect.name == "sqlite" else PostgresBulk(driver)


def _configure_sqlite(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None
    for setting in SQLITE:
        connection.execute(f"PRAGMA {setting}")


def _begin_on_sqlite(connection: Connection) -> None:
    is_writing = connection.get_execution_options().get("views_writing")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writing else "BEGIN")


def _configure_postgres(connection: psycopg.Connection[Any], _record: Any) -> None:
    connection.execute("SET search_path = views")
    connection.execute("SET synchronous_commit = off")
    connection.commit()
