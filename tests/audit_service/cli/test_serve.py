"""Serving and following, each in a process of its own, told to end by a signal."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from audit_service.cli.serve import NothingCanListen, listen, prepare_if_empty
from audit_service.proof.keys import SECRET
from audit_service.settings import Settings
from tests.audit_service.cli.conftest import Typed

PATIENCE = 60


@contextmanager
def running(machine: Settings, tmp_path: Path, *words: str, **environment: str) -> Iterator[tuple[str, Path]]:
    """Run a command until the block ends; yields the first line it says. It has to end by itself then."""
    errors = tmp_path / "errors"
    with errors.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "audit_service", *words],
            env={**os.environ, **environment},
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
        )
        assert process.stdout is not None
        try:
            said = process.stdout.readline()
            assert said, errors.read_text()
            yield said, errors
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(PATIENCE)
            process.stdout.close()


def answer(address: str) -> int:
    """Ask until somebody answers; return the status."""
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return int(urllib.request.urlopen(address, timeout=PATIENCE).status)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def test_serves_on_stores_that_it_prepares_itself(machine: Settings, tmp_path: Path) -> None:
    with running(machine, tmp_path, "serve", AUDIT_PORT="0") as (said, errors):
        assert said.startswith("Serving on http://127.0.0.1:")
        address = said.removeprefix("Serving on ").rstrip(".\n")

        assert answer(f"{address}/readyz") == 200

    assert "Traceback" not in errors.read_text()
    assert '"Finished server process' in errors.read_text()


@pytest.mark.parametrize("settings", ["postgresql"], indirect=True)
def test_several_processes_serve_together(machine: Settings, tmp_path: Path) -> None:
    with running(machine, tmp_path, "serve", AUDIT_PORT="0", AUDIT_WORKERS="2") as (said, _):
        address = said.removeprefix("Serving on ").rstrip(".\n")

        assert answer(f"{address}/metrics") == 200
        figures = urllib.request.urlopen(f"{address}/metrics", timeout=PATIENCE).read().decode()

    assert 'audit_answer_seconds_count{method="GET",route="/metrics",status="200"}' in figures


def test_follows_until_told_to_end(typed: Typed, machine: Settings, tmp_path: Path) -> None:
    typed("prepare")

    with running(machine, tmp_path, "follow") as (said, errors):
        assert said == f"Following the record of {machine.origin}.\n"

    assert "Traceback" not in errors.read_text()


def test_an_address_that_is_taken_is_named(sqlite: Settings) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]

        with pytest.raises(NothingCanListen, match=rf"Nothing can listen on 127\.0\.0\.1:{port}: "):
            listen(sqlite.model_copy(update={"port": port}))


def test_listens_on_either_kind_of_address(sqlite: Settings) -> None:
    with listen(sqlite) as four, listen(sqlite.model_copy(update={"host": "::1"})) as six:
        assert (four.family, six.family) == (socket.AF_INET, socket.AF_INET6)


def test_an_office_that_is_there_is_left_as_it_is(machine: Settings) -> None:
    prepare_if_empty(machine)
    key = (machine.keys / SECRET).read_bytes()

    prepare_if_empty(machine)

    assert (machine.keys / SECRET).read_bytes() == key


@pytest.mark.parametrize("settings", ["sqlite"], indirect=True)
def test_what_serving_on_sqlite_does_not_need_is_not_loaded(machine: Settings) -> None:
    prepare_if_empty(machine)
    serving = "import sys; from audit_service.app import serving; serving(); print(*sys.modules)"

    served = subprocess.run([sys.executable, "-c", serving], capture_output=True, text=True, check=True)

    loaded = set(served.stdout.split())
    assert {"sqlalchemy.dialects.sqlite", "audit_service.app"} <= loaded
    assert loaded.isdisjoint({"sqlalchemy.dialects.postgresql", "typer", "xlsxwriter", "python_calamine"})
