"""Every decision is rechecked by the command line, and again after some of the cases went on.

Each case was taken over and its income changed since; one in a hundred has an amount that the rules do
not give. The views are up to date before, as they are beside a running service. Everything counts, from
the start of the process to its end, and the memory of all processes together.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import orjson

from audit_service.office import today
from domain.cases.case import Case
from domain.identities import case_id
from projections.garbage import few_collections
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.memory import Watched
from tests.bench.opened import prepared
from tests.bench.servers import ROOT

CASES = 10_000
"""A tenth of a large city, so that the table is made in ten minutes: `SCALE=10` for the whole."""
CHANGES = 5
"""Changes of income a case: with its beginning, eleven events."""
WRONG = 100
"""One of so many has a wrong amount."""
SINCE = 500
"""Cases that go on between two rechecks: a thousand events."""
TOGETHER = 1_000


@dataclass
class Found:
    """What was measured in the rounds."""

    everything: Figure = field(default_factory=Figure)
    since: Figure = field(default_factory=Figure)
    memory: Figure = field(default_factory=Figure)


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database: the first recheck of a record once, those after new events in rounds."""
    cases, found = bench.size(CASES), Found()
    with folder() as here:
        bench.say(f"recheck of {cases:,} cases on {database.name}")
        settings = made(database, here, cases)
        expected = -(-cases // WRONG)
        rechecked(settings, found.everything, found.memory, leads=expected)
        for number in range(bench.rounds):
            go_on(settings, number, bench.size(SINCE))
            rechecked(settings, found.since, found.memory, leads=0)
    where = f"{cases:,} cases, {cases * (1 + 2 * CHANGES):,} events, {database.name}"
    return [
        Line(f"recheck, s, {where}", found.everything, more_is_better=False),
        Line(
            f"— again after {2 * bench.size(SINCE):,} events, s, {where}", found.since, more_is_better=False
        ),
        Line(f"— most memory of all its processes, MB, {where}", found.memory, more_is_better=False),
    ]


def made(database: Database, here: Path, cases: int) -> Mapping[str, str]:
    """Fill a store with cases that changed, and the views of it."""
    settings = database.ours(here / "ours")
    with prepared(settings) as opened:
        keep = office.keep_in(opened.record)
        keep([office.standards()])
        everyone = all_cases(cases)
        with few_collections():
            while some := list(islice(everyone, TOGETHER)):
                keep(some)
        opened.follower.catch_up()
    return settings


def all_cases(cases: int) -> Iterator[Case]:
    """Yield the cases, each with its changes, looked at today."""
    act = replace(office.CLERK, on=today())
    for index in range(cases):
        case = office.bare_case(index, office.AREAS[index % len(office.AREAS)], act)
        for change in range(CHANGES):
            last = change == CHANGES - 1
            office.change_income(case, change, act, wrong_by=100 if last and not index % WRONG else 0)
        yield case


def go_on(settings: Mapping[str, str], number: int, cases: int) -> None:
    """Let the income of some cases change once more."""
    act = replace(office.CLERK, on=today())
    with prepared(settings) as opened:
        some = [case_id(office.number_of(index)) for index in range(cases)]
        found = opened.record.get_many(Case, sorted(some))
        for case in found.values():
            office.change_income(case, CHANGES + number, act)
        office.keep_in(opened.record)(list(found.values()))
        opened.follower.catch_up()


def rechecked(settings: Mapping[str, str], seconds: Figure, memory: Figure, *, leads: int) -> None:
    """Recheck, and note what it took. Raises RuntimeError unless it found so many new leads."""
    began = time.perf_counter()
    process = subprocess.Popen(
        (sys.executable, "-m", "audit_service", "recheck", "--json"),
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.PIPE,
    )
    with Watched(process.pid) as watched:
        answer, _ = process.communicate()
    seconds.add(time.perf_counter() - began)
    memory.add(watched.most)
    found = sum(orjson.loads(answer)["leads"].values())
    if found != leads:
        raise RuntimeError(f"{found} new leads where there are {leads}")
