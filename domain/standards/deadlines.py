"""By when something must be done: dated policies, counted in working or calendar days."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

ONE_DAY = timedelta(days=1)


class WorkingDays(Protocol):
    """Which days the offices work, as the State Council arranged them for the year."""

    def is_working_day(self, day: date) -> bool:
        """Tell whether the offices work on the day.

        Raises an error of its own for a year whose arrangement is not known: a guess could make
        a deadline too short.
        """


@dataclass(frozen=True)
class Limit:
    """How long a step may take, from the end of another."""

    step: str
    after: str
    days: int
    working: bool = True
    """Whether working days are counted, not calendar days."""


@dataclass(frozen=True)
class DeadlinePolicy:
    """The limits in force from a day on, with what they rest on."""

    effective_from: date
    basis: str
    limits: tuple[Limit, ...]

    def limit(self, step: str) -> Limit | None:
        """Return how long the step may take; None if it has no limit."""
        return next((limit for limit in self.limits if limit.step == step), None)


def policy_on(policies: Iterable[DeadlinePolicy], day: date) -> DeadlinePolicy | None:
    """Return the policy in force on the day; None before the first."""
    in_force = [policy for policy in policies if policy.effective_from <= day]
    return max(in_force, key=lambda policy: policy.effective_from, default=None)


def working_days_after(day: date, count: int, working_days: WorkingDays) -> date:
    """Return the working day that is so many working days after the day, which does not count itself."""
    while count > 0:
        day += ONE_DAY
        count -= working_days.is_working_day(day)
    return day


def due(limit: Limit, since: date, working_days: WorkingDays) -> date:
    """Return the last day on which the step is in time, when counting begins after `since`."""
    if limit.working:
        return working_days_after(since, limit.days, working_days)
    return since + timedelta(days=limit.days)
