from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from projections.engine import views_engine
from tests.projections.ledger import Ledger


@pytest.fixture(params=["sqlite", "postgresql"])
def views(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database for views, of each kind."""
    on_sqlite = request.param == "sqlite"
    url = f"sqlite:///{tmp_path / 'views.sqlite'}" if on_sqlite else request.getfixturevalue("postgres_url")
    engine = views_engine(url)
    yield engine
    engine.dispose()


@pytest.fixture
def ledger() -> Ledger:
    return Ledger()
