"""Stores that a test made on PostgreSQL, emptied and kept out of sight for the next one.

There are hundreds of tables and indexes by now: to make them takes two seconds, to empty them hardly any.
"""

from functools import cache
from shutil import copytree
from tempfile import TemporaryDirectory

import psycopg

from audit_service.settings import Settings

SCHEMAS = ("record", "vault", "office", "views")
OUT_OF_SIGHT = "kept_"

ALONE = """
DO $$ BEGIN
    FOR look IN 1..5000 LOOP
        PERFORM pg_stat_clear_snapshot();
        PERFORM pg_terminate_backend(pid) FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid();
        EXIT WHEN NOT FOUND;
        PERFORM pg_sleep(0.002);
    END LOOP;
END $$
"""
"""The server's own way of waiting until somebody has gone looks only ten times a second."""
EMPTIED = f"""
DO $$ DECLARE made text; BEGIN
    FOR made IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|{OUT_OF_SIGHT}|information_schema$)'
    LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', made);
    END LOOP;
END $$;
CREATE SCHEMA public;
"""
"""Leaves nothing in sight: quicker by far than to drop a database and make another."""
WITHOUT_ROWS = """
DO $$ DECLARE one record; again text := ''; BEGIN
    FOR one IN SELECT tgrelid::regclass AS on_table, * FROM pg_trigger WHERE NOT tgisinternal LOOP
        EXECUTE format('ALTER TABLE %s DISABLE TRIGGER %I', one.on_table, one.tgname);
        again := again || format('ALTER TABLE %s ENABLE %s TRIGGER %I;', one.on_table,
            CASE one.tgenabled WHEN 'A' THEN 'ALWAYS' ELSE '' END, one.tgname);
    END LOOP;
    FOR one IN SELECT oid::regclass AS called, pg_relation_size(oid) > 1000000 AS large FROM pg_class
        WHERE relkind = 'r' AND relnamespace::regnamespace::text = ANY('{record,vault,office,views}')
        AND pg_relation_size(oid) > 0 AND relname NOT IN ('secrets', 'standings')
    LOOP
        EXECUTE format(CASE WHEN one.large THEN 'TRUNCATE %s' ELSE 'DELETE FROM %s' END, one.called);
    END LOOP;
    EXECUTE again;
    PERFORM setval(oid, 1, false) FROM pg_class
    WHERE relkind = 'S' AND relnamespace::regnamespace::text = ANY('{record,vault,office,views}');
END $$;
UPDATE views.standings SET position = 0, failure = '';
"""
"""The record refuses to be emptied, by triggers; what the stores need from the first day stays.

To delete a few rows is quicker by far than to truncate their table, which makes new files.
"""
MARKS = """
SELECT md5(string_agg(told, ' ' ORDER BY told)) FROM (
    SELECT concat_ws(' ', relname, relkind, relnatts, relacl, relhastriggers) AS told FROM pg_class
    WHERE relnamespace::regnamespace::text = ANY(%(schemas)s)
    UNION ALL SELECT concat_ws(' ', tgrelid::regclass, tgname, tgenabled) FROM pg_trigger
    WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' ', attrelid::regclass, attname, atttypid, attnotnull) FROM pg_attribute
    JOIN pg_class ON pg_class.oid = attrelid WHERE relnamespace::regnamespace::text = ANY(%(schemas)s)
    UNION ALL SELECT concat_ws(' ', proname, prosrc) FROM pg_proc
    WHERE pronamespace::regnamespace::text = ANY(%(schemas)s)
    UNION ALL SELECT concat_ws(' ', nspname, nspacl) FROM pg_namespace WHERE nspname = ANY(%(schemas)s)
    UNION ALL SELECT concat_ws(' ', projection, version, filling) FROM views.standings
    UNION ALL SELECT concat_ws(' ', name, wrapped) FROM vault.secrets
) AS marks
"""
"""Tells stores that a test has changed more in than their rows from those that it found."""


class _Kept:
    """What this process made, and how it looked."""

    def __init__(self) -> None:
        self.marks = ""
        self.files = TemporaryDirectory()

    def keep(self, settings: Settings) -> None:
        """Remember how stores look that were just made, with the keys that belong to them."""
        with psycopg.connect(settings.database_url) as connection:
            self.marks = _marks(connection)
        copytree(settings.data_dir, self.files.name, dirs_exist_ok=True)


kept = cache(_Kept)


def take_out(settings: Settings) -> bool:
    """Bring what is kept into sight, with its keys; say whether there was something."""
    with _connected(settings.database_url) as connection:
        if not kept().marks or not _has(connection, OUT_OF_SIGHT + SCHEMAS[0]):
            return False
        for schema in SCHEMAS:
            connection.execute(f"ALTER SCHEMA {OUT_OF_SIGHT}{schema} RENAME TO {schema}".encode())
    copytree(kept().files.name, settings.data_dir)
    return True


def put_by(address: str) -> None:
    """Leave nothing and nobody in sight in a database: keep what was made, if only its rows are new."""
    with _connected(address) as connection:
        connection.execute(ALONE)
        whole = kept().marks and all(_has(connection, schema) for schema in SCHEMAS)
        if whole and _marks(connection) == kept().marks:
            connection.execute(WITHOUT_ROWS)
            for schema in SCHEMAS:
                connection.execute(f"ALTER SCHEMA {schema} RENAME TO {OUT_OF_SIGHT}{schema}".encode())
        connection.execute(EMPTIED)


def _connected(address: str) -> psycopg.Connection:
    """Connect without waiting for the disk: whatever crashes, the tests begin anew."""
    return psycopg.connect(address, autocommit=True, options="-c synchronous_commit=off")


def _has(connection: psycopg.Connection, schema: str) -> bool:
    found = connection.execute("SELECT 1 FROM pg_namespace WHERE nspname = %s", [schema])
    return found.fetchone() is not None


def _marks(connection: psycopg.Connection) -> str:
    found = connection.execute(MARKS, {"schemas": list(SCHEMAS)}).fetchone()
    return found[0] if found else ""
