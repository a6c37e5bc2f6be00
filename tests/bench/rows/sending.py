"""A register is sent in through the page's door and carried out beside, while others look at cases.

Of 20,000 rows, or with `SCALE=25` of 500,000: how long it takes until the views hold it, how much memory
all processes of the service take together, and how long others wait for the page of a case meanwhile.
"""

import http.client
import json
import statistics
import sys
import time
from collections.abc import Iterator, Mapping
from itertools import cycle
from pathlib import Path
from typing import Any
from uuid import uuid4

from audit_service.demo.register import fictional_register
from audit_service.store.submission import Submission
from domain.identities import official_id
from domain.officials.official import CLERK, WHOLE_OFFICE, Official
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.figures import Figure, Line
from tests.bench.load.steady import Steady
from tests.bench.memory import Watched
from tests.bench.opened import LOGIN, official, prepared
from tests.bench.servers import free_port, serving

LARGE = 10_000
"""Households of two people each, more or less."""
FAMILIES = 1_000
"""On record before, whose cases others look at."""
EVERY = 0.1
"""Seconds from one look at a case to the next."""
LOOK = 0.5
"""Seconds from one look at how far the import is to the next."""
BOUNDARY = "a-boundary-that-is-in-no-register"


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases, with one serving process each."""
    lines: list[Line] = []
    with folder() as here:
        made = fictional_register(bench.size(LARGE))
        file, rows = made.write(here / "large.xlsx"), len(made.rows)
        del made
        for database in bench.databases:
            bench.say(f"{rows:,} rows sent in and carried out, {database.name}")
            settings = database.ours(here / database.name) | {"AUDIT_WORKERS": "1"}
            lines += _lines(f"{rows:,} rows", database.name, _sent(settings, file, bench.size(FAMILIES)))
    return lines


def _lines(rows: str, database: str, found: Mapping[str, float]) -> Iterator[Line]:
    for what in found:
        told = (
            f"{rows} sent in through the page, {what}, {database}" if what == "s" else f"— {what}, {database}"
        )
        yield Line(told, Figure.of(found[what]), more_is_better=False)


def _sent(settings: Mapping[str, str], file: Path, families: int) -> dict[str, float]:
    """Send the file in, have it carried out and wait until the views hold it."""
    headers = _filled(settings, families)
    port = free_port()
    service = serving(
        (sys.executable, "-m", "audit_service", "serve"),
        port=port,
        ready="/healthz",
        environment={**settings, "AUDIT_PORT": str(port)},
    )
    cases = cycle(f"/cases/{office.number_of(index)}" for index in range(families))
    with service as process, Watched(process) as watched:
        began = time.perf_counter()
        with Steady(port, cases, headers, method="GET", every=EVERY) as steady:
            door = _Door(port, headers)
            number = door.sends(file)
            door.waits(number, "tried")
            tried = time.perf_counter() - began
            door.asks("POST", f"/api/v1/imports/{number}/carrying-out", json.dumps({"because": "Bench"}))
            door.waits(number, "carried_out")
            door.catches_up()
        seconds = time.perf_counter() - began
    return {
        "s": seconds,
        "of which until it is shown what would become of each row, s": tried,
        "most memory of all processes, MB": watched.most,
        "p99 of a case page meanwhile, ms": statistics.quantiles(steady.waits, n=100)[98],
    }


def _filled(settings: Mapping[str, str], families: int) -> dict[str, str]:
    """Fill an office with cases, and return what a clerk of the whole office is known by."""
    with prepared(settings) as opened:
        token = official(opened)
        clerk = opened.record.get(Official, official_id(LOGIN))
        clerk.grant(CLERK, (WHOLE_OFFICE,), office.CLERK)
        opened.record.keep(Submission(aggregates=(clerk,)))
        office.fill(office.keep_in(opened.record), opened.vault.person_identity, families)
        opened.follower.catch_up()
        cookie = opened.identities.sessions.start(official_id(LOGIN))
    return {"authorization": f"Bearer {token}", "cookie": f"session={cookie}"}


class _Door:
    """Asks as a program does."""

    def __init__(self, port: int, headers: Mapping[str, str]) -> None:
        self._port, self._headers = port, headers

    def sends(self, file: Path) -> str:
        """Send a file in, and return the number of the import."""
        before = (
            f'--{BOUNDARY}\r\nContent-Disposition: form-data; name="files"; filename="{file.name}"\r\n\r\n'
        ).encode()
        body = before + file.read_bytes() + f"\r\n--{BOUNDARY}--\r\n".encode()
        kind = {"content-type": f"multipart/form-data; boundary={BOUNDARY}"}
        return str(self.asks("POST", "/api/v1/imports", body, kind)["number"])

    def waits(self, number: str, state: str) -> None:
        """Wait until the import is that far."""
        while self.asks("GET", f"/api/v1/imports/{number}")["state"] != state:
            time.sleep(LOOK)

    def catches_up(self) -> None:
        """Wait until every view has come to the end of the record."""
        end = self.asks("GET", "/readyz")["position"]
        while any(view["position"] < end for view in self.asks("GET", "/readyz")["views"]):
            time.sleep(LOOK)

    def asks(
        self, method: str, path: str, body: bytes | str = b"", more: Mapping[str, str] | None = None
    ) -> dict[str, Any]:
        """Ask, and return the answer. Raises RuntimeError if it is a failure."""
        kind = more or {"content-type": "application/json"}
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=300)
        connection.request(method, path, body, {**self._headers, "idempotency-key": uuid4().hex, **kind})
        answer = connection.getresponse()
        said = answer.read()
        connection.close()
        if answer.status >= 400:
            raise RuntimeError(f"{method} {path}: {answer.status} {said.decode()}")
        found: dict[str, Any] = json.loads(said)
        return found
