"""What the authority decides while a case is in payment: adjusted, suspended, resumed, ended."""

from dataclasses import replace
from datetime import date

from domain.cases.determination import Determination, due_on
from domain.cases.entitlement import Facts
from domain.cases.payment_refusals import (
    AmountFollowsFacts,
    AmountMissing,
    BeforeCase,
    DecidedSince,
    NothingDifferent,
)
from domain.cases.procedure import Procedure
from domain.cases.reasons import TERMINATIONS, check_known, check_reason
from domain.cases.state import State
from domain.kernel import Act, Event
from domain.standards.living_standard import Standards

ONGOING = (State.IN_PAYMENT, State.SUSPENDED)


class Payment(Procedure, Determination):
    """The part of a case that is paid every month."""

    class Adjusted(Event):
        """The amount was decided anew, from a day on."""

        TOPIC = "case.adjusted"

        monthly_before: int
        """Fen in the first month."""
        monthly_amount: int
        kind: str | None = None
        """Of standard, told by the arithmetic where the register did not say it."""
        granted: bool = False
        """Whether the amount is what the authority grants, not what a standard gives."""

        def apply(self, case: "Payment") -> None:
            case.kind_told = self.kind or case.kind_told
            if self.granted:
                case.facts = case.facts.corrected(self.valid_from or self.on, None, self.revise)

        def revise(self, facts: Facts) -> Facts:
            """Return the facts with what the authority grants now."""
            return replace(facts, granted=self.monthly_amount, taken_over=False, source=self.basis)

    class Suspended(Event):
        """Payment was suspended, from a day on."""

        TOPIC = "case.suspended"

        def apply(self, case: "Payment") -> None:
            case.state = State.SUSPENDED
            case.standing = case.standing.changed_from(self.valid_from or self.on, State.SUSPENDED)

    class Resumed(Event):
        """Payment was resumed, from a day on."""

        TOPIC = "case.resumed"

        def apply(self, case: "Payment") -> None:
            case.state = State.IN_PAYMENT
            case.standing = case.standing.changed_from(self.valid_from or self.on, State.IN_PAYMENT)

    class Terminated(Event):
        """Assistance was ended, from a day on, with its reason in writing."""

        TOPIC = "case.terminated"

        reason: str

        def apply(self, case: "Payment") -> None:
            case.state = State.TERMINATED
            case.standing = case.standing.changed_from(self.valid_from or self.on, State.TERMINATED)

    def adjust(self, standards: Standards, act: Act, *, valid_from: date, granted: int | None = None) -> None:
        """Decide the amount anew from a day on: what is granted, in fen, or what the standards give.

        Raises NotInPayment, ReasonMissing, LearnedLater, BeforeCase, AmountFollowsFacts,
        AmountMissing, NothingDifferent, UnexplainedAmount, NoStandard.
        """
        self.check_adjustment()
        check_reason(act)
        self.check_within(valid_from)
        month = self.month_for(valid_from)
        kind, amount = self._adjusted(standards, valid_from, month, granted)
        if amount == self.amount_in(month):
            raise NothingDifferent
        self.decide(
            self.Adjusted,
            standards,
            act,
            valid_from=valid_from,
            monthly_before=self.amount_in(month),
            monthly_amount=amount,
            kind=kind,
            granted=granted is not None,
        )

    def suspend(self, standards: Standards, act: Act, *, valid_from: date) -> None:
        """Pay nothing from a day on. Raises NotInPayment, ReasonMissing, LearnedLater, DecidedSince."""
        self.check_suspension()
        check_reason(act)
        self._check_nothing_since(valid_from)
        self.decide(self.Suspended, standards, act, valid_from=valid_from)

    def resume(self, standards: Standards, act: Act, *, valid_from: date) -> None:
        """Pay again from a day on; from the day of the suspension, as if it had not been.

        Raises NotInPayment, ReasonMissing, LearnedLater, DecidedSince, NoStandard.
        """
        self.check_resumption()
        check_reason(act)
        self._check_nothing_since(valid_from)
        self.decide(self.Resumed, standards, act, valid_from=valid_from)

    def terminate(self, standards: Standards, reason: str, act: Act, *, valid_from: date) -> None:
        """End the assistance from a day on, for a reason of TERMINATIONS.

        What was decided for a later time falls away. Raises NotInPayment, ReasonMissing, LearnedLater,
        UnknownReason, BeforeCase.
        """
        self.check_termination()
        check_reason(act)
        check_known(reason, TERMINATIONS)
        self.check_within(valid_from)
        self.decide(self.Terminated, standards, act, valid_from=valid_from, reason=reason)

    def check_adjustment(self) -> None:
        """Raises NotInPayment."""
        self.check_state(State.IN_PAYMENT)

    def check_suspension(self) -> None:
        """Raises NotInPayment."""
        self.check_state(State.IN_PAYMENT)

    def check_resumption(self) -> None:
        """Raises NotInPayment."""
        self.check_state(State.SUSPENDED)

    def check_termination(self) -> None:
        """Raises NotInPayment."""
        self.check_state(*ONGOING)

    def check_within(self, day: date) -> None:
        """Raises BeforeCase."""
        if day < self.began:
            raise BeforeCase(began=self.began)

    def _check_nothing_since(self, day: date) -> None:
        since = self.standing.entries[-1][0]
        if day < since:
            raise DecidedSince(since=since)

    def _adjusted(
        self, standards: Standards, valid_from: date, month: date, granted: int | None
    ) -> tuple[str | None, int]:
        if not self.programme.is_computed:
            if not granted or granted < 0:
                raise AmountMissing
            return None, granted
        if granted is not None:
            raise AmountFollowsFacts
        kind = self.tell_kind(standards, valid_from)
        due = due_on(self.programme, self.facts.on(month), standards, month, kind or self.kind_told)
        return kind, due.amount
