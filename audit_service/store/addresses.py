"""How the stores' databases are reached."""

import sqlite3
from pathlib import Path

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg.errors import Diagnostic

from audit_service.store.errors import StoreUnavailable

BUSY_FOR = 30.0
"""Seconds to wait while another process writes to a SQLite file."""

KEPT_ALIVE: dict[str, str | int] = {
    "application_name": "audit-service",
    "connect_timeout": 5,
    "keepalives": 1,
    "keepalives_idle": 3,
    "keepalives_interval": 1,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,
}
"""A cut cable is noticed in seconds. What the operator's address says itself goes first."""


class Standby:
    """Heeds whether a commit was cut short before a standby had it: it may be lost, so it is not done."""

    def __init__(self) -> None:
        self.missed = False

    def heed(self, notice: Diagnostic) -> None:
        """Take note of what the server says beside its answers, whatever its language."""
        self.missed = self.missed or notice.source_function == "SyncRepWaitForLSN"


def kept_alive(address: str) -> str:
    """Return the operator's PostgreSQL address with what it leaves open about lost connections.

    Raises StoreUnavailable for an address that cannot be understood.
    """
    try:
        given = conninfo_to_dict(address)
    except psycopg.ProgrammingError as error:
        raise StoreUnavailable(f"the address of the database cannot be understood: {error}") from None
    return make_conninfo(address, **{name: value for name, value in KEPT_ALIVE.items() if name not in given})


def sqlite_connection(file: Path, *, create: bool = False) -> sqlite3.Connection:
    """Open a SQLite file, which must exist unless it is to be created. No implicit transactions."""
    mode = "rwc" if create else "rw"
    return sqlite3.connect(
        f"{file.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_FOR,
        isolation_level=None,
        check_same_thread=False,
    )


def postgres_connection(
    address: str, standby: Standby | None = None, *, autocommit: bool = True
) -> psycopg.Connection:
    """Open a connection to PostgreSQL, by default without implicit transactions."""
    connection = psycopg.connect(kept_alive(address), autocommit=autocommit)
    if standby is not None:
        connection.add_notice_handler(standby.heed)
    return connection
