"""The store cannot be reached for a while, and is back."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

import pytest

from audit_service.settings import Settings
from audit_service.store import addresses
from audit_service.store.errors import StoreUnavailable
from audit_service.store.postgres import PostgresRecorder
from audit_service.store.record import Record
from audit_service.store.snapshots import Snapshots
from audit_service.store.sqlite import SQLiteRecorder
from audit_service.store.stores import open_record, prepare
from audit_service.store.submission import Attempt, Submission
from tests.audit_service.store.dossiers import CLERK, NOON, Dossier
from tests.postgres import Wire


def a_submission() -> Submission:
    return Submission(aggregates=(Dossier.opened(),))


def test_a_record_goes_on_when_the_wire_is_mended(wired: Record, wire: Wire) -> None:
    wired.keep(a_submission())
    wire.cut()

    outcomes = [wired.submit(a_submission()) for _ in range(5)]
    for outcome in outcomes:
        with pytest.raises(StoreUnavailable):
            outcome.result()
    with impatient_readers(wired), pytest.raises(StoreUnavailable):
        wired.read(0, 10)
    wire.mend()

    assert wired.keep(a_submission()).positions == range(2, 3)
    assert [event.position for event in wired.read(0, 10)] == [1, 2]


@contextmanager
def impatient_readers(record: Record) -> Iterator[None]:
    assert isinstance(record.store, PostgresRecorder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(record.store._readers, "timeout", 0.3)
        yield


def test_a_server_that_was_restarted_meanwhile_is_not_noticed(wired: Record, wire: Wire) -> None:
    wired.keep(a_submission())
    assert wired.last_position() == 1

    wire.cut()
    wire.mend()

    assert wired.last_position() == 1
    assert wired.keep(a_submission()).positions == range(2, 3)


@pytest.mark.parametrize(("copied", "way"), [(500, b"INSERT INTO record"), (0, b"COPY record")])
def test_a_connection_lost_in_the_middle_leaves_nothing(
    wired: Record, wire: Wire, copied: int, way: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.store.postgres.COPIED", copied)
    wire.cut_before = way

    with pytest.raises(StoreUnavailable):
        wired.keep(a_submission())

    assert wired.last_position() == 0
    assert wired.keep(a_submission()).positions == range(1, 2)


def test_a_snapshot_that_was_lost_on_the_way_can_be_taken_again(wired: Record, wire: Wire) -> None:
    snapshots, dossier = Snapshots(wired.store), Dossier.opened()
    wire.cut_before = b"INSERT INTO snapshots"

    with pytest.raises(StoreUnavailable):
        snapshots.keep([dossier])
    assert snapshots.latest(Dossier, dossier.id) is None
    snapshots.keep([dossier])

    assert snapshots.latest(Dossier, dossier.id) == dossier.copied()


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_broken_connection_to_the_file_is_replaced(record: Record) -> None:
    assert isinstance(record.store, SQLiteRecorder)
    record.keep(a_submission())
    record.store._connected().close()

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        record.keep(a_submission())

    assert record.keep(a_submission()).positions == range(2, 3)


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_a_question_that_fails_leaves_no_connection_behind(record: Record) -> None:
    assert isinstance(record.store, SQLiteRecorder)

    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        record.store.query("SELECT * FROM nowhere")

    assert len(record.store._readers) == 0
    assert record.last_position() == 0


def test_a_vault_that_is_gone_stops_only_what_needs_it(
    record: Record, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    known, new = Dossier.opened().note(), Dossier.opened().note()
    record.keep(Submission(aggregates=(known,)))

    def gone(*_: object) -> None:
        raise StoreUnavailable("the vault is gone")

    monkeypatch.setattr(record.vault._keystore, "read", gone)
    outcomes = [
        record.submit(Submission(aggregates=(aggregate,)))
        for aggregate in (new, record.get(Dossier, known.id).note())
    ]

    with pytest.raises(StoreUnavailable, match="the vault is gone"):
        outcomes[0].result()
    assert outcomes[1].result().positions == range(3, 4)


def test_a_file_that_another_process_holds_is_waited_for_and_then_unavailable(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "BUSY_FOR", 0.1)
    settings = Settings(data_dir=tmp_path_factory.mktemp("held"))
    prepare(settings)
    with open_record(settings) as record, closing(sqlite3.connect(settings.file("record"))) as other:
        other.execute("BEGIN IMMEDIATE")

        with pytest.raises(StoreUnavailable, match="locked"):
            record.keep(a_submission())
        assert record.last_position() == 0
        other.execute("ROLLBACK")

        assert record.keep(a_submission()).positions == range(1, 2)
    record.vault.close()


def test_a_server_that_is_not_there_is_unavailable(tmp_path_factory: pytest.TempPathFactory) -> None:
    nowhere = tmp_path_factory.mktemp("nowhere")
    settings = Settings(data_dir=nowhere, database_url=f"postgresql:///audit?host={nowhere}")

    with pytest.raises(StoreUnavailable):
        prepare(settings)


def test_a_fault_of_one_submission_is_not_the_fault_of_all(
    record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    nobody = Attempt(at=NOON, by=CLERK, role=None, command="open", stream=None, code="x")  # type: ignore[arg-type]
    asked = [a_submission(), a_submission(), Submission(attempt=nobody), a_submission()]

    with record.store._writing:  # so that they gather
        outcomes = [record.submit(submission) for submission in asked]

    assert [outcome.exception() is None for outcome in outcomes] == [True, True, False, True]
    assert record.last_position() == 3
    assert "could not be stored" in caplog.text
