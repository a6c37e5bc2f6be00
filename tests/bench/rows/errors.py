"""The list of 100,000 errors, filtered on three axes by a manager of the whole office, over HTTP.

Three axes are chosen by chance, and a code on each: some lists are long, most are short, many are empty.
"""

import random
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from domain.errors.axes import CAUSES, CHANNELS, DIRECTIONS, NATURES, ORIGINS
from domain.errors.catalogue import FIRST
from domain.errors.error_record import ErrorRecord
from domain.identities import error_id, household_id
from domain.officials.official import MANAGER
from tests.bench import office
from tests.bench.bench import Bench
from tests.bench.figures import Line
from tests.bench.lists import Lists, likely_first

ERRORS = 100_000
AXES: Mapping[str, Sequence[str]] = {
    "element": [element.code for element in FIRST],
    "nature": list(NATURES),
    "cause": list(CAUSES),
    "origin": list(ORIGINS),
    "direction": list(DIRECTIONS),
}


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases."""
    return ERRORS_LISTED.measure(bench, bench.size(ERRORS))


def an_error(number: int, chance: random.Random) -> ErrorRecord:
    """Return an error that was reported and classified; low codes are more frequent than high ones."""
    case, area = office.number_of(number), office.AREAS[number % len(office.AREAS)]
    codes: dict[str, Any] = {axis: likely_first(some, chance) for axis, some in AXES.items()}
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
        channel=likely_first(list(CHANNELS), chance),
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


def _sought(chance: random.Random) -> dict[str, str]:
    return {axis: chance.choice(AXES[axis]) for axis in chance.sample(sorted(AXES), 3)}


ERRORS_LISTED = Lists(
    told="%s errors filtered on three axes",
    address="/api/v1/errors",
    role=MANAGER,
    one=an_error,
    sought=_sought,
)
