"""The decision on an application."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from domain.cases.determination import Determination, Due, due_on
from domain.cases.entitlement import Facts, Line, Uplift
from domain.cases.payment_refusals import (
    AmountFollowsFacts,
    AmountMissing,
    KindMissing,
    NotBelowStandard,
    PaidTooEarly,
)
from domain.cases.procedure import Procedure
from domain.cases.programmes import APPLIED, DECIDED, PROGRAMMES
from domain.cases.reasons import REFUSALS, check_known, check_reason
from domain.cases.refusals import ProgrammesExclude
from domain.cases.state import State
from domain.kernel import Act, Event
from domain.money import Fen
from domain.periods import Timeline, first_month_from, month_of, next_month
from domain.standards.living_standard import Standards


class Decision(Procedure, Determination):
    """The part of a case in which the competent authority decides."""

    class Confirmed(Event):
        """The competent authority confirmed the assistance and its amount, paid from a month on."""

        TOPIC = "case.confirmed"

        monthly_amount: int
        """Fen in the first month; of a one-off programme what is paid once."""
        members: int
        monthly_income: int
        """Fen, of the whole household."""
        kind: str | None
        """Of standard; None if the amount was granted."""
        area: str
        uplifts: tuple[Uplift, ...]
        standard: str
        """Reference of the standard applied; empty if the amount was granted."""
        arithmetic: tuple[Line, ...]
        one_off: bool

        def apply(self, case: "Decision") -> None:
            starts = self.valid_from or self.on
            case.state = State.PAID_ONCE if self.one_off else State.IN_PAYMENT
            facts = Facts(
                area=self.area,
                kind=self.kind,
                members=self.members,
                monthly_income=self.monthly_income,
                uplifts=self.uplifts,
                granted=0 if self.kind else self.monthly_amount,
                source=self.basis,
            )
            case.facts = Timeline(((min(case.began, starts), facts),))
            case.standing = case.standing.changed_from(starts, case.state)
            case.mark_done(DECIDED, self.on)

    class ApplicationRefused(Event):
        """The competent authority refused the application, with its reason in writing."""

        TOPIC = "case.application_refused"

        reason: str

        def apply(self, case: "Decision") -> None:
            case.state = State.REFUSED
            case.standing = case.standing.changed_from(self.on, State.REFUSED)
            case.mark_done(DECIDED, self.on)

    def confirm(
        self,
        standards: Standards,
        act: Act,
        *,
        valid_from: date | None = None,
        granted: int | None = None,
        beside: Iterable[str] = (),
    ) -> None:
        """Confirm the assistance, paid from the month after unless another day is given.

        `granted`: fen, where the programme pays what the authority grants. `beside`: the other
        programmes that the household or its people are in.

        Raises what `check_confirmation` raises, ProgrammesExclude, PaidTooEarly, KindMissing,
        AmountMissing, AmountFollowsFacts, NotBelowStandard, NoStandard.
        """
        self.check_confirmation(act)
        self._check_beside(beside)
        starts = self._first_month_paid(act.on, valid_from)
        facts = replace(self._facts_confirmed(granted), source=act.basis)
        due = self._confirmed_due(facts, standards, starts)
        self.decide(
            self.Confirmed,
            standards,
            act,
            valid_from=starts,
            monthly_amount=due.amount,
            members=facts.members,
            monthly_income=facts.monthly_income,
            kind=facts.kind,
            area=facts.area,
            uplifts=facts.uplifts,
            standard=due.standard,
            arithmetic=due.lines,
            one_off=self.programme.is_one_off,
        )

    def refuse(self, reason: str, act: Act) -> None:
        """Refuse the application, for a reason of REFUSALS and on grounds told to the family.

        Raises what `check_refusal` raises, ReasonMissing, LearnedLater, UnknownReason.
        """
        self.check_refusal(act)
        check_reason(act)
        check_known(reason, REFUSALS)
        self.trigger(self.ApplicationRefused, act, reason=reason)

    def _check_beside(self, beside: Iterable[str]) -> None:
        for code in beside:
            if code in self.programme.excludes:
                raise ProgrammesExclude(programme=self.programme, other=PROGRAMMES[code])

    def _first_month_paid(self, on: date, valid_from: date | None) -> date:
        if self.programme.is_one_off:
            starts = month_of(valid_from or on)
        else:
            starts = first_month_from(valid_from) if valid_from else next_month(on)
        applied = self.done_on(APPLIED) or on
        if starts < month_of(applied):
            raise PaidTooEarly(applied=applied)
        return starts

    def _facts_confirmed(self, granted: int | None) -> Facts:
        checked = self.checked or Facts(self.area, None, members=len(self.people), monthly_income=0)
        if self.programme.is_computed:
            if granted is not None:
                raise AmountFollowsFacts
            if checked.kind is None:
                raise KindMissing
            return checked
        if granted is None or granted <= 0:
            raise AmountMissing
        return replace(checked, kind=None, granted=granted)

    def _confirmed_due(self, facts: Facts, standards: Standards, starts: date) -> Due:
        due = due_on(self.programme, facts, standards, starts)
        if not due.amount:
            standard = standards.named(due.standard)
            raise NotBelowStandard(
                income=Fen(facts.monthly_income), members=facts.members, standard=Fen(standard.monthly_amount)
            )
        return due
