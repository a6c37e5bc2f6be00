"""How the events of the money of an error are read."""

from typing import cast

from audit_service.desks.reading import Reading, Shown, plain
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, difference, month, number, written
from domain.errors.error_record import ErrorRecord
from domain.errors.recovery_policy import RECOVERIES
from domain.errors.state import MonthAmount
from domain.kernel import Event


def recovery_name(decision: str) -> str:
    """Return the name of what is done about a recoverable overpayment."""
    return _(RECOVERIES.get(decision, decision))


def _months(months: tuple[MonthAmount, ...]) -> str:
    return written([f"{month(each.month)} {difference(each.amount)}" for each in months])


def _by_month(event: Event) -> tuple[Changed, ...]:
    found = cast("ErrorRecord.DifferenceFound", event)
    months = [Changed(month(each.month), None, difference(each.amount)) for each in found.entries]
    total = Changed(_("In all"), None, difference(sum(each.amount for each in found.entries)))
    return (*months, total)


ENTRY = Shown(label="Entry of the ledger", after="entry", write=number)
AMOUNT = Shown(label="Amount of the entry", after="amount", write=difference)
POLICY = Shown(label="Recovery policy", after="policy", write=plain)

READINGS: dict[type[Event], Reading] = {
    ErrorRecord.DifferenceFound: Reading(
        title="Difference found",
        tag="Money",
        colour="purple",
        shows=(Shown(label="Arithmetic", after="arithmetic"),),
        more=_by_month,
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
