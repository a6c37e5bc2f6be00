"""What inspectors read: the segregation report over a large record, and a case of many events at two moments.

The report is filled from a record of families whose incomes change, with errors among them; the time holds
reading the record and asking for the report once. Comparing is open loop, as for the lists of errors.
"""

import random
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from audit_service.office import Office
from audit_service.store.submission import Submission
from projections import segregation_lists
from projections.follower import Follower
from projections.garbage import few_collections
from projections.segregation_report import segregation_report
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import official, prepared
from tests.bench.rows.errors import an_error
from tests.bench.sides import LEAD, ours, up

EVENTS = 1_000_000
CHANGES = 7
A_FAMILY = 20
ERRORS = 10_000
OF_ONE_CASE = 500
RATE = 5.0
"""Comparisons a second."""
CONNECTIONS = 4


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database."""
    events = bench.size(EVENTS)
    filled, asked = Figure(), Figure()
    with folder() as here:
        bench.say(f"a record of {events:,} events on {database.name}")
        settings, token = made(database, here / "ours", events)
        with prepared(settings) as opened:
            for figure, seconds in zip((filled, asked), reported(opened), strict=True):
                figure.add(seconds)
        p50, p99 = compared(bench, here, settings, token)
    what = f"{OF_ONE_CASE} events of a case compared at two moments, %s ms at {RATE:.0f}/s, {database.name}"
    report = f"segregation report over {events:,} events, {database.name}"
    return [
        Line(f"{report}: filled, s", filled, more_is_better=False),
        Line(f"{report}: asked for, s", asked, more_is_better=False),
        Line(what % "p50", p50, more_is_better=False),
        Line(what % "p99", p99, more_is_better=False),
    ]


def made(database: Database, where: Path, events: int) -> tuple[Mapping[str, str], str]:
    """Fill a record with families, errors and one case of many events, and the views of it."""
    settings = database.ours(where)
    with prepared(settings) as opened, few_collections():
        token = official(opened)
        families = max(1, events // A_FAMILY)
        office.fill(office.keep_in(opened.record), opened.vault.person_identity, families, changes=CHANGES)
        chance = random.Random(events)
        some = [an_error(number, chance) for number in range(max(1, ERRORS * families // 50_000))]
        opened.record.keep(Submission(aggregates=tuple(some)))
        much = office.bare_case(office.FAR, office.AREAS[0])
        for change in range(OF_ONE_CASE // 2):
            office.change_income(much, change)
        opened.record.keep(Submission(aggregates=(much,)))
        opened.follower.catch_up()
    return settings, token


def reported(opened: Office) -> tuple[float, float]:
    """Return the seconds that it takes to fill the report anew, and to ask for it."""
    began = time.perf_counter()
    Follower(opened.record, opened.views, [segregation_report]).rebuild()
    filled = time.perf_counter()
    with opened.views.connect() as views:
        segregation_lists.breaches_like(views, segregation_lists.SoughtBreaches())
    return filled - began, time.perf_counter() - filled


def compared(bench: Bench, here: Path, settings: Mapping[str, str], token: str) -> tuple[Figure, Figure]:
    """Measure comparing the case of many events as known now with what was known at any moment."""
    p50, p99 = Figure(), Figure()
    with up({"ours": ours(settings)}) as sides:
        for number in range(bench.rounds):
            requests = here / f"comparisons-{number}"
            keep(comparisons(number, int(RATE * (bench.seconds + LEAD) + 1), token), requests)
            sides["ours"].used = 0
            report = sides["ours"].measure(
                requests, connections=CONNECTIONS, seconds=bench.seconds, rate=RATE
            )
            p50.add(report.p50)
            p99.add(report.p99)
    return p50, p99


def comparisons(seed: int, count: int, token: str) -> Iterator[bytes]:
    """Return requests that compare the case on two days chosen by chance."""
    chance = random.Random(seed)
    for _ in range(count):
        days = [f"20{chance.randrange(20, 40)}-0{chance.randrange(1, 9)}-01" for _ in range(2)]
        path = f"/api/v1/cases/{office.number_of(office.FAR)}/compare"
        query = f"valid_on={days[0]}&other_valid_on={days[1]}"
        yield request("GET", f"{path}?{query}", headers={"authorization": f"Bearer {token}"})
