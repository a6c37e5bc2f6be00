"""How long the steps of an error may take."""

from datetime import date

from domain.kernel import Act
from domain.standards.deadlines import DeadlinePolicy, Limit, WorkingDays, due, policy_on

LEARNED, REPORTED, SUBSTANTIATED = "learned", "reported", "substantiated"
NOTIFIED, CORRECTED = "notified", "corrected"

POLICIES = (
    DeadlinePolicy(
        date(2020, 7, 1),
        "《公职人员政务处分法》第十一条",
        (
            Limit(REPORTED, after=LEARNED, days=10),
            Limit(SUBSTANTIATED, after=REPORTED, days=5),
            Limit(CORRECTED, after=NOTIFIED, days=15),
        ),
    ),
)
"""The law gives credit to whoever reports their own error first; how many working days is for the office."""

FOLLOW_UPS = (30, 90)
"""Calendar days after the verification on which somebody looks again."""


def is_in_time(act: Act, working_days: WorkingDays) -> bool:
    """Tell whether it is reported in time after it was learned of; a day that is not said is not in time."""
    last = last_day(REPORTED, act.learned_on, working_days) if act.learned_on else None
    return last is not None and act.on <= last


def last_day(step: str, since: date, working_days: WorkingDays) -> date | None:
    """Return the last day on which a step is in time; None if it had no limit then."""
    policy = policy_on(POLICIES, since)
    limit = policy.limit(step) if policy else None
    return due(limit, since, working_days) if limit else None
