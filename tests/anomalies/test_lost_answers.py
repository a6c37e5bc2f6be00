"""The store is lost while it commits: was it recorded or not?"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from threading import Event, Thread
from time import sleep

import psycopg
import pytest

from audit_service.settings import Settings
from audit_service.store import recorder
from audit_service.store.errors import InDoubt, StoreUnavailable
from audit_service.store.record import Record
from audit_service.store.sqlite import SQLiteRecorder
from audit_service.store.stores import open_record, prepare
from audit_service.store.submission import Attempt, Submission
from tests.audit_service.store.dossiers import CLERK, NOON, Dossier
from tests.postgres import Wire

COMMIT = b"COMMIT\0"
"""How the command goes over the wire."""
ATTEMPT = Attempt(at=NOON, by=CLERK, role="clerk", command="open", stream=None, code="too.early")


def a_submission() -> Submission:
    return Submission(aggregates=(Dossier.opened().note(),), key=b"key", request=b"request")


def test_what_was_committed_is_found_when_the_answer_is_lost(wired: Record, wire: Wire) -> None:
    wire.cut_after = COMMIT

    kept = wired.keep(a_submission())

    assert wire.cut_after is None
    assert kept.positions == range(1, 3)
    assert wired.last_position() == 2


@pytest.mark.parametrize(
    "submission",
    [Submission(key=b"key", request=b"request"), Submission(attempt=ATTEMPT)],
    ids=["only a key", "only an attempt"],
)
def test_what_has_no_events_is_found_as_well(wired: Record, wire: Wire, submission: Submission) -> None:
    wire.cut_after = COMMIT

    assert wired.keep(submission).positions == range(0)


def test_what_did_not_reach_the_server_is_not_recorded(wired: Record, wire: Wire) -> None:
    wire.cut_before = COMMIT

    with pytest.raises(StoreUnavailable) as failure:
        wired.keep(a_submission())

    assert not isinstance(failure.value, InDoubt)
    assert wired.last_position() == 0
    assert wired.keep(a_submission()).positions == range(1, 3)


def test_asked_again_with_its_key_it_is_recorded_once(
    wired: Record, wire: Wire, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recorder, "IN_DOUBT_FOR", 0.2)

    with lost_for_good(wired, wire), pytest.raises(InDoubt):
        wired.keep(a_submission())

    again = wired.keep(a_submission())
    once_more = wired.keep(a_submission())

    assert again.repeated
    assert once_more == again
    assert once_more.entries == again.entries
    assert again.positions == range(1, 3)
    assert wired.last_position() == 2


@contextmanager
def lost_for_good(record: Record, wire: Wire) -> Iterator[None]:
    """Let the next commit through to the server, and nothing afterwards."""
    commit = record.store.commit

    def commit_and_go() -> None:
        wire.cut_after = COMMIT
        try:
            commit()
        finally:
            wire.cut()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(record.store, "commit", commit_and_go)
        yield
    wire.mend()


def test_on_a_file_it_is_looked_for_as_well(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(data_dir=tmp_path_factory.mktemp("file"))
    prepare(settings)
    commit = SQLiteRecorder.commit

    def commit_and_stumble(store: SQLiteRecorder) -> None:
        monkeypatch.setattr(SQLiteRecorder, "commit", commit)
        commit(store)
        raise sqlite3.OperationalError("disk I/O error")

    with open_record(settings) as record:
        monkeypatch.setattr(SQLiteRecorder, "commit", commit_and_stumble)

        kept = record.keep(a_submission())

        assert kept.positions == range(1, 3)
        assert replace(record.keep(a_submission()), repeated=False) == kept
    record.vault.close()


@contextmanager
def a_standby_that_never_answers(address: str) -> Iterator[None]:
    """Let commits wait for a standby that is not there, and somebody cancel the waiting."""
    done = Event()
    canceller = Thread(target=cancel_the_waiting, args=(address, done))
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("ALTER SYSTEM SET synchronous_standby_names TO 'nowhere'")
        server.execute("SELECT pg_reload_conf()")
        sleep(0.2)
        canceller.start()
        try:
            yield
        finally:
            server.execute("ALTER SYSTEM RESET synchronous_standby_names")
            server.execute("SELECT pg_reload_conf()")
            done.set()
            canceller.join()


def cancel_the_waiting(address: str, done: Event) -> None:
    waiting = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
    with psycopg.connect(address, autocommit=True) as server:
        while not done.wait(0.02):
            server.execute(waiting)


def test_a_commit_that_no_standby_has_is_in_doubt(wired: Record, postgres_server: str) -> None:
    submission = Submission(aggregates=(Dossier.opened(),))

    with a_standby_that_never_answers(postgres_server), pytest.raises(InDoubt, match="standby"):
        wired.keep(submission)


def test_nothing_is_sealed_with_a_key_that_no_standby_has(wired: Record, postgres_server: str) -> None:
    with (
        a_standby_that_never_answers(postgres_server),
        pytest.raises(StoreUnavailable, match="standby had the keys"),
    ):
        wired.keep(a_submission())

    assert wired.last_position() == 0
