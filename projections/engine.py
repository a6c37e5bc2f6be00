"""The databases that views are kept in."""

import sqlite3
from typing import Any

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event

from projections.bulk_postgres import PostgresBulk
from projections.bulk_sqlite import SqliteBulk
from projections.rows import Bulk

CONNECTIONS = 20
"""Connections that may be open at once."""
SQLITE = (
    "page_size = 4096",  # bytes: many who come in change one row each on many pages
    "busy_timeout = 30000",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "secure_delete = OFF",  # what is about people is sealed: nothing to wipe
    "wal_autocheckpoint = 20000",  # pages: what several batches change is copied to the file once
    "journal_size_limit = 134217728",  # bytes: what a long reading made of the log is given back after it
)
SQLITE_READING = "PRAGMA cache_size = -4096"  # KiB: what readers share is the system's own cache
SQLITE_WRITING = "PRAGMA cache_size = -16384"  # KiB: a large batch is not written to the log twice


def views_engine(address: str) -> Engine:
    """Open the database of the views: a file of their own on SQLite, the schema `views` on PostgreSQL.

    `address` begins with `sqlite:`, or is one that PostgreSQL's own library understands. Views are
    disposable and each transaction carries its own position, so that neither database has to wait for
    its disk: what a crash takes away is folded again.
    """
    pool: dict[str, Any] = {"pool_size": 5, "max_overflow": CONNECTIONS - 5, "pool_use_lifo": True}
    if address.startswith("sqlite:"):
        engine = create_engine(address, **pool)
        event.listen(engine, "connect", _configure_sqlite)
        event.listen(engine, "begin", _begin_on_sqlite)
        return engine
    return create_engine(
        "postgresql+psycopg://",
        creator=lambda: _postgres_connection(address),
        pool_pre_ping=True,  # a server that was restarted meanwhile is not the reader's trouble
        **pool,
    )


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
    if connection.get_execution_options().get("views_writing"):
        connection.exec_driver_sql(SQLITE_WRITING)
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.exec_driver_sql(SQLITE_READING)
        connection.exec_driver_sql("BEGIN")


def _postgres_connection(address: str) -> psycopg.Connection[Any]:
    connection = psycopg.connect(address, autocommit=True)
    connection.execute("SET search_path = views")
    connection.execute("SET synchronous_commit = off")
    connection.autocommit = False
    return connection
