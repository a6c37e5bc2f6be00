"""Steps that a decision was made without."""

from collections.abc import Mapping
from datetime import date, timedelta

from domain.cases.case import Case
from domain.cases.programmes import DECIDED, STEPS, Steps
from domain.cases.state import State
from domain.refusal import Refused
from domain.standards.deadlines import ONE_DAY, Limit, WorkingDays, due, policy_on


def missing_before(case: Case) -> tuple[str, ...]:
    """Return the steps that the programme asks for before the decision and that were not done."""
    needed = _before(DECIDED, case.steps)
    return tuple(step for step in STEPS if step in needed and case.done_on(step) is None)


def _before(step: str, steps: Steps | Mapping[str, tuple[str, ...]]) -> set[str]:
    found = set(steps.get(step, ()))
    for each in tuple(found):
        found |= _before(each, steps)
    return found


def to_make_good(case: Case, working_days: WorkingDays) -> dict[str, date]:
    """Return the steps that an emergency left for later and that are still to be done, with their days.

    Where a year's working days are not known, twice as many days of any kind are counted.
    """
    decided = case.done_on(DECIDED)
    if not case.emergency or case.state is not State.PAID_ONCE or decided is None:
        return {}
    policy = policy_on(case.programme.policies, decided)
    limits = [limit for limit in policy.limits if limit.after == DECIDED] if policy else []
    return {
        limit.step: _by(limit, decided, working_days)
        for limit in limits
        if limit.step in case.steps and case.done_on(limit.step) is None
    }


def _by(limit: Limit, since: date, working_days: WorkingDays) -> date:
    try:
        return due(limit, since, working_days)
    except Refused:
        return since + timedelta(days=2 * limit.days)


def next_day(day: date) -> date:
    """Return the first day on which something due on the day is late."""
    return day + ONE_DAY
