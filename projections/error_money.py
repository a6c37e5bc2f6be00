"""What is still to be decided on and to be moved of the money of an error, by the ledger of the domain."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from domain.errors.error_record import ErrorRecord
from domain.errors.ledger import (
    COLLECTED,
    KEPT,
    ORDERED,
    PAID,
    RECEIVED,
    RECOVERABLE,
    WAIVED,
    Entry,
    Ledger,
    MonthEntry,
)
from domain.errors.recovery_policy import COLLECTING
from domain.errors.state import MonthAmount
from projections.error_tables import entries, months
from projections.rows import Rows
from projections.shape import Row

Made: TypeAlias = (
    ErrorRecord.BackPaymentOrdered
    | ErrorRecord.BackPaymentPaid
    | ErrorRecord.RecoverabilityDecided
    | ErrorRecord.RecoveryDecided
    | ErrorRecord.RecoveryReceived
)
"""What makes an entry of its own; to reverse one makes an entry that follows from it."""


def enter(rows: Rows, row: Row, event: Made) -> None:
    """Note an entry, and what is left to do."""
    shares = event.months if isinstance(event, ErrorRecord.BackPaymentOrdered) else ()
    _note(rows, row, Entry(event.entry, _kind(event), event.amount, shares))


def reverse(rows: Rows, row: Row, event: ErrorRecord.EntryReversed) -> None:
    """Note an entry that takes another back, and what is left to do."""
    _note(rows, row, _ledger(rows, row).reversal(event.entry, event.reverses, event.amount))


def tell(rows: Rows, row: Row) -> None:
    """Tell what is left to decide on and to move, after a difference was found or an entry made."""
    ledger = _ledger(rows, row)
    row.money_to_decide = bool(ledger.owed or ledger.undecided or ledger.to_decide)
    row.money_to_move = bool(ledger.to_pay or ledger.to_receive)


def _note(rows: Rows, row: Row, entry: Entry) -> None:
    """Add a row for each month that the entry is about, or one with its whole amount."""
    shares = entry.shares or (MonthAmount(row.from_month, entry.amount),)
    for share in shares:
        rows.add(
            entries,
            error_id=row.error_id,
            entry=entry.number,
            month=share.month,
            kind=entry.kind,
            amount=share.amount,
            reverses=entry.reverses,
        )
    tell(rows, row)


def _ledger(rows: Rows, row: Row) -> Ledger:
    found = sorted(rows.under(months, row.error_id), key=lambda each: each.month)
    known = [MonthEntry(each.month, 0, each.amount) for each in found if each.found]
    return Ledger(tuple(known), tuple(_entries(rows.under(entries, row.error_id))))


def _entries(noted: Iterable[Row]) -> list[Entry]:
    made: dict[int, Entry] = {}
    for each in sorted(noted, key=lambda each: (each.entry, each.month)):
        entry = made.setdefault(each.entry, Entry(each.entry, each.kind, 0, (), each.reverses))
        share = (MonthAmount(each.month, each.amount),) if each.kind == ORDERED else ()
        made[each.entry] = replace(entry, amount=entry.amount + each.amount, shares=(*entry.shares, *share))
    return list(made.values())


def _kind(event: Made) -> str:
    if isinstance(event, ErrorRecord.RecoverabilityDecided):
        return RECOVERABLE if event.recoverable else KEPT
    if isinstance(event, ErrorRecord.RecoveryDecided):
        return COLLECTED if event.decision in COLLECTING else WAIVED
    return KINDS[type(event)]


KINDS: dict[type[Made], str] = {
    ErrorRecord.BackPaymentOrdered: ORDERED,
    ErrorRecord.BackPaymentPaid: PAID,
    ErrorRecord.RecoveryReceived: RECEIVED,
}
"""Kinds of entries that follow from the event alone."""
