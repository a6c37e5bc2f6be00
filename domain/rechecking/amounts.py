"""What was determined, beside what the rules give."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from domain.cases.case import Case
from domain.cases.determination import determine
from domain.cases.entitlement import EntitledPeriod, differences, period_of, spliced
from domain.kernel import Event
from domain.leads.finding import ARITHMETIC, PAID_AFTER_DEATH, WRONG_STANDARD
from domain.periods import month_of
from domain.refusal import Refused
from domain.standards.living_standard import Standards

NO_STANDARD = "none"
"""Stands where no standard was in force that could have given the amount."""

Periods = tuple[EntitledPeriod, ...]


class Mismatch(NamedTuple):
    """The first month in which an amount is not as it should be. Amounts in fen."""

    kind: str
    month: date
    expected: int
    found: int
    detail: str = ""


class Paid(NamedTuple):
    """What is paid in a month, and by which standard."""

    amount: int
    standard: str


def of_determination(
    case: Case, deciding: Event, determined: Case.Determined, standards: Standards
) -> Mismatch | None:
    """Compare a determination with what the rules give, on the case as it stood before it."""

    def expected() -> Periods:
        starts = case.month_for(deciding.valid_from or deciding.on)
        return determine(case.programme, case.standing, case.facts, standards, starts, case.kind_told)

    found = _compared(case, determined.periods, expected)
    if found is None and isinstance(deciding, Case.Confirmed):
        first = determined.periods[0]
        if deciding.monthly_amount != first.monthly_amount:
            return Mismatch(ARITHMETIC, first.starts, first.monthly_amount, deciding.monthly_amount)
    return found


def of_raise(case: Case, raised: Case.StandardRaised, standards: Standards) -> Mismatch | None:
    """Compare an adjustment to a new standard with what the rules give."""

    def expected() -> Periods:
        starts = case.month_for(standards.named(raised.standard).effective_from)
        return determine(case.programme, case.standing, case.facts, standards, starts, raised.kind)

    return _compared(case, raised.periods, expected)


def paid_late(case: Case, ended: Case.Terminated, determined: Case.Determined) -> Mismatch | None:
    """Return the first month that was paid though the reason to end it, a death, lay before."""
    first, last = determined.periods[0].starts, month_of(ended.on)
    due = spliced(case.entitlement, determined.periods)
    for each in differences(case.entitlement, due, first, last):
        if each.paid > each.due:
            return Mismatch(PAID_AFTER_DEATH, each.month, each.due, each.paid)
    return None


def _compared(case: Case, found: Periods, expect: Callable[[], Periods]) -> Mismatch | None:
    try:
        expected = expect()
    except (Refused, LookupError):  # the rules could not have given it at all
        first = found[0]
        return Mismatch(WRONG_STANDARD, first.starts, 0, first.monthly_amount, NO_STANDARD)
    if _outline(found) == _outline(expected):
        return None
    return _first_mismatch(spliced(case.entitlement, found), spliced(case.entitlement, expected))


def _outline(periods: Periods) -> list[tuple[date, date | None, int, str]]:
    return [(each.starts, each.ends, each.monthly_amount, each.standard) for each in periods]


def _first_mismatch(found: Periods, expected: Periods) -> Mismatch | None:
    periods = (*found, *expected)
    months = {each.starts for each in periods} | {each.ends for each in periods if each.ends}
    for month in sorted(months):
        was, due = paid_in(found, month), paid_in(expected, month)
        if was != due:
            wrong_standard = was.standard != due.standard and was.amount and due.amount
            kind, detail = (WRONG_STANDARD, due.standard) if wrong_standard else (ARITHMETIC, "")
            return Mismatch(kind, month, due.amount, was.amount, detail)
    return None


def paid_in(periods: Periods, month: date) -> Paid:
    """Return what is paid in the month."""
    period = period_of(periods, month)
    return Paid(period.monthly_amount, period.standard) if period else Paid(0, "")
