"""What the tests of the store may ask for."""

from collections.abc import Iterator

import pytest

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.stores import open_record, prepare


@pytest.fixture
def record(settings: Settings) -> Iterator[Record]:
    """An empty record, on either database."""
    prepare(settings)
    record = open_record(settings)
    yield record
    record.close()
    record.vault.close()
