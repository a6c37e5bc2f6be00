from pathlib import Path
from threading import Event as Signal

import pytest

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.stores import open_record, prepare
from audit_service.store.submission import Submission
from tests.audit_service.store.dossiers import Dossier


def log_of(settings: Settings) -> Path:
    file = settings.file("record")
    return file.with_name(file.name + "-wal")


def test_the_log_begins_anew_when_it_was_copied(sqlite: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.store.sqlite.LOGGED", 10)
    prepare(sqlite)
    record = open_record(sqlite)
    sizes = []

    for _ in range(6):
        record.keep(Submission(aggregates=tuple(Dossier.opened() for _ in range(10))))
        sizes.append(log_of(sqlite).stat().st_size)
        record.store.tidy()

    assert sizes[-1] == sizes[1]
    record.close()
    record.vault.close()


def test_the_store_is_tidied_when_nobody_waits(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    tidied = Signal()
    monkeypatch.setattr(record.store, "tidy", tidied.set)

    record.keep(Submission(aggregates=(Dossier.opened(),)))

    assert tidied.wait(10)


def test_the_store_is_tidied_in_the_end_though_somebody_waits(
    record: Record, monkeypatch: pytest.MonkeyPatch
) -> None:
    tidied = Signal()
    monkeypatch.setattr(record.store, "tidy", tidied.set)
    monkeypatch.setattr("audit_service.store.writer.TOGETHER", 1)
    monkeypatch.setattr("audit_service.store.writer.PUT_OFF", 3)

    answers = [record.submit(Submission(aggregates=(Dossier.opened(),))) for _ in range(20)]

    assert all(answer.result(10).rows for answer in answers)
    assert tidied.wait(10)
