import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
import pytest

from audit_service.settings import Settings
from audit_service.store import addresses
from audit_service.store.addresses import kept_alive
from audit_service.store.errors import NotDurable, NotPrepared, StoreUnavailable
from audit_service.store.postgres import PostgresRecorder
from audit_service.store.record import Record
from audit_service.store.sqlite import SQLiteRecorder
from audit_service.store.stores import WRAPPING_KEY, open_record, open_vault, prepare
from audit_service.store.submission import Submission
from tests.audit_service.store.dossiers import Dossier


def test_several_can_prepare_at_once_and_again(settings: Settings) -> None:
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(prepare, [settings] * 6))
    with open_record(settings) as record:
        kept = record.keep(Submission(aggregates=(Dossier.opened().note("text"),)))

        prepare(settings)

        event = record.codec.opened(record.read(1, 1)[0])
        assert isinstance(event, Dossier.Noted)
        assert event.text == "text"
        assert kept.positions == range(1, 3)
    record.vault.close()


def test_the_wrapping_key_is_for_the_service_alone(settings: Settings) -> None:
    prepare(settings)

    assert (settings.keys / WRAPPING_KEY).stat().st_mode & 0o777 == 0o600


def test_a_store_that_was_not_prepared_does_not_open(settings: Settings) -> None:
    with pytest.raises(NotPrepared):
        open_record(settings)


def test_a_database_without_the_tables_does_not_open(settings: Settings, tmp_path: Path) -> None:
    prepare(settings)
    vault = open_vault(settings)
    if settings.on_postgres:
        with psycopg.connect(settings.database_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA record CASCADE")
        recorder: PostgresRecorder | SQLiteRecorder = PostgresRecorder(settings.database_url)
    else:
        empty = tmp_path / "empty.sqlite"
        empty.touch()
        recorder = SQLiteRecorder(empty)

    with pytest.raises(NotPrepared, match="no tables"):
        Record(recorder, vault)

    recorder.close()
    vault.close()


def test_a_vault_without_tables_does_not_open(settings: Settings, tmp_path: Path) -> None:
    prepare(settings)
    if settings.on_postgres:
        with psycopg.connect(settings.database_url, autocommit=True) as connection:
            connection.execute("DROP SCHEMA vault CASCADE")
    else:
        settings.file("vault").unlink()
        settings.file("vault").touch()

    with pytest.raises(NotPrepared):
        open_vault(settings)


def test_a_database_that_forgets_what_it_confirmed_is_refused(settings: Settings) -> None:
    prepare(settings)
    vault = open_vault(settings)
    if settings.on_postgres:
        recorder: PostgresRecorder | SQLiteRecorder = PostgresRecorder(
            f"{settings.database_url}&options=-csynchronous_commit%3Doff"
        )
    else:
        with sqlite3.connect(settings.file("record")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        connection.close()
        recorder = SQLiteRecorder(settings.file("record"))

    with pytest.raises(NotDurable):
        Record(recorder, vault)

    recorder.close()
    vault.close()


def test_a_folder_that_cannot_be_written_is_unavailable(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    with pytest.raises(StoreUnavailable):
        prepare(Settings(data_dir=tmp_path / "file" / "var"))


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path)
    prepare(settings)
    settings.file("record").write_bytes(b"not a database" * 1000)

    with pytest.raises(StoreUnavailable, match="not a database"):
        open_record(settings)


def test_an_address_that_cannot_be_understood_is_said_to_be() -> None:
    with pytest.raises(StoreUnavailable, match="cannot be understood"):
        kept_alive("postgresql://host/audit?no_such_setting=1")


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_a_role_that_may_not_make_tables_is_told_so(settings: Settings) -> None:
    with psycopg.connect(settings.database_url, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS visitor")
        connection.execute("CREATE ROLE visitor LOGIN")
        address = psycopg.conninfo.make_conninfo(settings.database_url, user="visitor")

        with pytest.raises(StoreUnavailable, match="permission denied"):
            prepare(settings.model_copy(update={"database_url": address}))

        connection.execute("DROP ROLE visitor")


def test_what_the_operator_says_about_connections_goes_first() -> None:
    given = "postgresql://one,two/audit?target_session_attrs=read-write&keepalives_idle=60"

    address = psycopg.conninfo.conninfo_to_dict(kept_alive(given))

    assert address["target_session_attrs"] == "read-write"
    assert address["host"] == "one,two"
    assert address["keepalives_idle"] == "60"
    assert address["keepalives_count"] == str(addresses.KEPT_ALIVE["keepalives_count"])
    assert address["tcp_user_timeout"] == "5000"
