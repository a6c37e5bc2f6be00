"""What is due less what was paid, by month of an error: estimated with its kind, found by a correction."""

from collections.abc import Collection, Iterable
from datetime import date

from domain.errors.ledger import MonthEntry
from domain.errors.state import MonthAmount
from projections.error_tables import months
from projections.rows import Rows
from projections.shape import Row


def estimate(rows: Rows, row: Row, amounts: Iterable[MonthAmount]) -> None:
    """Enter an estimate in place of the one before, unless more is known."""
    known = rows.under(months, row.error_id)
    if any(entry.found for entry in known):
        return
    for entry in known:
        rows.remove(months, entry)
    _enter(rows, row, ((each.month, each.amount) for each in amounts), found=False)


def find(rows: Rows, row: Row, found: Iterable[MonthEntry], *, anew: Collection[date] = ()) -> None:
    """Enter what was found in place of the estimate, adding to what another found of the same month.

    Of the months in `anew`, nothing found before is left.
    """
    for known in rows.under(months, row.error_id):
        if not known.found or known.month in anew:
            rows.remove(months, known)
    _enter(rows, row, ((each.month, each.due - each.paid) for each in found), found=True)


def _enter(rows: Rows, row: Row, amounts: Iterable[tuple[date, int]], *, found: bool) -> None:
    """Enter amounts by month, and sum up all of them."""
    for month, amount in amounts:
        entry = rows.find(months, row.error_id, month)
        if entry is None:
            rows.add(months, error_id=row.error_id, month=month, amount=amount, found=found)
        else:
            entry.amount += amount
    known = [entry.amount for entry in rows.under(months, row.error_id)]
    row.underpaid = sum(amount for amount in known if amount > 0)
    row.overpaid = -sum(amount for amount in known if amount < 0)
