"""Tables of the record on PostgreSQL. What is in them cannot be changed or removed."""

import psycopg

SCHEMA = """
CREATE SCHEMA IF NOT EXISTS record;
CREATE TABLE record.record (
    position bigint PRIMARY KEY,
    stream uuid NOT NULL,
    version integer NOT NULL,
    topic text NOT NULL,
    state bytea NOT NULL,
    recorded_at bigint NOT NULL, -- microseconds since 1970, UTC
    UNIQUE (stream, version)
);
CREATE TABLE record.keys (
    key bytea PRIMARY KEY,
    request bytea NOT NULL,
    first bigint NOT NULL,
    events integer NOT NULL,
    recorded_at bigint NOT NULL
);
CREATE TABLE record.attempts (
    number bigint PRIMARY KEY,
    at bigint NOT NULL,
    official uuid NOT NULL,
    role text NOT NULL,
    command text NOT NULL,
    stream uuid,
    code text NOT NULL
);
CREATE TABLE record.snapshots (
    stream uuid NOT NULL,
    version integer NOT NULL,
    topic text NOT NULL,
    state bytea NOT NULL,
    PRIMARY KEY (stream, version)
);
CREATE FUNCTION record.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
"""

APPEND_ONLY = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON record.{table}
FOR EACH STATEMENT EXECUTE FUNCTION record.refuse();
ALTER TABLE record.{table} ENABLE ALWAYS TRIGGER append_only;
REVOKE UPDATE, DELETE, TRUNCATE ON record.{table} FROM PUBLIC, CURRENT_USER;
"""

TABLES = ("record", "keys", "attempts")


def make_tables(connection: psycopg.Connection) -> None:
    """Make the tables in one transaction, unless they are there; several may try at the same time."""
    with connection.transaction():
        connection.execute("SELECT pg_advisory_xact_lock(hashtext('audit-service record'))")
        if not tables_are_there(connection):
            connection.execute(SCHEMA)
            for table in TABLES:
                connection.execute(APPEND_ONLY.format(table=table).encode())


def tables_are_there(connection: psycopg.Connection) -> bool:
    """Tell whether the record's tables have been made."""
    found = connection.execute("SELECT to_regclass('record.record') IS NOT NULL").fetchone()
    return found == (True,)
