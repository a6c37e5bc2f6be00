"""What a correction of a case makes different, decision by decision, as the error record keeps it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod, period_of
from domain.errors.ledger import MonthEntry, merged
from domain.money import yuan

Determined = Case.Determined | Case.StandardRaised
NOTHING_DETERMINED = yuan(0)


@dataclass(frozen=True)
class Found:
    """What was paid otherwise than is due, with the figures that show it."""

    entries: tuple[MonthEntry, ...]
    arithmetic: tuple[str, ...]
    """The same in every language: months, what was determined then, what is determined now, the sum."""


def found_in(case: Case, then: tuple[EntitledPeriod, ...]) -> Found:
    """Return what the determinations that are pending come to.

    `then` is what was due before the first of them: the case's `entitlement` as it was loaded.
    """
    entries = merged(
        MonthEntry(each.month, each.paid, each.due)
        for event in case.pending_events
        if isinstance(event, Determined)
        for each in event.differences
    )
    differing = tuple(entry for entry in entries if entry.amount)
    return Found(differing, tuple(_compared(differing, then, case.entitlement)))


def _compared(
    entries: Iterable[MonthEntry], then: tuple[EntitledPeriod, ...], now: tuple[EntitledPeriod, ...]
) -> Iterator[str]:
    def decisions(entry: MonthEntry) -> tuple[str, str, int, int]:
        return _reckoned(then, entry.month), _reckoned(now, entry.month), entry.paid, entry.due

    for (was, due, paid_each, due_each), months in groupby(entries, key=decisions):
        found = list(months)
        first, last = found[0].month, found[-1].month
        span = f"{first:%Y-%m}" if first == last else f"{first:%Y-%m} – {last:%Y-%m}"
        total = yuan(sum(entry.amount for entry in found)).replace("-", "−")
        yield f"{span}: {was} → {due}; ({yuan(due_each)} − {yuan(paid_each)}) × {len(found)} = {total}"


def _reckoned(periods: tuple[EntitledPeriod, ...], month: date) -> str:
    period = period_of(periods, month)
    if period is None:
        return NOTHING_DETERMINED
    amount = yuan(period.monthly_amount)
    steps = " ".join(line.expression for line in period.arithmetic if line.amount is not None)
    source = f" [{period.standard}]" if period.standard else ""
    return f"{amount if steps == amount else f'{steps} = {amount}'}{source}"
