"""A machine with an office on it: what is typed is carried out on stores of its own."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from audit_service.cli.frame import run
from audit_service.cli.program import program
from audit_service.settings import Settings
from tests.made import make

Typed = Callable[..., str]


@pytest.fixture
def machine(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The settings of the machine, as its environment says them."""
    monkeypatch.setenv("AUDIT_LANG", "en")
    monkeypatch.setenv("AUDIT_DATA_DIR", str(settings.data_dir))
    monkeypatch.setenv("AUDIT_DATABASE_URL", settings.database_url)
    monkeypatch.setenv("AUDIT_ORIGIN", settings.origin)
    return settings


@pytest.fixture
def prepared(machine: Settings) -> Settings:
    """The settings of a machine whose stores are made and empty."""
    make(machine)
    return machine


@pytest.fixture
def typed(machine: Settings, capfd: pytest.CaptureFixture[str]) -> Typed:
    """Carry out a command; return what it says, once it has ended as expected."""

    def carried_out(*words: str | Path, ends: int = 0) -> str:
        ended = run(program, [str(word) for word in words])
        said = capfd.readouterr()
        assert ended == ends, said.err
        return said.out if ends == 0 else said.err

    return carried_out


@pytest.fixture
def answered(typed: Typed) -> Callable[..., Any]:
    """Carry out a command and return what it answers in JSON."""
    return lambda *words: json.loads(typed(*words, "--json"))
