"""Tables of the record on SQLite. What is in them cannot be changed, removed or replaced."""

import sqlite3

SCHEMA = """
CREATE TABLE IF NOT EXISTS record (
    position INTEGER PRIMARY KEY,
    stream BLOB NOT NULL CHECK (length(stream) = 16),
    version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    state BLOB NOT NULL,
    recorded_at INTEGER NOT NULL, -- microseconds since 1970, UTC
    UNIQUE (stream, version)
) STRICT;
CREATE TABLE IF NOT EXISTS keys (
    key BLOB PRIMARY KEY,
    request BLOB NOT NULL,
    first INTEGER NOT NULL,
    events INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS attempts (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    official BLOB NOT NULL,
    role TEXT NOT NULL,
    command TEXT NOT NULL,
    stream BLOB,
    code TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS snapshots (
    stream BLOB NOT NULL,
    version INTEGER NOT NULL,
    topic TEXT NOT NULL,
    state BLOB NOT NULL,
    PRIMARY KEY (stream, version)
) STRICT, WITHOUT ROWID;
"""

APPEND_ONLY = """
CREATE TRIGGER IF NOT EXISTS {table}_is_not_changed BEFORE UPDATE ON {table}
BEGIN SELECT raise(ABORT, '{table} is append-only'); END;
CREATE TRIGGER IF NOT EXISTS {table}_loses_nothing BEFORE DELETE ON {table}
BEGIN SELECT raise(ABORT, '{table} is append-only'); END;
CREATE TRIGGER IF NOT EXISTS {table}_is_not_replaced BEFORE INSERT ON {table} WHEN {replaced}
BEGIN SELECT raise(ABORT, '{table} is append-only'); END;
"""

REPLACED = {
    "record": "new.position <> (SELECT coalesce(max(position), 0) + 1 FROM record)"
    " OR EXISTS (SELECT 1 FROM record WHERE stream = new.stream AND version = new.version)",
    "keys": "EXISTS (SELECT 1 FROM keys WHERE key = new.key)",
    "attempts": "new.number <> (SELECT coalesce(max(number), 0) + 1 FROM attempts)",
}
"""When `INSERT OR REPLACE` would delete a row: SQLite asks no trigger for that deletion."""


def make_tables(connection: sqlite3.Connection) -> None:
    """Make what is missing, in one transaction; several may try at the same time."""
    append_only = "".join(APPEND_ONLY.format(table=table, replaced=REPLACED[table]) for table in REPLACED)
    connection.execute("PRAGMA journal_mode = WAL").close()
    connection.executescript(f"BEGIN IMMEDIATE; {SCHEMA} {append_only} COMMIT;")
