"""Somebody with the database open tries to change what was recorded."""

import sqlite3
from contextlib import closing
from typing import Any

import psycopg
import pytest

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.submission import Attempt, Submission
from tests.audit_service.store.dossiers import CLERK, NOON, Dossier

ATTEMPT = Attempt(at=NOON, by=CLERK, role="clerk", command="open", stream=None, code="too.early")
CHANGES = [
    "UPDATE {record} SET topic = 'other'",
    "UPDATE {record} SET state = state",
    "DELETE FROM {record}",
    "UPDATE {keys} SET request = key",
    "DELETE FROM {keys}",
    "UPDATE {attempts} SET code = ''",
    "DELETE FROM {attempts}",
]
ON_SQLITE = [
    "INSERT OR REPLACE INTO record SELECT position, stream, version, 'x', state, 0 FROM record",
    "INSERT OR REPLACE INTO record SELECT position + 2, stream, version, 'x', state, 0 FROM record",
    "INSERT INTO record SELECT position + 5, stream, version + 2, topic, state, 0 FROM record",
    "INSERT OR REPLACE INTO keys SELECT key, key, 9, 9, 9 FROM keys",
    "INSERT OR REPLACE INTO attempts SELECT number, at, official, role, 'x', stream, code FROM attempts",
    "UPDATE record SET state = cast(state AS TEXT)",
]
ON_POSTGRES = [
    "TRUNCATE record.record",
    "TRUNCATE record.keys",
    "TRUNCATE record.attempts",
    "SET session_replication_role TO replica; DELETE FROM record.record",
]


def everything(record: Record) -> list[Any]:
    return [record.store.rows(0, 10), record.attempts(), record.answered(b"key", b"request")]


def given(record: Record) -> list[Any]:
    record.keep(Submission(aggregates=(Dossier.opened().note(),), key=b"key", request=b"request"))
    record.keep(Submission(attempt=ATTEMPT))
    return everything(record)


def tamper(settings: Settings, change: str) -> None:
    tables = {name: f"record.{name}" for name in ("record", "keys", "attempts")}
    if settings.on_postgres:
        with psycopg.connect(settings.database_url) as server:
            server.execute(change.format_map(tables).encode())
    else:
        with closing(sqlite3.connect(settings.file("record"))) as file, file:
            file.execute(change.format_map({name: name for name in tables}))


@pytest.mark.parametrize("change", CHANGES)
def test_what_is_recorded_cannot_be_changed_or_removed(
    record: Record, settings: Settings, change: str
) -> None:
    before = given(record)

    with pytest.raises((sqlite3.IntegrityError, psycopg.errors.RestrictViolation), match="is append-only"):
        tamper(settings, change)

    assert everything(record) == before


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
@pytest.mark.parametrize("change", ON_SQLITE)
def test_what_is_recorded_cannot_be_replaced(record: Record, settings: Settings, change: str) -> None:
    before = given(record)

    with pytest.raises(sqlite3.IntegrityError, match=r"is append-only|cannot store TEXT"):
        tamper(settings, change)

    assert everything(record) == before


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
@pytest.mark.parametrize("change", ON_POSTGRES)
def test_nobody_can_empty_the_tables(record: Record, settings: Settings, change: str) -> None:
    before = given(record)

    with pytest.raises(psycopg.errors.RestrictViolation, match="is append-only"):
        tamper(settings, change)

    assert everything(record) == before


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_the_service_has_no_right_to_change_the_record(record: Record, settings: Settings) -> None:
    rights = (
        "SELECT table_name FROM information_schema.role_table_grants WHERE table_schema = 'record' "
        "AND privilege_type IN ('UPDATE', 'DELETE', 'TRUNCATE')"
    )

    with psycopg.connect(settings.database_url) as server:
        assert {name for (name,) in server.execute(rights.encode())} == {"snapshots"}
