"""Months in forms and commands about errors: one a row, or as many in a row as are alike."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby, islice
from typing import Annotated, Any, Protocol

from pydantic import Field

from audit_service.web.forms.reading import MOST_PARTS
from audit_service.web.kinds import Month
from domain.errors.refusals import EndsBeforeItBegins
from domain.periods import Month as MonthWritten
from domain.periods import months_between

LONGEST = 600
"""Months of one stretch: 50 years. No error is older than the assistance it is in."""
ONE_BY_ONE = 24
"""So many months stand one by one in a form. Of a longer period, a year is a row where it is all alike."""


First = Annotated[Month, Field(title="Month")]
Last = Annotated[Month | None, Field(title="To month")]
"""The last month, where several in a row are alike."""


class Stretch(Protocol):
    """What names a month, or all months from one to another that are alike."""

    @property
    def month(self) -> date:
        """The first, or the only one."""

    @property
    def until(self) -> date | None:
        """The last; None where it is only one."""


def months_in(stretch: Stretch) -> Iterator[date]:
    """Return each of the months; whether the error is about them is for the error to say.

    Raises EndsBeforeItBegins.
    """
    last = stretch.until or stretch.month
    if last < stretch.month:
        raise EndsBeforeItBegins(from_month=MonthWritten.of(stretch.month), to_month=MonthWritten.of(last))
    return islice(months_between(stretch.month, last), LONGEST)


def rows_of(period: Sequence[date], known: Mapping[date, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return what stands in the rows of a form for the months of a period, with what is known of each."""
    if len(period) <= ONE_BY_ONE:
        return [{"month": month, **known.get(month, {})} for month in period]
    rows = []
    for (_year, told), months in groupby(period, key=lambda month: (month.year, known.get(month))):
        first, *more = months
        rows.append({"month": first, "until": more[-1] if more else None, **(told or {})})
    return rows[:MOST_PARTS]
