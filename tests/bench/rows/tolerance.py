"""The docket of 100,000 reviews, filtered as its readers filter it, by somebody of the organ, over HTTP.

What is asked for is chosen by chance: everything, what waits for the reader, what is overdue, what concerns
an official, or three filters at once, so that some lists are long, most are short and many are empty.
"""

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta
from uuid import UUID

from audit_service.desks.tolerance.names import WAITING
from domain.errors.axes import CAUSES
from domain.errors.catalogue import FIRST
from domain.identities import case_id, error_id, household_id, official_id, tolerance_id
from domain.kernel import Act
from domain.roles import ORGAN
from domain.tolerance.outcomes import OUTCOMES
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import SAMPLE
from domain.tolerance.state import STATES
from tests.bench import office
from tests.bench.bench import Bench
from tests.bench.figures import Line
from tests.bench.lists import Lists, likely_first

REVIEWS = 100_000
OFFICIALS = 2_000
"""Each of whom applied for what concerns themselves."""
ORGANS = 10
"""Members of the organ, beside the one who reads."""
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
    return REVIEWS_LISTED.measure(bench, bench.size(REVIEWS))


def somebody(number: int) -> UUID:
    """Return one of the officials."""
    return official_id(f"official{number % OFFICIALS}")


def a_review(number: int, chance: random.Random) -> ToleranceReview:
    """Return a review somewhere on its way; most are determined, low codes more frequent than high ones."""
    case, area = office.number_of(number), office.AREAS[number % len(office.AREAS)]
    element, day = likely_first(ELEMENTS, chance), date(2021, 1, 4) + timedelta(days=number % 300)
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
        cause=likely_first(list(CAUSES), chance),
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
        outcome=likely_first(list(OUTCOMES), chance),
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


def _sought(chance: random.Random) -> dict[str, str]:
    kind = chance.randrange(5)
    if kind == 0:
        return {"waiting": chance.choice(list(WAITING))}
    if kind == 1:
        return {"overdue": "true"}
    if kind == 2:
        return {"officer": f"official{chance.randrange(OFFICIALS)}"}
    return {name: chance.choice(FILTERS[name]) for name in chance.sample(sorted(FILTERS), 3)}


REVIEWS_LISTED = Lists(
    told="%s reviews of tolerance, any list",
    address="/api/v1/tolerance",
    role=ORGAN,
    one=a_review,
    sought=_sought,
)
