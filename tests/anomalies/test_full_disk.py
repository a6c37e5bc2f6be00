"""The disk is full: nothing is half recorded, and the record goes on when there is room."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from audit_service.settings import Settings
from audit_service.store.errors import StoreFull
from audit_service.store.record import Record
from audit_service.store.sqlite import SQLiteRecorder
from audit_service.store.submission import Submission
from tests.audit_service.store.dossiers import Dossier


@contextmanager
def no_room(record: Record, settings: Settings) -> Iterator[None]:
    """Leave no room for what is large."""
    if isinstance(record.store, SQLiteRecorder):
        file = record.store._connected()
        ((pages,),) = file.execute("PRAGMA page_count")
        file.execute(f"PRAGMA max_page_count = {pages + 5}").close()
        yield
        file.execute("PRAGMA max_page_count = 1000000").close()
    else:
        with psycopg.connect(settings.database_url, autocommit=True) as server:
            server.execute(
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS "
                "$$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$"
            )
            server.execute(
                "CREATE TRIGGER full_disk BEFORE INSERT ON record.record "
                "FOR EACH ROW WHEN (length(NEW.state) > 5000) EXECUTE FUNCTION full_disk()"
            )
            yield
            server.execute("DROP FUNCTION full_disk() CASCADE")


def large() -> Submission:
    dossier = Dossier.opened()
    for _ in range(10):
        dossier.note("x" * 6000)
    return Submission(aggregates=(dossier,), key=b"large", request=b"large")


def test_a_full_disk_leaves_nothing_half_recorded(record: Record, settings: Settings) -> None:
    record.keep(Submission(aggregates=(Dossier.opened(),)))

    with no_room(record, settings):
        with pytest.raises(StoreFull):
            record.keep(large())
        assert record.last_position() == 1
        assert record.answered(b"large", b"large") is None
        assert record.keep(Submission(aggregates=(Dossier.opened(),))).positions == range(2, 3)

    assert record.keep(large()).positions == range(3, 14)
