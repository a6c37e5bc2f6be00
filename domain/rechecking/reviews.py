"""How long the means of a household that is paid may go without being looked at again.

Periods of the national rules, each the longest that a family of any class may wait. What a city rules
otherwise it publishes: dated, approved, and in force beside these from its day on.
"""

from collections.abc import Iterable
from datetime import date

from domain.cases.case import Case
from domain.cases.programmes import CHECKED
from domain.kernel import Event
from domain.standards.deadlines import DeadlinePolicy, Limit
from domain.standards.review_periods import ReviewPeriod

A_YEAR = (Limit(CHECKED, after=CHECKED, days=366, working=False),)

REVIEWS = {
    "dibao": (
        DeadlinePolicy(date(2012, 12, 12), "民发〔2012〕220号", A_YEAR),
        DeadlinePolicy(date(2021, 7, 1), "民发〔2021〕57号", A_YEAR),
    ),
    "tekun": (DeadlinePolicy(date(2021, 4, 26), "民发〔2021〕43号", A_YEAR),),
    "orphan": (DeadlinePolicy(date(2010, 11, 16), "国办发〔2010〕54号", A_YEAR),),
    "de_facto_unattended": (DeadlinePolicy(date(2020, 1, 1), "民发〔2019〕62号", A_YEAR),),
}
"""By code of the programme; a programme that is not here asks for no review."""


def review_policies(programme: str, published: Iterable[ReviewPeriod]) -> list[DeadlinePolicy]:
    """Return the periods of a programme: the national ones, and those that the office published."""
    own = [
        DeadlinePolicy(each.effective_from, each.reference, (in_days(each.days),))
        for each in published
        if each.programme == programme
    ]
    return [*REVIEWS.get(programme, ()), *own]


def in_days(days: int) -> Limit:
    """Return the limit that the means are looked at again after so many calendar days."""
    return Limit(CHECKED, after=CHECKED, days=days, working=False)


LOOKED: tuple[type[Event], ...] = (
    Case.TakenOver,
    Case.MeansChecked,
    Case.Visited,
    Case.Confirmed,
    Case.FactChanged,
    Case.FactCorrected,
    Case.Adjusted,
)
"""What the record knows of somebody having looked at the means; a raise for everyone is none."""
