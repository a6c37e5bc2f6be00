import pytest

from audit_service.store import snapshots
from audit_service.store.errors import StoreUnavailable
from audit_service.store.record import Record
from audit_service.store.snapshots import Snapshots
from audit_service.store.submission import Submission
from tests.audit_service.store.dossiers import EXAMPLE_PAGES, Dossier


def a_long_history(record: Record, notes: int) -> Dossier:
    dossier = Dossier.opened(pages=EXAMPLE_PAGES)
    record.keep(Submission(aggregates=(dossier,)))
    for _ in range(notes // 50):
        dossier = record.get(Dossier, dossier.id)
        for _ in range(50):
            dossier.note()
        record.keep(Submission(aggregates=(dossier,)))
    record.keep(Submission())  # the writer takes snapshots before it turns to what comes next
    return dossier


def test_a_long_history_is_gone_on_with_from_its_snapshot(record: Record) -> None:
    dossier = a_long_history(record, notes=250)

    (restored,) = [Snapshots(record.store).latest(Dossier, dossier.id)]

    assert restored is not None
    assert (restored.version, restored.notes) == (201, 200)
    assert state(restored) == state(record.get(Dossier, dossier.id, at=201))


def test_what_is_found_is_the_same_with_and_without_snapshots(record: Record) -> None:
    dossier = a_long_history(record, notes=150)
    record.cache.drop([dossier.id])

    with_snapshot = record.get(Dossier, dossier.id)

    assert state(with_snapshot) == state(record.get(Dossier, dossier.id, at=record.last_position()))
    assert with_snapshot.version == 151


def test_a_short_history_has_no_snapshot(record: Record) -> None:
    dossier = a_long_history(record, notes=50)

    assert Snapshots(record.store).latest(Dossier, dossier.id) is None


def test_a_snapshot_taken_by_other_rules_is_not_used(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    dossier = a_long_history(record, notes=100)
    monkeypatch.setattr(snapshots, "_topic", lambda _: "dossier@of other rules")

    assert Snapshots(record.store).latest(Dossier, dossier.id) is None


def test_commands_do_not_depend_on_snapshots(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise StoreUnavailable("no room for snapshots")

    monkeypatch.setattr(record.store, "run", broken)

    dossier = a_long_history(record, notes=100)

    assert record.get(Dossier, dossier.id).version == 101


def state(dossier: Dossier) -> dict[str, object]:
    return {
        name: getattr(dossier, name) for name in ("id", "version", "stage", "notes", "pages", "opened_on")
    }
