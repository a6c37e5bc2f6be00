"""A list of many things, filtered by chance by one who may see them all, over HTTP.

Open loop: requests come at their own pace and are measured from the moment they were due.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode

from audit_service.store.submission import Submission
from domain.kernel import Aggregate
from projections.garbage import few_collections
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import official, prepared
from tests.bench.sides import LEAD, Side, ours, up

TOGETHER = 2_000
RATE = 40.0
"""Lists a second."""
CONNECTIONS = 16


@dataclass(frozen=True)
class Lists:
    """What is listed, and how it is asked for."""

    told: str
    """How a line of the table calls it, with the number of what is listed and the database left open."""
    address: str
    role: str
    """Whoever reads holds it in the whole office."""
    one: Callable[[int, random.Random], Aggregate]
    """Makes one of what is listed, by its place."""
    sought: Callable[[random.Random], Mapping[str, str]]
    """Chooses filters."""

    def measure(self, bench: Bench, size: int) -> list[Line]:
        """Measure on both databases, with so many of them."""
        return [line for database in bench.databases for line in self._on(bench, database, size)]

    def _on(self, bench: Bench, database: Database, size: int) -> list[Line]:
        p50, p99 = Figure(), Figure()
        told = self.told % f"{size:,}"
        with folder() as here:
            bench.say(f"{told}, {database.name}")
            settings, token = self._made(database, here / "ours", size)
            with up({"ours": ours(settings)}) as sides:
                for number in range(bench.rounds):
                    requests = here / f"lists-{number}"
                    keep(self._requests(number, int(RATE * (bench.seconds + LEAD) + 1), token), requests)
                    answers = _answered(bench, sides["ours"], requests)
                    for figure, answer in zip((p50, p99), answers, strict=True):
                        figure.add(answer)
        return [
            Line(f"{told}, {which} ms at {RATE:.0f}/s, {database.name}", figure, more_is_better=False)
            for which, figure in (("p50", p50), ("p99", p99))
        ]

    def _made(self, database: Database, where: Path, size: int) -> tuple[Mapping[str, str], str]:
        """Fill a record, and the views of it; return its settings and a token."""
        settings = database.ours(where)
        chance = random.Random(size)
        with prepared(settings) as opened, few_collections():
            token = official(opened, self.role)
            everyone = (self.one(number, chance) for number in range(size))
            while some := tuple(islice(everyone, TOGETHER)):
                opened.record.keep(Submission(aggregates=some))
            opened.follower.catch_up()
        return settings, token

    def _requests(self, seed: int, count: int, token: str) -> Iterator[bytes]:
        chance = random.Random(seed)
        for _ in range(count):
            address = f"{self.address}?{urlencode(self.sought(chance))}"
            yield request("GET", address, headers={"authorization": f"Bearer {token}"})


def likely_first(codes: Sequence[str], chance: random.Random) -> str:
    """Choose one of some codes; the first ones are more frequent than the last."""
    return codes[int(len(codes) * chance.random() ** 2)]


def _answered(bench: Bench, side: Side, requests: Path) -> tuple[float, float]:
    """Return the median and the 99th percentile of the answers to these requests, in milliseconds."""
    side.used = 0
    report = side.measure(requests, connections=CONNECTIONS, seconds=bench.seconds, rate=RATE)
    return report.p50, report.p99
