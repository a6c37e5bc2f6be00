"""Cases of one person side by side: programmes that exclude each other, payment after a death."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import combinations, permutations

from domain.cases.determination import due_on
from domain.leads.finding import INCOMPATIBLE, PAID_AFTER_DEATH, TWICE, Finding
from domain.periods import first_month_from
from domain.rechecking.amounts import paid_in
from domain.rechecking.replay import Life, about
from domain.refusal import Refused
from domain.standards.deadlines import ONE_DAY
from domain.standards.living_standard import Standards


def compared(lives: Sequence[Life], standards: Standards) -> list[Finding]:
    """Compare the cases that some person is in. Records nothing."""
    found = [_excluded(one, other) for one, other in combinations(lives, 2)]
    found += [_paid_on(dead, other, standards) for dead, other in permutations(lives, 2)]
    return [finding for finding in found if finding]


def _excluded(one: Life, other: Life) -> Finding | None:
    """Tell of the first month in which both are paid, though nobody may be in both, or twice in one."""
    twice = one.case.programme_code == other.case.programme_code and not one.case.programme.is_one_off
    if not twice and other.case.programme_code not in one.case.programme.excludes:
        return None
    kind = TWICE if twice else INCOMPATIBLE
    first, second = sorted((one, other), key=lambda each: each.entered.position)
    for month in _changes(one, other):
        amount = paid_in(second.case.entitlement, month).amount
        if amount and paid_in(first.case.entitlement, month).amount:
            return about(second.case, second.entered, kind, month, found=amount, detail=first.case.number)
    return None


def _paid_on(dead: Life, other: Life, standards: Standards) -> Finding | None:
    """Tell of the first month that is paid for somebody after their own case was ended by their death.

    Where a case is about several, it does not say which of them died.
    """
    if dead.died is None or len(dead.case.people) > 1:
        return None
    return paid_after(dead.died, dead.case.number, other, standards)


def paid_after(died: date, detail: str, other: Life, standards: Standards) -> Finding | None:
    """Tell of the first month that a case is paid for somebody in it after they died; None if there is none.

    `detail` tells where the death is known from.
    """
    if other.died is not None:
        return None
    first = first_month_from(died)
    months = [first, *(month for month in _changes(other) if month > first)]
    case = other.case
    for month in months:
        found = paid_in(case.entitlement, month).amount
        if found and not _fewer_since(other, died, month):
            expected = _without_one(other, standards, month)
            return about(
                case, other.entered, PAID_AFTER_DEATH, month, expected=expected, found=found, detail=detail
            )
    return None


def _changes(*lives: Life) -> Iterable[date]:
    return sorted({period.starts for life in lives for period in life.case.entitlement})


def _fewer_since(life: Life, died: date, month: date) -> bool:
    """Tell whether fewer members are counted in the month than before the death."""
    before, then = life.case.facts.at(died - ONE_DAY), life.case.facts.at(month)
    return bool(before and then and then.members < before.members)


def _without_one(life: Life, standards: Standards, month: date) -> int:
    """Return what would be due in the month with one member less, in fen; 0 if that cannot be told."""
    case, facts = life.case, life.case.facts.at(month)
    if facts is None or facts.members < 2:  # noqa: PLR2004 - one, and another
        return 0
    with suppress(Refused):
        fewer = replace(facts, members=facts.members - 1)
        return due_on(case.programme, fewer, standards, month, case.kind_told).amount
    return 0
