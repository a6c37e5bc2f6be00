from datetime import date

import pytest

from domain.standards.deadlines import DeadlinePolicy, Limit, due, policy_on, working_days_after

FIRST_OF_MAY = {date(2021, 5, day) for day in (1, 2, 3, 4, 5)}
WORKED_INSTEAD = {date(2021, 4, 25), date(2021, 5, 8)}


class Calendar2021:
    """The first of May 2021, as it was arranged."""

    def is_working_day(self, day: date) -> bool:
        return day in WORKED_INSTEAD or (day.weekday() < 5 and day not in FIRST_OF_MAY)


CALENDAR = Calendar2021()
POLICIES = [
    DeadlinePolicy(date(2021, 7, 1), "new", (Limit("decided", after="accepted", days=30),)),
    DeadlinePolicy(date(2012, 12, 12), "old", ()),
]


@pytest.mark.parametrize(
    ("since", "days", "by"),
    [
        ("2021-04-30", 1, "2021-05-06"),
        ("2021-04-30", 3, "2021-05-08"),
        ("2021-04-23", 1, "2021-04-25"),
        ("2021-05-10", 5, "2021-05-17"),
        ("2021-05-10", 0, "2021-05-10"),
    ],
)
def test_working_days_are_counted_as_the_year_was_arranged(since: str, days: int, by: str) -> None:
    assert working_days_after(date.fromisoformat(since), days, CALENDAR) == date.fromisoformat(by)


def test_a_limit_counts_working_days_or_calendar_days() -> None:
    working = Limit("decided", after="accepted", days=3)
    calendar = Limit("notice_ended", after="notice_posted", days=3, working=False)

    assert due(working, date(2021, 4, 30), CALENDAR) == date(2021, 5, 8)
    assert due(calendar, date(2021, 4, 30), CALENDAR) == date(2021, 5, 3)


@pytest.mark.parametrize(
    ("on", "basis"),
    [("2012-12-11", None), ("2012-12-12", "old"), ("2021-06-30", "old"), ("2021-07-01", "new")],
)
def test_the_policy_of_the_day_applies(on: str, basis: str | None) -> None:
    policy = policy_on(POLICIES, date.fromisoformat(on))

    assert (policy.basis if policy else None) == basis


def test_a_policy_knows_its_limits() -> None:
    assert POLICIES[0].limit("decided") == Limit("decided", after="accepted", days=30)
    assert POLICIES[1].limit("decided") is None
