"""The docket of 100,000 reviews, filtered as its readers filter it, by somebody of the organ, over HTTP.

Open loop: requests come at their own pace and are measured from the moment they were due. What is asked for
is chosen by chance: everything, what waits for the reader, what is overdue, what concerns an official, or
three filters at once, so that some lists are long, most are short and many are empty.
"""

import random
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from urllib.parse import urlencode
from uuid import UUID

from audit_service.desks.tolerance.names import WAITING
from audit_service.store.submission import Submission
from domain.errors.axes import CAUSES
from domain.errors.catalogue import FIRST
from domain.identities import case_id, error_id, household_id, official_id, tolerance_id
from domain.kernel import Act
from domain.roles import ORGAN
from domain.tolerance.outcomes import OUTCOMES
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import SAMPLE
from domain.tolerance.state import STATES
from projections.garbage import few_collections
from tests.bench import office
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.load.requests import keep, request
from tests.bench.opened import official, prepared
from tests.bench.rows.errors import answered
from tests.bench.sides import LEAD, ours, up

REVIEWS = 100_000
OFFICIALS = 2_000
"""Each of whom applied for what concerns themselves."""
ORGANS = 10
"""Members of the organ, beside the one who reads."""
TOGETHER = 2_000
RATE = 40.0
"""Lists a second."""
ELEMENTS = [element.code for element in FIRST]
FILTERS: Mapping[str, list[str]] = {
    "area": list(office.AREAS),
    "state": [state.value for state in STATES],
    "outcome": list(OUTCOMES),
    "element": ELEMENTS,
    "cause": list(CAUSES),
}


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return [line for database in bench.databases for line in on(bench, database)]


def on(bench: Bench, database: Database) -> list[Line]:
    """Measure on one database."""
    reviews = bench.size(REVIEWS)
    p50, p99 = Figure(), Figure()
    with folder() as here:
        bench.say(f"a docket of {reviews:,} reviews on {database.name}")
        settings, token = made(database, here / "ours", reviews)
        with up({"ours": ours(settings)}) as sides:
            for number in range(bench.rounds):
                requests = here / f"lists-{number}"
                keep(lists(number, int(RATE * (bench.seconds + LEAD) + 1), token), requests)
                for figure, answer in zip((p50, p99), answered(bench, sides["ours"], requests), strict=True):
                    figure.add(answer)
    what = f"{reviews:,} reviews of tolerance, any list, %s ms at {RATE:.0f}/s, {database.name}"
    return [
        Line(what % "p50", p50, more_is_better=False),
        Line(what % "p99", p99, more_is_better=False),
    ]


def made(database: Database, where: Path, reviews: int) -> tuple[Mapping[str, str], str]:
    """Fill a record with reviews, and the views of it; return its settings and a token."""
    settings = database.ours(where)
    chance = random.Random(reviews)
    with prepared(settings) as opened, few_collections():
        token = official(opened, ORGAN)
        everyone = (a_review(number, chance) for number in range(reviews))
        while some := tuple(islice(everyone, TOGETHER)):
            opened.record.keep(Submission(aggregates=some))
        opened.follower.catch_up()
    return settings, token


def somebody(number: int) -> UUID:
    """Return one of the officials."""
    return official_id(f"official{number % OFFICIALS}")


def a_review(number: int, chance: random.Random) -> ToleranceReview:
    """Return a review somewhere on its way; most are determined, low codes more frequent than high ones."""
    case, area = office.number_of(number), office.AREAS[number % len(office.AREAS)]
    element, day = _code(ELEMENTS, chance), date(2021, 1, 4) + timedelta(days=number % 300)
    own = replace(office.CLERK, by=somebody(number))
    review = ToleranceReview.blank(tolerance_id(f"RC{area}-2021-{number:08}"))
    review.trigger(
        ToleranceReview.Drafted,
        own,
        subject=somebody(number),
        number=f"RC{area}-2021-{number:08}",
        error=error_id(case, element, day.replace(day=1)),
        error_number=f"CC{area}-2021-{number:08}",
        case=case_id(case),
        case_number=case,
        household=household_id(case),
        area=area,
        decision=0,
        decided_on=None,
        deciders=(somebody(number), somebody(number + 1)),
        reporters=(somebody(number + 2),),
        managers=(),
        officials=(somebody(number),),
        applicant="officer",
        rules=SAMPLE.reference,
        element=element,
        cause=_code(list(CAUSES), chance),
        origin="official",
        direction="under",
        amount=30_000,
        because="",
    )
    review.trigger(ToleranceReview.Submitted, own, facts=(), due_on=day, because="")
    if number % 50:
        _determined(review, day, chance, replace(office.CLERK, by=official_id(f"organ{number % ORGANS}")))
    return review


def _determined(review: ToleranceReview, day: date, chance: random.Random, act: Act) -> None:
    review.trigger(
        ToleranceReview.Determined,
        act,
        outcome=_code(list(OUTCOMES), chance),
        conditions=(),
        situations=("T13",),
        voters=(),
        text="",
        deviation="",
        due_on=day,
        because="",
    )
    review.trigger(ToleranceReview.BecameFinal, act, due_on=day, because="")
    if chance.random() < 0.9:
        review.trigger(ToleranceReview.Filed, act, with_whom="Office", because="")


def _code(some: list[str], chance: random.Random) -> str:
    return some[int(len(some) * chance.random() ** 2)]


def lists(seed: int, count: int, token: str) -> Iterator[bytes]:
    """Return requests for lists of every kind."""
    chance = random.Random(seed)
    for _ in range(count):
        yield request(
            "GET",
            f"/api/v1/tolerance?{urlencode(_sought(chance))}",
            headers={"authorization": f"Bearer {token}"},
        )


def _sought(chance: random.Random) -> dict[str, str]:
    kind = chance.randrange(5)
    if kind == 0:
        return {"waiting": chance.choice(list(WAITING))}
    if kind == 1:
        return {"overdue": "true"}
    if kind == 2:
        return {"officer": f"official{chance.randrange(OFFICIALS)}"}
    return {name: chance.choice(FILTERS[name]) for name in chance.sample(sorted(FILTERS), 3)}
