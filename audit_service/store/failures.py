"""What a database driver's error means for who asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import sqlalchemy.exc

from audit_service.store.errors import StoreFull, StoreUnavailable

UNREACHABLE = (
    sqlalchemy.exc.TimeoutError,
    psycopg.OperationalError,
    psycopg.InterfaceError,
    psycopg.errors.ReadOnlySqlTransaction,
    psycopg.errors.InsufficientPrivilege,
)
"""What drivers raise when the database cannot do its work; anything else is a fault of ours."""

FAULTS = {sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_MISUSE}
"""Result codes of SQLite that say that a statement was wrong, not that the file cannot be used."""


def meaning(error: Exception) -> StoreUnavailable | None:
    """Return what to tell who asked, or None when the error is a fault of the program."""
    if isinstance(error, sqlalchemy.exc.DBAPIError):
        error = error.orig if isinstance(error.orig, Exception) else error
    if isinstance(error, psycopg.errors.DiskFull):
        return StoreFull(str(error))
    if isinstance(error, sqlite3.Error):
        return _meaning_on_sqlite(error)
    if isinstance(error, UNREACHABLE) or (isinstance(error, OSError) and error.errno):
        return StoreUnavailable(str(error).strip())
    return None


@contextmanager
def told() -> Iterator[None]:
    """Let errors of the database come out as StoreUnavailable or StoreFull."""
    try:
        yield
    except Exception as error:
        said = meaning(error)
        if said is None:
            raise
        raise said from error


def _meaning_on_sqlite(error: sqlite3.Error) -> StoreUnavailable | None:
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code == sqlite3.SQLITE_FULL:
        return StoreFull(str(error))
    return None if code in FAULTS else StoreUnavailable(str(error))
