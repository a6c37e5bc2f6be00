"""The office's own tables, on both databases."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from audit_service.identity.database import office_engine, prepare_office
from audit_service.settings import Settings


@pytest.fixture
def tables(settings: Settings) -> Iterator[Engine]:
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    prepare_office(settings)
    engine = office_engine(settings)
    yield engine
    engine.dispose()
