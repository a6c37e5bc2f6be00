"""The list of 100,000 errors, filtered on three axes by a manager of the whole office, over HTTP.

Open loop: requests come at their own pace and are measured from the moment they were due. Three axes are
chosen by chance, and a code on each: some lists are long, most are short, many are empty.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from audit_service.store.submission import Submission
from domain.errors.axes import CAUSES, CHANNELS, DIRECTIONS, NATURES, ORIGINS
from domain.errors.catalogue import FIRST
from domain.errors.error_record import ErrorRecord
from domain.identities import error_id, household_id
from projections.garbage import few_collections
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import official, prepared
from tests.bench.sides import LEAD, Side, ours, up

ERRORS = 100_000
TOGETHER = 2_000
RATE = 40.0
"""Lists a second."""
CONNECTIONS = 16
AXES: Mapping[str, Sequence[str]] = {
    "element": [element.code for element in FIRST],
    "nature": list(NATURES),
    "cause": list(CAUSES),
    "origin": list(ORIGINS),
    "direction": list(DIRECTIONS),
}


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database."""
    errors = bench.size(ERRORS)
    p50, p99 = Figure(), Figure()
    with folder() as here:
        bench.say(f"a list of {errors:,} errors on {database.name}")
        settings, token = made(database, here / "ours", errors)
        with up({"ours": ours(settings)}) as sides:
            for number in range(bench.rounds):
                requests = here / f"lists-{number}"
                keep(lists(number, int(RATE * (bench.seconds + LEAD) + 1), token), requests)
                for figure, answer in zip((p50, p99), answered(bench, sides["ours"], requests), strict=True):
                    figure.add(answer)
    what = f"{errors:,} errors filtered on three axes, %s ms at {RATE:.0f}/s, {database.name}"
    return [
        Line(what % "p50", p50, more_is_better=False),
        Line(what % "p99", p99, more_is_better=False),
    ]


def made(database: Database, where: Path, errors: int) -> tuple[Mapping[str, str], str]:
    """Fill a record with errors, and the views of it; return its settings and a token."""
    settings = database.ours(where)
    chance = random.Random(errors)
    with prepared(settings) as opened, few_collections():
        token = official(opened)
        everyone = (an_error(number, chance) for number in range(errors))
        while some := tuple(islice(everyone, TOGETHER)):
            opened.record.keep(Submission(aggregates=some))
        opened.follower.catch_up()
    return settings, token


def an_error(number: int, chance: random.Random) -> ErrorRecord:
    """Return an error that was reported and classified; low codes are more frequent than high ones."""
    case, area = office.number_of(number), office.AREAS[number % len(office.AREAS)]
    codes: dict[str, Any] = {axis: _code(some, chance) for axis, some in AXES.items()}
    month = date(2021, 1 + number % 12, 1)
    error = ErrorRecord.blank(error_id(case, codes["element"], month))
    error.trigger(
        ErrorRecord.Reported,
        office.CLERK,
        subject=household_id(case),
        number=f"CC{area}-2021-{number:08}",
        element=codes["element"],
        case=None,
        case_number=case,
        household=household_id(case),
        area=area,
        decision=0,
        from_month=month,
        to_month=None,
        channel=_code(list(CHANNELS), chance),
        own=number % 3 == 0,
        before_discovery=number % 5 == 0,
        within_days=True,
        deciders=(),
        text="",
        because="",
    )
    codes |= {"catalogue": "fictional", "from_month": month, "to_month": None, "amounts": ()}
    error.trigger(ErrorRecord.Classified, office.CLERK, because="", **codes)
    return error


def _code(some: Sequence[str], chance: random.Random) -> str:
    return some[int(len(some) * chance.random() ** 2)]


def lists(seed: int, count: int, token: str) -> Iterator[bytes]:
    """Return requests for lists that are filtered on three axes."""
    chance = random.Random(seed)
    for _ in range(count):
        sought = {axis: chance.choice(AXES[axis]) for axis in chance.sample(sorted(AXES), 3)}
        yield request(
            "GET", f"/api/v1/errors?{urlencode(sought)}", headers={"authorization": f"Bearer {token}"}
        )


def answered(bench: Bench, side: Side, requests: Path) -> tuple[float, float]:
    """Return the median and the 99th percentile of the answers to these requests, in milliseconds."""
    side.used = 0
    report = side.measure(requests, connections=CONNECTIONS, seconds=bench.seconds, rate=RATE)
    return report.p50, report.p99
