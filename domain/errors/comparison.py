"""The difference of an error that no correction of a case brings, entered by the official who reckoned it.

A correction of a case reckons the difference by itself. Where there is no case, as of a family that was
not covered (E10), or where what was decided is right and only what was paid is not, as with a payment to
a wrong account (E15), somebody says by month what was really paid and what was due. The correction notice
tells which of the two it is: it asks for something in the case, or it does not.
"""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from domain.errors.checks import check_reason
from domain.errors.duties import CORRECTED
from domain.errors.ledger import MonthEntry
from domain.errors.money import Money
from domain.errors.money_refusals import BelowNothing, BroughtByCase, NoMonths, NothingDifferent
from domain.errors.notices import IN_THE_CASE, UNTIL_COMPLETED
from domain.errors.refusals import AmountOutsidePeriod, AmountTwice
from domain.kernel import Act, Event
from domain.money import Fen
from domain.periods import Month, month_of


class Comparison(Money):
    """The part of an error that takes a difference which an official reckoned."""

    class DifferenceEntered(Event):
        """An official said by month what was really paid and what was due, where no case tells it."""

        TOPIC = "error.difference_entered"

        entries: tuple[MonthEntry, ...]
        """Months as they are known now, whatever was entered for them before."""

        def apply(self, error: "Comparison") -> None:
            error.ledger = error.ledger.known(self.entries)
            error.remember(self)

    def enter_difference(self, entries: Iterable[MonthEntry], act: Act) -> None:
        """Say by month what was really paid and what was due, in fen; how it is reckoned, the act says.

        A month that was entered wrongly is entered again; one that turns out right, as paid what was due.

        Raises what `check_entering` raises, ReasonMissing, NoMonths, AmountTwice, AmountOutsidePeriod,
        BelowNothing, NothingDifferent.
        """
        self.check_entering(act)
        check_reason(act)
        ordered = sorted(entries, key=lambda entry: entry.month)
        if not ordered:
            raise NoMonths
        self._check_months([entry.month for entry in ordered], act.on)
        for entry in ordered:
            self._check_entry(entry)
        self.trigger(self.DifferenceEntered, act, entries=tuple(ordered))

    def check_entering(self, act: Act) -> None:
        """Raises NotNow, ObjectionOpen, NotAtThisStage, NotForThisRole, HadAPart, BroughtByCase."""
        notice = self.check_stage(*UNTIL_COMPLETED)
        self.check_part(CORRECTED, act)
        if self.case and (self.case_corrected or IN_THE_CASE.intersection(notice.items)):
            raise BroughtByCase(number=self.number)

    def _check_months(self, months: list[date], today: date) -> None:
        last = self.to_month or month_of(today)
        for month, times in Counter(months).items():
            if times > 1:
                raise AmountTwice(month=Month.of(month))
            if month != month_of(month) or not self.from_month <= month <= last:
                raise AmountOutsidePeriod(
                    month=Month.of(month), from_month=Month.of(self.from_month), to_month=Month.of(last)
                )

    def _check_entry(self, entry: MonthEntry) -> None:
        if min(entry.paid, entry.due) < 0:
            raise BelowNothing(month=Month.of(entry.month), amount=Fen(min(entry.paid, entry.due)))
        known = next((each for each in self.ledger.months if each.month == entry.month), None)
        if entry == known or (known is None and not entry.amount):
            raise NothingDifferent(month=Month.of(entry.month))
