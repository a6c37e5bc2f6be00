"""How the events of the money of an error are read."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TypeVar, cast

from audit_service.desks.reading import Reading, Shown, lines, plain
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, difference, money, month, number, written
from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import MonthEntry
from domain.errors.recovery_policy import RECOVERIES
from domain.errors.state import MonthAmount
from domain.kernel import Event

M = TypeVar("M", MonthAmount, MonthEntry)


def recovery_name(decision: str) -> str:
    """Return the name of what is done about a recoverable overpayment."""
    return _(RECOVERIES.get(decision, decision))


def _alike(months: Iterable[M], value: Callable[[M], object]) -> Iterator[tuple[str, M, str]]:
    """Yield stretches of months in a row that are alike: their name, the first, how often it counts."""
    for _run, stretch in groupby(
        enumerate(months), lambda at: (value(at[1]), 12 * at[1].month.year + at[1].month.month - at[0])
    ):
        first, *more = [each for _place, each in stretch]
        if more:
            named = _("%(first)s to %(last)s", first=month(first.month), last=month(more[-1].month))
            yield named, first, f" × {number(1 + len(more))}"
        else:
            yield month(first.month), first, ""


def _months(months: tuple[MonthAmount, ...]) -> str:
    alike = _alike(months, lambda each: each.amount)
    return written([f"{named} {difference(each.amount)}{times}" for named, each, times in alike])


def _by_month(event: Event) -> tuple[Changed, ...]:
    found = cast("ErrorRecord.DifferenceFound | ErrorRecord.DifferenceEntered", event)
    alike = _alike(found.entries, lambda each: each.amount)
    months = [Changed(named, None, difference(each.amount) + times) for named, each, times in alike]
    total = Changed(_("In all"), None, difference(sum(each.amount for each in found.entries)))
    return (*months, total)


def _paid_and_due(event: Event) -> tuple[Changed, ...]:
    """Read what was paid as what stood there before, and what is due as what takes its place."""
    entered = cast("ErrorRecord.DifferenceEntered", event)
    alike = _alike(entered.entries, lambda each: (each.paid, each.due))
    months = [Changed(named, money(each.paid), money(each.due) + times) for named, each, times in alike]
    return (*months, *_by_month(event)[-1:])


ENTRY = Shown(label="Entry of the ledger", after="entry", write=number)
AMOUNT = Shown(label="Amount of the entry", after="amount", write=difference)
POLICY = Shown(label="Recovery policy", after="policy", write=plain)

READINGS: dict[type[Event], Reading] = {
    ErrorRecord.DifferenceFound: Reading(
        title="Difference found",
        tag="Money",
        colour="purple",
        shows=(Shown(label="Arithmetic", after="arithmetic", write=lines),),
        more=_by_month,
    ),
    ErrorRecord.DifferenceEntered: Reading(
        title="Difference entered",
        tag="Money",
        colour="purple",
        more=_paid_and_due,
    ),
    ErrorRecord.BackPaymentOrdered: Reading(
        title="Back payment ordered",
        tag="Money",
        colour="orange",
        shows=(ENTRY, AMOUNT, Shown(label="Months", after="months", write=_months)),
    ),
    ErrorRecord.BackPaymentPaid: Reading(
        title="Back payment paid",
        tag="Money",
        colour="green",
        shows=(ENTRY, AMOUNT, Shown(label="Paid on", after="paid_on", write=day)),
    ),
    ErrorRecord.RecoverabilityDecided: Reading(
        title="Recoverability decided",
        tag="Money",
        colour="orange",
        shows=(
            ENTRY,
            AMOUNT,
            Shown(label="The family could notice that it was too much", after="noticeable"),
            Shown(label="The overpayment is recoverable", after="recoverable"),
            POLICY,
        ),
    ),
    ErrorRecord.RecoveryDecided: Reading(
        title="Recovery decided",
        tag="Money",
        colour="orange",
        shows=(ENTRY, AMOUNT, Shown(label="Decision", after="decision", write=recovery_name), POLICY),
    ),
    ErrorRecord.RecoveryReceived: Reading(
        title="Recovery received",
        tag="Money",
        colour="green",
        shows=(ENTRY, AMOUNT, Shown(label="Received or offset on", after="received_on", write=day)),
    ),
    ErrorRecord.EntryReversed: Reading(
        title="Entry reversed",
        tag="Money",
        colour="red",
        shows=(ENTRY, AMOUNT, Shown(label="Takes back entry", after="reverses", write=number)),
    ),
}
"""By kind of event; a part of how the events of an error are read."""
