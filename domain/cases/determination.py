"""What is due, month by month, as it follows from facts, standards and decisions."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from domain.cases import arithmetic
from domain.cases.entitlement import (
    SUSPENDED,
    TERMINATED,
    Difference,
    EntitledPeriod,
    Facts,
    Line,
    differences,
    spliced,
)
from domain.cases.payment_refusals import UnexplainedAmount
from domain.cases.programmes import Programme
from domain.cases.state import CaseState, State
from domain.kernel import Act, Event
from domain.money import Fen, yuan
from domain.periods import Timeline, first_month_from, month_of, next_month
from domain.standards.living_standard import LivingStandard, Standards

NOT_PAID = {State.SUSPENDED: SUSPENDED, State.TERMINATED: TERMINATED}


class Due(NamedTuple):
    """What is due in a month."""

    amount: int
    standard: str
    lines: tuple[Line, ...]


def due_on(
    programme: Programme, facts: Facts, standards: Standards, month: date, told: str | None = None
) -> Due:
    """Return what is due in a month that is paid, with the kind told where none is on record.

    An amount that was taken over stands as it is until the kind of its standard is known.
    Raises NoStandard.
    """
    kind = facts.kind or told
    if kind is None:
        return Due(facts.granted, "", (arithmetic.granted_line(facts),))
    standard = standards.applying(programme.code, facts.area, kind, month)
    reckoning = arithmetic.reckon(programme.amount_rule, facts, standard)
    lines = arithmetic.lines(programme.amount_rule, facts, standard, reckoning)
    return Due(reckoning.amount, standard.reference, lines)


def determine(
    programme: Programme,
    standing: Timeline[State],
    facts: Timeline[Facts],
    standards: Standards,
    starts: date,
    told: str | None = None,
) -> tuple[EntitledPeriod, ...]:
    """Return what is due from a month on, with the kind told where none is on record.

    Facts, standards and decisions count for a month as they are on its first day. Raises NoStandard.
    """
    if programme.is_one_off:
        due = due_on(programme, facts.on(starts), standards, starts, told)
        return (EntitledPeriod(starts, next_month(starts), *due),)
    days = facts.days_after(starts) + standing.days_after(starts)
    days += standards.days_after(programme.code, starts)
    months = [starts, *sorted({first_month_from(day) for day in days})] if days else [starts]
    periods: list[EntitledPeriod] = []
    for month in months:
        state = standing.on(month)
        if state is State.IN_PAYMENT:
            due = due_on(programme, facts.on(month), standards, month, told)
        else:
            due = Due(0, "", (Line(NOT_PAID[state], yuan(0), 0, ""),))
        if periods and due == Due(periods[-1].monthly_amount, periods[-1].standard, periods[-1].arithmetic):
            continue
        if periods:
            periods[-1] = periods[-1].ending(month)
        periods.append(EntitledPeriod(month, None, *due))
    return tuple(periods)


def explaining(programme: Programme, facts: Facts, candidates: Iterable[LivingStandard]) -> LivingStandard:
    """Return the standard whose arithmetic gives the amount taken over. Raises UnexplainedAmount.

    The register does not say which standard a household is on; nothing is guessed.
    """
    rule, granted = programme.amount_rule, facts.granted
    found = [each for each in candidates if arithmetic.reckon(rule, facts, each).amount == granted]
    if not found or any(each.kind != found[0].kind for each in found):
        raise UnexplainedAmount(
            amount=Fen(facts.granted), members=facts.members, income=Fen(facts.monthly_income)
        )
    return found[-1]


class Determination(CaseState):
    """The part of a case that says what is due."""

    class Determined(Event):
        """What is due was determined anew, month by month, and compared with what was paid."""

        TOPIC = "case.determined"

        monthly_before: int
        """Fen in the first month, as it was determined before."""
        monthly_amount: int
        """Fen in the first month, as it is determined now."""
        periods: tuple[EntitledPeriod, ...]
        """What is due from the first period's start on, instead of everything determined before."""
        differences: tuple[Difference, ...]
        """Months paid already that were paid otherwise than is due now."""

        def apply(self, case: "Determination") -> None:
            case.entitlement = spliced(case.entitlement, self.periods)

    def month_for(self, day: date) -> date:
        """Return the first month whose amount something that is true from the day on counts for."""
        month = first_month_from(day)
        if not self.entitlement:
            return month
        first = self.entitlement[0].starts
        return first if self.programme.is_one_off else max(month, first)

    def decide(
        self, event: type[Event], standards: Standards, act: Act, *, valid_from: date, **facts: Any
    ) -> None:
        """Let the event happen and determine what is due from its day on; neither if a rule refuses.

        Months are paid as determined first, through the month of the act. Raises NoStandard.
        """
        with self.all_or_nothing():
            self.trigger(event, act, valid_from=valid_from, **facts)
            starts = self.month_for(valid_from)
            periods = determine(self.programme, self.standing, self.facts, standards, starts, self.kind_told)
            paid = self.entitlement or periods
            due = spliced(self.entitlement, periods)
            self.trigger(
                self.Determined,
                act,
                valid_from=starts,
                because="",
                basis=periods[0].standard,
                monthly_before=self.amount_in(starts),
                monthly_amount=periods[0].monthly_amount,
                periods=periods,
                differences=differences(paid, due, starts, month_of(act.on)),
            )

    def tell_kind(self, standards: Standards, valid_from: date, revised: Facts | None = None) -> str | None:
        """Return the kind of standard that the arithmetic tells, by the facts on the day.

        None if the kind is known already, or no standard is applied. The facts as they are now `revised`
        may explain the amount where those on record do not. Raises UnexplainedAmount.
        """
        month = self.month_for(valid_from)
        facts = self.facts.on(month)
        if facts.kind or self.kind_told or not self.programme.is_computed:
            return None
        candidates = standards.until(self.programme.code, facts.area, month)
        try:
            return explaining(self.programme, facts, candidates).kind
        except UnexplainedAmount:
            if revised is None:
                raise
            return explaining(self.programme, revised, candidates).kind
