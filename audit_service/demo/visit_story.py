"""The visits to the family of the story: nobody was at home, then somebody was, and the next one is due."""

from collections.abc import Iterator
from datetime import date

from audit_service.demo.story import CASEWORKER, CLERK, Step
from audit_service.desks.visits.entering import EnterMissedVisit, EnterVisit


def visits_to(number: str) -> Iterator[Step]:
    """The visits made for the case with this number."""
    yield Step(
        date(2021, 7, 20),
        CASEWORKER,
        EnterMissedVisit(
            case=number,
            missed_on=date(2021, 7, 19),
            reason="nobody_home",
            because="敲门无人应答，邻居说全家外出。",
        ),
    )
    yield Step(
        date(2021, 7, 27),
        CASEWORKER,
        EnterVisit(
            case=number,
            visited_on=date(2021, 7, 26),
            officials=(CASEWORKER, CLERK),
            others=("钱己未，示例社区居委会",),
            met="户主和配偶",
            observations=("expenses", "work_wanted"),
            found="孩子开学费用较重，配偶希望就近找工作。",
            because="年度走访。",
            next_due=date(2022, 1, 31),
        ),
    )
