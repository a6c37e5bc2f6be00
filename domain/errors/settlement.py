"""The money put right: the difference by month, what is paid back, and what is reversed."""

from collections.abc import Iterable
from datetime import date

from domain.errors.checks import check_reason
from domain.errors.ledger import ORDERED, PAID, Entry, MonthEntry, merged
from domain.errors.money import Entered
from domain.errors.money_refusals import (
    BuiltOn,
    IsReversal,
    MonthNotOwed,
    NoSuchEntry,
    NotWhatIsOwed,
    ReversedAlready,
)
from domain.errors.recovery import Recovery
from domain.errors.state import MonthAmount
from domain.kernel import Act, Event
from domain.money import Fen
from domain.periods import month_of


class Settlement(Recovery):
    """The part of an error that puts the money right."""

    class DifferenceFound(Event):
        """What was paid was compared with what is due, month by month."""

        TOPIC = "error.difference_found"

        entries: tuple[MonthEntry, ...]
        """Months that were paid otherwise than is due now."""
        arithmetic: tuple[str, ...]
        """What was determined then and what is determined now, in figures."""

        def apply(self, error: "Settlement") -> None:
            error.ledger = error.ledger.found(self.entries)

    class BackPaymentOrdered(Entered):
        """It was ordered that the family is paid what it is owed for some months."""

        TOPIC = "error.back_payment_ordered"

        months: tuple[MonthAmount, ...]

        def apply(self, error: "Settlement") -> None:
            error.enter(Entry(self.entry, ORDERED, self.amount, self.months))
            error.remember(self)

    class BackPaymentPaid(Entered):
        """The family was paid back."""

        TOPIC = "error.back_payment_paid"

        paid_on: date

        def apply(self, error: "Settlement") -> None:
            error.enter(Entry(self.entry, PAID, self.amount))

    class EntryReversed(Entered):
        """An entry of the ledger was reversed, as far as nothing rests on it."""

        TOPIC = "error.entry_reversed"

        reverses: int
        """Number of the entry that is taken back."""

        def apply(self, error: "Settlement") -> None:
            error.enter(error.ledger.reversal(self.entry, self.reverses, self.amount))
            error.remember(self)

    def find_difference(self, entries: Iterable[MonthEntry], arithmetic: Iterable[str], act: Act) -> None:
        """Record what a correction of the case makes different, with its arithmetic.

        Months that come up several times are put together: as paid counts what was said first.
        Raises NotNow.
        """
        self.check_money()
        self.trigger(self.DifferenceFound, act, entries=merged(entries), arithmetic=tuple(arithmetic))

    def order_back_payment(self, months: Iterable[date], amount: int, act: Act) -> None:
        """Order that the family is paid what it is owed for these months, in fen and in full.

        Raises what `check_back_payment` raises, ReasonMissing, MonthNotOwed, NotWhatIsOwed.
        """
        self.check_back_payment(act)
        check_reason(act)
        owed = {share.month: share for share in self.ledger.owed}
        chosen = sorted(map(month_of, set(months)))
        for month in chosen:
            if month not in owed:
                raise MonthNotOwed(month=f"{month:%Y-%m}", owed=tuple(f"{each:%Y-%m}" for each in owed))
        shares = tuple(owed[month] for month in dict.fromkeys(chosen))
        due = sum(share.amount for share in shares)
        if not shares or amount != due:
            raise NotWhatIsOwed(owed=Fen(due), amount=Fen(amount))
        self.trigger_entry(self.BackPaymentOrdered, amount, act, months=shares)

    def pay_back(self, amount: int, paid_on: date, act: Act) -> None:
        """Record that the family was paid so many fen.

        Raises NotNow, NothingOrdered, AmountDoesNotFit, NotYetMoved.
        """
        self.check_paying_back()
        self.check_fits(amount, self.ledger.to_pay)
        self.check_moved(paid_on, act)
        self.trigger_entry(self.BackPaymentPaid, amount, act, paid_on=paid_on)

    def reverse_entry(self, number: int, act: Act) -> None:
        """Take an entry back, as far as nothing rests on it.

        Raises what `check_reversal` raises, ReasonMissing, NoSuchEntry, IsReversal, ReversedAlready, BuiltOn.
        """
        self.check_reversal(act)
        check_reason(act)
        entry = self.ledger.entry(number)
        if entry is None:
            raise NoSuchEntry(entry=number)
        if entry.reverses:
            raise IsReversal(entry=number)
        if not self.ledger.standing(entry):
            raise ReversedAlready(entry=number)
        amount = self.ledger.reversible(entry)
        if not amount:
            raise BuiltOn(entry=number)
        self.trigger_entry(self.EntryReversed, -amount, act, reverses=number)
