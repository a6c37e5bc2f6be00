"""Commands over HTTP, each durable before its answer: many clients at once, and one alone.

The command is the suspension of a payment, and its resumption, from the next month on: the case's own
rules, the standard, two events. Ours is signed in and idempotent and answers with a signed receipt.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import uuid4

import orjson

from audit_service.office import today
from domain.periods import month_of, next_month
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import official, prepared
from tests.bench.peers.stock import TOGETHER, StockOffice, environment
from tests.bench.peers.stock_door import STORE
from tests.bench.sides import Measured, Server, Side, in_turn, ours, up, uvicorn

CLIENTS = 32
CASES = 2_000
"""Enough that no two clients are at the same case."""
LEAST = 200
"""However small the scale."""
A_SECOND = 15_000
"""Requests prepared for each second of load: more than any side answers."""
WHERE = ("suspension", "resumption")


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database."""
    with folder() as here:
        servers, requests = made(bench, database, here)
        with up(servers) as sides:
            bench.say(f"commands on {database.name}: {CLIENTS} clients, then one")
            many, alone = compared(bench, sides, requests)
    workers = "one worker" if database.workers == 1 else f"{database.workers} workers"
    where = f"{database.name}, {workers}"
    return [
        Line.of(
            f"commands/s over HTTP, {CLIENTS} clients, {where}", {side: many[side].rate for side in many}
        ),
        Line.of(f"— their p99, ms, {where}", {side: many[side].p99 for side in many}, more_is_better=False),
        Line.of(
            f"one client alone, ms a command, {where}", {s: alone[s].p50 for s in alone}, more_is_better=False
        ),
    ]


def compared(
    bench: Bench, sides: Mapping[str, Side], requests: Path
) -> tuple[dict[str, Measured], dict[str, Measured]]:
    """Measure all sides with many clients and with one."""
    many = in_turn(sides, requests, rounds=bench.rounds, connections=CLIENTS, seconds=bench.seconds)
    alone = in_turn(sides, requests, rounds=bench.rounds, connections=1, seconds=bench.seconds / 2)
    return many, alone


def made(bench: Bench, database: Database, here: Path) -> tuple[dict[str, Server], Path]:
    """Fill a store for us and one for the stock library, and write the requests."""
    cases = max(bench.size(CASES), LEAST)
    settings = database.ours(here / "ours")
    with prepared(settings) as ours_open:
        token = official(ours_open)
        office.fill(office.keep_in(ours_open.record), ours_open.vault.person_identity, cases)
    store = database.stock(here)
    stock = StockOffice(environment(store))
    office.fill(lambda some: stock.save(*some), office.anybody, cases, together=TOGETHER)
    stock.close()
    count = int(A_SECOND * bench.seconds * bench.rounds * 1.5)
    keep(commands(cases, count, token), requests := here / "requests")
    return {
        "ours": ours(settings),
        "stock": uvicorn(
            "tests.bench.peers.stock_door:create", workers=database.workers, environment={STORE: store}
        ),
        "floor": uvicorn("tests.bench.peers.floor:create", workers=database.workers, environment={}),
    }, requests


def commands(cases: int, count: int, token: str) -> Iterator[bytes]:
    """Return so many commands: every case is suspended, then every case is resumed, and so on."""
    starts = next_month(month_of(today()))
    body = orjson.dumps({"because": "Fictional grounds of the benchmark", "valid_from": starts})
    for number in range(count):
        yield request(
            "POST",
            f"/api/v1/cases/{office.number_of(number % cases)}/{WHERE[number // cases % 2]}",
            headers={"authorization": f"Bearer {token}", "idempotency-key": str(uuid4())},
            body=body,
        )
