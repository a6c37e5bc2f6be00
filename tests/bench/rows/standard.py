"""The standard is raised for every case of the city, each with its own amount through the real rules.

One command an area, all or nothing, sent to a server that meanwhile suspends and resumes payments
elsewhere. Each round raises another standard. Stock: one case after the other with the same rules,
from a sample; not all or nothing.
"""

import http.client
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count
from pathlib import Path
from uuid import uuid4

import orjson

from audit_service.office import today
from domain.cases.case import Case
from domain.identities import STANDARDS_ID, case_id
from domain.periods import month_of, next_month
from domain.standards.living_standard import LivingStandard, Standards
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.load.steady import Steady
from tests.bench.office import CLERK
from tests.bench.opened import official, prepared
from tests.bench.peers.stock import TOGETHER, StockOffice, environment
from tests.bench.servers import peak_memory
from tests.bench.sides import Side, ours, up

CASES = 100_000
ELSEWHERE = 200
"""Cases of an area whose standard is not raised, a round."""
SAMPLE = 500
"""Cases that the stock way is measured on."""
PATIENCE = 600.0
"""Seconds to wait for an area."""


@dataclass
class Found:
    """What was measured in the rounds."""

    seconds: Figure = field(default_factory=Figure)
    wait: Figure = field(default_factory=Figure)
    memory: Figure = field(default_factory=Figure)


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database."""
    cases, found = bench.size(CASES), Found()
    with folder() as here:
        bench.say(f"standard raised for {cases:,} cases on {database.name}")
        settings, token = made(bench, database, here, cases)
        with up({"ours": ours(settings)}) as sides:
            for number in range(bench.rounds):
                raised(sides["ours"], token, number, raise_of(number, bench.rounds), found)
        stock = the_stock_way(bench, database, here, cases)
    where = f"{cases:,} cases, {database.name}"
    return [
        Line(f"standard raised, s, {where}", found.seconds, stock, more_is_better=False),
        Line(f"— longest wait of another command, ms, {where}", found.wait, more_is_better=False),
        Line(f"— most memory of a process, MB, {where}", found.memory, more_is_better=False),
    ]


def made(bench: Bench, database: Database, here: Path, cases: int) -> tuple[Mapping[str, str], str]:
    """Fill a store with cases in payment; return its settings and a token."""
    settings = database.ours(here / "ours")
    with prepared(settings) as opened:
        token = official(opened)
        office.fill_with_cases(office.keep_in(opened.record), cases, elsewhere=ELSEWHERE * bench.rounds)
        opened.follower.catch_up()
    return settings, token


def raised(side: Side, token: str, number: int, new: LivingStandard, found: Found) -> None:
    """Raise the standard in every area while other commands come in, and note what that took."""
    post(side.port, token, "/standards", {**as_asked(new), "because": "Decided"})
    body = orjson.dumps({"because": "Elsewhere, meanwhile", "valid_from": next_month(month_of(today()))})
    headers = {"authorization": f"Bearer {token}", "content-type": "application/json"}
    with Steady(side.port, elsewhere(number), headers, body) as others:
        began = time.perf_counter()
        for area in office.AREAS:
            post(
                side.port,
                token,
                f"/standards/{new.reference}/adjustments",
                {"area": area, "because": "Raised"},
            )
        found.seconds.add(time.perf_counter() - began)
    found.wait.add(max(others.waits))
    found.memory.add(peak_memory(side.process))


def post(port: int, token: str, path: str, command: Mapping[str, object]) -> None:
    """Ask for something. Raises RuntimeError unless it is answered with a receipt."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    headers = {
        "authorization": f"Bearer {token}",
        "content-type": "application/json",
        "idempotency-key": str(uuid4()),
    }
    connection.request("POST", f"/api/v1{path}", orjson.dumps(command), headers)
    answer = connection.getresponse()
    words = answer.read()
    connection.close()
    if answer.status != http.HTTPStatus.CREATED:
        raise RuntimeError(f"{answer.status} {words[:500].decode()}")


def elsewhere(number: int) -> Iterator[str]:
    """Return addresses of commands on a round's cases elsewhere: all are suspended, then all resumed."""
    first = office.FAR + number * ELSEWHERE
    for turn in count():
        what = ("suspension", "resumption")[turn // ELSEWHERE % 2]
        yield f"/api/v1/cases/{office.number_of(first + turn % ELSEWHERE)}/{what}"


def the_stock_way(bench: Bench, database: Database, here: Path, cases: int) -> Figure:
    """Return the seconds that the stock library would take, from a sample of the cases."""
    found = Figure()
    sample = min(bench.size(CASES), SAMPLE)
    stock = StockOffice(environment(database.stock(here)))
    office.fill_with_cases(lambda some: stock.save(*some), sample, together=TOGETHER)
    catalogue: Standards = stock.repository.get(STANDARDS_ID)
    for number in range(bench.rounds):
        new = raise_of(number, bench.rounds)
        catalogue.publish(new, CLERK)
        began = time.perf_counter()
        for index in range(sample):
            case: Case = stock.repository.get(case_id(office.number_of(index)))
            case.raise_standard(catalogue, new, replace(CLERK, on=today()))
            stock.save(case)
        found.add((time.perf_counter() - began) / sample * cases)
    stock.close()
    return found


def raise_of(number: int, rounds: int) -> LivingStandard:
    """Return the standard that a round raises to: each is in force from a month later, the last from this."""
    month = month_of(today())
    for _ in range(rounds - 1 - number):
        month = month_of(month - date.resolution)
    return office.standard(f"fictional-raise-{number}", office.STANDARD + 3_000 * (number + 1), month)


def as_asked(new: LivingStandard) -> dict[str, object]:
    """Return the standard as a command names it."""
    return {**vars(new), "uplift_percent": []}
