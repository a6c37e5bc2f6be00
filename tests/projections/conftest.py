from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine

from domain.kernel import Aggregate
from projections.engine import views_engine
from projections.follower import Follower
from projections.kernel import Projection
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


@pytest.fixture
def shown(views: Engine) -> Iterator[Callable[..., Connection]]:
    """Folds what aggregates keep pending into a view, and hands over a connection that reads it."""
    ledger = Ledger()
    with views.connect() as connection:

        def show(projection: Projection, *aggregates: Aggregate) -> Connection:
            connection.rollback()
            ledger.keep(*aggregates)
            Follower(ledger, views, [projection]).catch_up()
            return connection

        yield show
