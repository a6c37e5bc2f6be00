"""The library's own tests of recorders, on ours."""

from collections.abc import Iterator
from typing import Any

import pytest
from eventsourcing.persistence import AggregateRecorder
from eventsourcing.tests import persistence as library

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.recorder import Recorder
from audit_service.store.snapshots import SnapshotRecorder
from audit_service.store.stores import open_record, prepare


class OnSQLite:
    """Gives each of the library's tests a recorder on a new SQLite file."""

    record: Record

    @pytest.fixture(autouse=True)
    def opened(self, tmp_path: Any) -> Iterator[None]:
        settings = Settings(data_dir=tmp_path)
        prepare(settings)
        with open_record(settings) as self.record:
            yield
        self.record.vault.close()

    def create_recorder(self) -> Recorder:
        return self.record.store


class OnPostgres(OnSQLite):
    """Gives each of the library's tests a recorder on a new PostgreSQL database."""

    @pytest.fixture(autouse=True)
    def opened(self, tmp_path: Any, postgres_url: str) -> Iterator[None]:
        settings = Settings(data_dir=tmp_path, database_url=postgres_url)
        prepare(settings)
        with open_record(settings) as self.record:
            yield
        self.record.vault.close()


class TakingSnapshots(OnSQLite):
    """Gives the recorder of the snapshots instead."""

    def create_recorder(self) -> AggregateRecorder:  # type: ignore[override]
        return SnapshotRecorder(self.record.store)


class TestSnapshotsOnSQLite(TakingSnapshots, library.AggregateRecorderTestCase): ...


class TestSnapshotsOnPostgres(TakingSnapshots, OnPostgres, library.AggregateRecorderTestCase): ...


class TestRecordOnSQLite(OnSQLite, library.ApplicationRecorderTestCase[Recorder]): ...


class TestRecordOnPostgres(OnPostgres, library.ApplicationRecorderTestCase[Recorder]): ...


class TestPositionsOnSQLite(OnSQLite, library.NonInterleavingNotificationIDsBaseCase): ...


class TestPositionsOnPostgres(OnPostgres, library.NonInterleavingNotificationIDsBaseCase): ...
