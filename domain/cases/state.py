"""What a case knows of itself, and how it is read on any day."""

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.cases.entitlement import EntitledPeriod, Facts, period_of
from domain.cases.programmes import PROGRAMMES, Programme, Steps
from domain.kernel import Aggregate
from domain.periods import Timeline, month_of


class State(StrEnum):
    """Where a case stands."""

    OPEN = "open"
    IN_PAYMENT = "in payment"
    PAID_ONCE = "paid once"
    SUSPENDED = "suspended"
    TERMINATED = "terminated"
    REFUSED = "refused"


STATES = {
    State.OPEN: "Open",
    State.IN_PAYMENT: "In payment",
    State.PAID_ONCE: "Paid once",
    State.SUSPENDED: "Suspended",
    State.TERMINATED: "Terminated",
    State.REFUSED: "Refused",
}
"""Titles by state; messages to translate."""


@dataclass(frozen=True, slots=True)
class StepDone:
    """A step of the procedure, and the day it was done."""

    step: str
    on: date


@dataclass(frozen=True, slots=True)
class OnDay:
    """A case as it was, valid on a day."""

    day: date
    state: State | None
    """None before the application."""
    facts: Facts | None
    """None before the application, and until it was decided on favourably."""
    period: EntitledPeriod | None
    """What was due in the month of the day; None if nothing was ever determined for it."""

    @property
    def monthly_amount(self) -> int:
        """Fen due in the month of the day."""
        return self.period.monthly_amount if self.period else 0


class CaseState(Aggregate):
    """The part of a case that all its events assign to."""

    number: str = ""
    programme_code: str = ""
    household: UUID | None = None
    head: UUID | None = None
    """Who applied, or heads the household that was taken over."""
    people: tuple[UUID, ...] = ()
    area: str = ""
    emergency: bool = False
    state: State = State.OPEN
    """As it stands after everything that was recorded."""
    steps_done: tuple[StepDone, ...] = ()
    supplement_requested: bool = False
    checked: Facts | None = None
    """What the means check found."""
    opinion_givers: tuple[UUID, ...] = ()
    notice_until: date | None = None
    objections: int = 0
    """How many were raised."""
    open_objections: tuple[int, ...] = ()
    standing: Timeline[State] = Timeline()
    """The state by the day it is valid from."""
    facts: Timeline[Facts] = Timeline()
    kind_told: str | None = None
    """The kind of standard that the arithmetic told, where a register did not say it."""
    entitlement: tuple[EntitledPeriod, ...] = ()
    """What is due, as last determined, without gap or overlap."""

    @property
    def subject(self) -> UUID:
        """The household's key seals what is written about a case, or the person's who has none."""
        return self.household or self.head or self.id

    @property
    def programme(self) -> Programme:
        """The programme that the case is about."""
        return PROGRAMMES[self.programme_code]

    @property
    def steps(self) -> Steps:
        """The steps of the case's procedure, each with those that come before it."""
        return self.programme.steps_of(emergency=self.emergency)

    @property
    def began(self) -> date:
        """The day of the application, or the first month that a register knows of."""
        return self.standing.entries[0][0]

    def done_on(self, step: str) -> date | None:
        """Return the day that the step was last done; None if it was not."""
        return next((done.on for done in self.steps_done if done.step == step), None)

    def at(self, day: date) -> OnDay:
        """Return the case as it was, valid on the day."""
        facts = self.facts.at(day)
        if facts and self.kind_told:
            facts = replace(facts, kind=facts.kind or self.kind_told)
        return OnDay(
            day=day,
            state=self.standing.at(day),
            facts=facts,
            period=period_of(self.entitlement, month_of(day)),
        )

    def amount_in(self, month: date) -> int:
        """Return the fen due in the month."""
        period = period_of(self.entitlement, month)
        return period.monthly_amount if period else 0

    def mark_done(self, step: str, on: date) -> None:
        """Assign that a step was done; a step done again counts from the later day."""
        others = tuple(done for done in self.steps_done if done.step != step)
        self.steps_done = (*others, StepDone(step, on))

    def mark_undone(self, *steps: str) -> None:
        """Assign that steps have to be done again."""
        self.steps_done = tuple(done for done in self.steps_done if done.step not in steps)
