"""The standard is raised: every case that is paid by it is adjusted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from domain.cases.determination import Determination, determine, explaining
from domain.cases.entitlement import Difference, EntitledPeriod, Facts, differences, spliced
from domain.cases.payment_refusals import AlreadyRaised, NotInPayment, NotThisStandard
from domain.cases.state import STATES, State
from domain.kernel import Act, Event
from domain.periods import month_of
from domain.refusal import Message, Refused
from domain.standards.deadlines import ONE_DAY
from domain.standards.living_standard import ANY, LivingStandard, Standards

PASSED_OVER = (NotInPayment, NotThisStandard)
"""Cases that the new standard does not concern; they are no exceptions."""


class Raise(NamedTuple):
    """What a new standard makes of a case."""

    kind: str
    monthly_before: int
    monthly_amount: int
    periods: tuple[EntitledPeriod, ...]
    differences: tuple[Difference, ...]


class Raising(Determination):
    """The part of a case that follows the standards."""

    class StandardRaised(Event):
        """The amount was adjusted to a new standard, with that of every case paid by it."""

        TOPIC = "case.standard_raised"

        standard: str
        """Reference of the new standard."""
        kind: str
        """Of standard, told by the arithmetic where the register did not say it."""
        monthly_before: int
        """Fen in the first month, as it was determined before."""
        monthly_amount: int
        """Fen in the first month, under the new standard."""
        periods: tuple[EntitledPeriod, ...]
        """What is due from the first period's start on, instead of everything determined before."""
        differences: tuple[Difference, ...]
        """Months paid already by the standard before."""

        def apply(self, case: "Raising") -> None:
            case.kind_told = case.kind_told or self.kind
            case.entitlement = spliced(case.entitlement, self.periods)

    def raise_standard(self, standards: Standards, new: LivingStandard, act: Act) -> None:
        """Adjust the amount to a new standard. Raises what `raised` raises."""
        raised = self.raised(standards, new, act.on)
        self.trigger(
            self.StandardRaised,
            act,
            valid_from=raised.periods[0].starts,
            basis=new.reference,
            standard=new.reference,
            kind=raised.kind,
            monthly_before=raised.monthly_before,
            monthly_amount=raised.monthly_amount,
            periods=raised.periods,
            differences=raised.differences,
        )

    def raised(self, standards: Standards, new: LivingStandard, on: date) -> Raise:
        """Return what a new standard makes of the case if it is adjusted on the day. Records nothing.

        Raises NotInPayment, NotThisStandard, AlreadyRaised, UnexplainedAmount.
        """
        month = self.month_for(new.effective_from)
        if not self._is_paid_from(month):
            raise NotInPayment(number=self.number, state=Message(STATES[self.state]))
        for period in reversed(self.entitlement):
            if period.standard == new.reference:
                raise AlreadyRaised(number=self.number, reference=new.reference)
        kind = self._kind_under(standards, new, self.facts.on(month))
        periods = determine(self.programme, self.standing, self.facts, standards, month, kind)
        paid_through = month_of(on)
        differing: tuple[Difference, ...] = ()
        if paid_through >= month:
            due = spliced(self.entitlement, periods)
            differing = differences(self.entitlement, due, month, paid_through)
        return Raise(kind, self.amount_in(month), periods[0].monthly_amount, periods, differing)

    def _is_paid_from(self, month: date) -> bool:
        """Tell whether anything is paid in the month or later."""
        if self.standing.at(month) is State.IN_PAYMENT:
            return True
        return any(start > month and state is State.IN_PAYMENT for start, state in self.standing.entries)

    def _kind_under(self, standards: Standards, new: LivingStandard, facts: Facts) -> str:
        """Return the kind of standard that the case was on the day before, if that is now the new one."""
        kind = facts.kind or self.kind_told
        if new.programme == self.programme_code and facts.area in new.areas:
            if kind is None:
                eve = new.effective_from - ONE_DAY
                candidates = standards.in_force(self.programme_code, facts.area, eve)
                kind = explaining(self.programme, facts, candidates).kind
            if new.kind in {kind, ANY}:
                return kind
        raise NotThisStandard(number=self.number, reference=new.reference)


@dataclass(frozen=True)
class Exceptional:
    """A case that a new standard concerns and that cannot be adjusted to it."""

    number: str
    area: str
    refusal: Refused


@dataclass(frozen=True)
class Preview:
    """What a new standard makes of many cases."""

    adjusted: int
    already: int
    """Cases that are paid by the new standard already."""
    total_before: int
    """Fen a month, of the cases that are adjusted."""
    total_after: int
    exceptions: tuple[Exceptional, ...]


def preview(cases: Iterable[Raising], standards: Standards, new: LivingStandard, on: date) -> Preview:
    """Return what adjusting the cases on the day would come to. Records nothing."""
    adjusted = already = before = after = 0
    exceptions = []
    for case in cases:
        try:
            raised = case.raised(standards, new, on)
        except PASSED_OVER:
            continue
        except AlreadyRaised:
            already += 1
        except Refused as refusal:
            exceptions.append(Exceptional(case.number, case.area, refusal))
        else:
            adjusted += 1
            before += raised.monthly_before
            after += raised.monthly_amount
    return Preview(adjusted, already, before, after, tuple(exceptions))
