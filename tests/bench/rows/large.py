"""A large record beside a small one: reading a case from it, and starting on it.

On SQLite with one worker. Reading is open loop: requests come at their own pace and are measured from
the moment they were due. Every family has a person, a household and a case with changes of its income.
"""

import random
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from domain.identities import official_id
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import SQLITE
from tests.bench.figures import Figure, Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import LOGIN, official, prepared
from tests.bench.servers import free_port, serving
from tests.bench.sides import LEAD, Side, ours, up

EVENTS = 1_000_000
SMALL = 10_000
A_FAMILY = 20
CHANGES = 7
CONNECTIONS = 32
KINDS = {"JSON": ("/api/v1/cases/", 200.0), "page": ("/cases/", 40.0)}
"""Where a case is read, and how often a second."""


@dataclass
class Stored:
    """An office with a record of some size."""

    settings: Mapping[str, str]
    families: int
    headers: dict[str, str]


def measure(bench: Bench) -> list[Line]:
    """Measure reading from both records, and starting on the large one."""
    events = bench.size(EVENTS)
    with folder() as here:
        bench.say(f"a record of {events:,} events")
        small = made(here / "small", max(10, bench.size(SMALL) // A_FAMILY))
        large = made(here / "large", max(10, events // A_FAMILY))
        reading = read(bench, here, {"small": small, "large": large}, events)
        return [*reading, starting(bench, large, events)]


def made(where: Path, families: int) -> Stored:
    """Fill a record, and the views of it."""
    settings = SQLITE.ours(where)
    with prepared(settings) as opened:
        token = official(opened)
        identify = opened.vault.person_identity
        office.fill(office.keep_in(opened.record), identify, families, changes=CHANGES)
        opened.follower.catch_up()
        cookie = opened.identities.sessions.start(official_id(LOGIN))
    return Stored(settings, families, {"authorization": f"Bearer {token}", "cookie": f"session={cookie}"})


def read(bench: Bench, here: Path, stored: Mapping[str, Stored], events: int) -> list[Line]:
    """Measure reading a case, as JSON and as a page, from the small record and the large one in turn."""
    found = {(size, kind): (Figure(), Figure()) for size in stored for kind in KINDS}
    with up({size: ours(one.settings) for size, one in stored.items()}) as sides:
        for number in range(bench.rounds):
            for kind, (path, rate) in KINDS.items():
                for size, side in sides.items():
                    requests = here / f"{size}-{kind}-{number}"
                    keep(readings(stored[size], path, int(rate * (bench.seconds + LEAD) + 1)), requests)
                    p50, p99 = answered(side, requests, bench.seconds, rate)
                    found[size, kind][0].add(p50)
                    found[size, kind][1].add(p99)
    return [line for kind in KINDS for line in lines(kind, found, events)]


def lines(kind: str, found: Mapping[tuple[str, str], tuple[Figure, Figure]], events: int) -> Iterator[Line]:
    """Return the lines of one way to read; the floor is the small record."""
    rate = KINDS[kind][1]
    for name, which in (("p50", 0), ("p99", 1)):
        what = f"a case as {kind}, {name} ms at {rate:.0f}/s, {events:,} events"
        figures = (found["large", kind][which], found["small", kind][which])
        yield Line(f"{what} (floor: {SMALL:,})", figures[0], floor=figures[1], more_is_better=False)


def answered(side: Side, requests: Path, seconds: float, rate: float) -> tuple[float, float]:
    """Return the median and the 99th percentile of the answers to these requests."""
    side.used = 0
    report = side.measure(requests, connections=CONNECTIONS, seconds=seconds, rate=rate)
    return report.p50, report.p99


def readings(stored: Stored, path: str, count: int) -> Iterator[bytes]:
    """Return requests for cases chosen at random."""
    chance = random.Random(count)
    for _ in range(count):
        number = office.number_of(chance.randrange(stored.families))
        yield request("GET", path + number, headers=stored.headers)


def starting(bench: Bench, stored: Stored, events: int) -> Line:
    """Measure from the start of the process to the first case that is read from it."""
    found = Figure()
    for _ in range(bench.rounds):
        port = free_port()
        began = time.perf_counter()
        with ExitStack() as stack:
            server = serving(
                (sys.executable, "-m", "audit_service", "serve"),
                port=port,
                ready=f"/api/v1/cases/{office.number_of(0)}",
                environment={**stored.settings, "AUDIT_PORT": str(port)},
                headers=stored.headers,
            )
            stack.enter_context(server)
            found.add(time.perf_counter() - began)
    return Line(f"start to first answer, s, {events:,} events", found, more_is_better=False)
