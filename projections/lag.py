"""How late something was recorded.

That follows from when it was recorded and the earliest day that the event itself names: since when it is
true, where it tells what happened in the world; when it was learned; when it was done.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple, cast
from zoneinfo import ZoneInfo

from domain.cases.case import Case
from domain.kernel import Event
from domain.needy.household import Household
from domain.needy.person import Person
from domain.visits.visit import Visit

TRUE, LEARNED, DONE = "true", "learned", "done"
"""What a lag counts from: since when it is true, when it was learned, when it was done."""

HAPPENED: tuple[type[Event], ...] = (
    Case.FactChanged,
    Case.Suspended,
    Case.Resumed,
    Case.Terminated,
    Household.MemberJoined,
    Household.MemberLeft,
    Person.Died,
    Visit.Recorded,
)
"""What tells since when it is true in the world. What corrects or decides reaches back by its nature."""

CALENDAR = ZoneInfo("Asia/Shanghai")
"""That of the days that officials name."""


class Lag(NamedTuple):
    """How late something was recorded."""

    days: int
    happened_on: date
    measured: str


@lru_cache(maxsize=1024)  # all that one commit recorded has one instant
def recorded_on(moment: datetime) -> date:
    """Return the day of a moment in the office's calendar."""
    return moment.astimezone(CALENDAR).date()


def lag_of(event: Event) -> Lag:
    """Return how late an event was recorded, by the earliest day that it names."""
    days = [(event.on, DONE)]
    if event.learned_on is not None:
        days.append((event.learned_on, LEARNED))
    if event.valid_from is not None and type(event) in HAPPENED:
        days.append((event.valid_from, TRUE))
    happened_on, measured = min(days)
    recorded = recorded_on(cast("datetime", event.recorded_at))
    return Lag((recorded - happened_on).days, happened_on, measured)
