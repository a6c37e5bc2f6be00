"""A record on either database, to take registers over into."""

from collections.abc import Iterator

import pytest

from audit_service.settings import Settings
from audit_service.store.record import Record
from audit_service.store.stores import open_record
from tests.made import make


@pytest.fixture
def record(settings: Settings) -> Iterator[Record]:
    make(settings)
    opened = open_record(settings)
    yield opened
    opened.close()
    opened.vault.close()
