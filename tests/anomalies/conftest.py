"""What the anomalies are tried on."""

from collections.abc import Iterator

import pytest

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.stores import open_record, prepare
from tests.postgres import Wire


@pytest.fixture
def record(settings: Settings) -> Iterator[Record]:
    """An empty record, on either database."""
    prepare(settings)
    record = open_record(settings)
    yield record
    record.close()
    record.vault.close()


@pytest.fixture
def wire(postgres_url: str) -> Iterator[Wire]:
    """A wire to an empty PostgreSQL database."""
    wire = Wire(postgres_url)
    yield wire
    wire.close()


@pytest.fixture
def wired(wire: Wire, postgres_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A record whose database is reached over the wire; the vault is not."""
    settings = Settings(
        data_dir=tmp_path_factory.mktemp("wired"), database_url=wire.address, vault_url=postgres_url
    )
    prepare(settings)
    record = open_record(settings)
    yield record
    record.close()
    record.vault.close()
