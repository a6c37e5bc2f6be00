"""The money of one error: the difference by month, and every entry that was made about it.

Amounts are fen, and signed: above nothing for the family, below nothing from it. An entry is never
edited; one that was wrong is reversed by another.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from domain.errors.state import MonthAmount

ORDERED, PAID = "ordered", "paid"
"""Back payment."""
RECOVERABLE, KEPT = "recoverable", "kept"
"""Whether an overpayment is recoverable."""
COLLECTED, WAIVED, RECEIVED = "collected", "waived", "received"
"""What is done about one that is: to be collected or not, and what came in."""


@dataclass(frozen=True, slots=True)
class MonthEntry:
    """What was paid for a month and what is due for it."""

    month: date
    paid: int
    due: int

    @property
    def amount(self) -> int:
        """Fen; above nothing the family is owed it, below nothing it was paid too much."""
        return self.due - self.paid


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the ledger."""

    number: int
    kind: str
    amount: int
    shares: tuple[MonthAmount, ...] = ()
    """By month; of back payments ordered only."""
    reverses: int = 0
    """Number of the entry that this one takes back; 0 if it takes none back."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The difference by month, the entries made about it, and what is still to be done."""

    months: tuple[MonthEntry, ...] = ()
    """Months with a difference, the earliest first."""
    entries: tuple[Entry, ...] = ()

    def found(self, entries: Iterable[MonthEntry]) -> "Ledger":
        """Return the ledger with what was found besides: a month found again is due so much more or less."""
        return replace(self, months=merged([*self.months, *entries]))

    def known(self, entries: Iterable[MonthEntry]) -> "Ledger":
        """Return the ledger with these months as they are known now, whatever was known of them before."""
        by_month = {entry.month: entry for entry in (*self.months, *entries)}
        return replace(self, months=tuple(by_month[month] for month in sorted(by_month)))

    def entered(self, entry: Entry) -> "Ledger":
        """Return the ledger with one more entry."""
        return replace(self, entries=(*self.entries, entry))

    @property
    def next_number(self) -> int:
        """Number of the next entry, from 1."""
        return len(self.entries) + 1

    def entry(self, number: int) -> Entry | None:
        """Return the entry with this number; None if there is none."""
        return next((entry for entry in self.entries if entry.number == number), None)

    def total(self, *kinds: str) -> int:
        """Return the sum of the entries of these kinds, less what was reversed."""
        return sum(entry.amount for entry in self.entries if entry.kind in kinds)

    @property
    def owed(self) -> tuple[MonthAmount, ...]:
        """What the family is owed by month and was not ordered."""
        return tuple(share for share in self._balances() if share.amount > 0)

    @property
    def overpaid(self) -> int:
        """What the family was paid too much in all, by what was determined last."""
        return -sum(share.amount for share in self._balances() if share.amount < 0)

    @property
    def to_pay(self) -> int:
        """What was ordered and not paid."""
        return self.total(ORDERED) - self.total(PAID)

    @property
    def undecided(self) -> int:
        """What was overpaid and not decided on: whether it is recoverable."""
        return self.overpaid + self.total(RECOVERABLE, KEPT)

    @property
    def to_decide(self) -> int:
        """What is recoverable and not decided on: whether it is recovered."""
        return self.total(COLLECTED, WAIVED) - self.total(RECOVERABLE)

    @property
    def to_receive(self) -> int:
        """What is to be collected and did not come in."""
        return self.total(RECEIVED) - self.total(COLLECTED)

    @property
    def is_settled(self) -> bool:
        """Whether everything was decided that is to be decided, and carried out."""
        open_amounts = (self.to_pay, self.undecided, self.to_decide, self.to_receive)
        return not self.owed and not any(open_amounts)

    def standing(self, entry: Entry) -> int:
        """Return what of the entry was not reversed."""
        return entry.amount + sum(other.amount for other in self.entries if other.reverses == entry.number)

    def reversible(self, entry: Entry) -> int:
        """Return what of the entry can be reversed: what still stands and nothing was built on.

        Of a back payment either all or nothing, as its months were ordered together.
        """
        standing = self.standing(entry)
        if entry.kind == ORDERED:
            return standing if self.to_pay >= standing else 0
        if entry.kind == RECOVERABLE:
            return -min(-standing, self.to_decide)
        if entry.kind == COLLECTED:
            return -min(-standing, self.to_receive)
        return standing

    def reversal(self, number: int, reverses: int, amount: int) -> Entry:
        """Return the entry with this number that takes so much of another back."""
        entry = next(entry for entry in self.entries if entry.number == reverses)
        shares = tuple(replace(share, amount=-share.amount) for share in entry.shares)
        return Entry(number, entry.kind, amount, shares, reverses)

    def _balances(self) -> Iterator[MonthAmount]:
        for month in self.months:
            ordered = sum(
                share.amount for entry in self.entries for share in entry.shares if share.month == month.month
            )
            yield MonthAmount(month.month, month.amount - ordered)


def merged(entries: Iterable[MonthEntry]) -> tuple[MonthEntry, ...]:
    """Return one entry a month, the earliest first: paid as first found, due as found last.

    Whoever finds a difference says as paid what was due by the finding before. A month that comes
    to no difference in the end stays, as something may have been entered for it.
    """
    by_month: dict[date, MonthEntry] = {}
    for entry in entries:
        before = by_month.get(entry.month)
        by_month[entry.month] = replace(before, due=before.due + entry.amount) if before else entry
    return tuple(by_month[month] for month in sorted(by_month))
