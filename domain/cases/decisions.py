"""The decision on an application, and what the authority decides while a case is in payment."""

from dataclasses import replace

from domain.cases.entitlement import Facts, Line, Uplift
from domain.cases.programmes import DECIDED
from domain.cases.state import CaseState, State
from domain.kernel import Event
from domain.periods import Timeline


class Decisions(CaseState):
    """The part of a case that the competent authority decides."""

    class Confirmed(Event):
        """The competent authority confirmed the assistance and its amount, paid from a month on."""

        TOPIC = "case.confirmed"

        monthly_amount: int
        """Fen in the first month."""
        members: int
        monthly_income: int
        """Fen, of the whole household."""
        kind: str | None
        area: str
        uplifts: tuple[Uplift, ...]
        standard: str
        """Reference of the standard applied; empty if the amount was granted."""
        arithmetic: tuple[Line, ...]
        one_off: bool

        def apply(self, case: "Decisions") -> None:
            starts = self.valid_from or self.on
            case.state = State.PAID_ONCE if self.one_off else State.IN_PAYMENT
            case.standing = case.standing.changed_from(starts, case.state)
            case.facts = Timeline(
                (
                    (
                        starts,
                        Facts(
                            area=self.area,
                            kind=self.kind,
                            members=self.members,
                            monthly_income=self.monthly_income,
                            uplifts=self.uplifts,
                            granted=self.monthly_amount,
                        ),
                    ),
                )
            )
            case.mark_done(DECIDED, self.on)

    class ApplicationRefused(Event):
        """The competent authority refused the application, with its reason in writing."""

        TOPIC = "case.application_refused"

        reason: str

        def apply(self, case: "Decisions") -> None:
            case.state = State.REFUSED
            case.standing = case.standing.changed_from(self.on, State.REFUSED)
            case.mark_done(DECIDED, self.on)

    class Adjusted(Event):
        """The amount was decided anew, from a day on."""

        TOPIC = "case.adjusted"

        monthly_before: int
        """Fen in the first month."""
        monthly_amount: int
        kind: str | None = None
        """Of standard, told by the arithmetic where the register did not say it."""

        def apply(self, case: "Decisions") -> None:
            case.facts = case.facts.corrected(
                self.valid_from or self.on,
                None,
                lambda facts: replace(facts, kind=facts.kind or self.kind, granted=self.monthly_amount),
            )

    class Suspended(Event):
        """Payment was suspended, from a day on."""

        TOPIC = "case.suspended"

        def apply(self, case: "Decisions") -> None:
            case.state = State.SUSPENDED
            case.standing = case.standing.changed_from(self.valid_from or self.on, State.SUSPENDED)

    class Resumed(Event):
        """Payment was resumed, from a day on."""

        TOPIC = "case.resumed"

        def apply(self, case: "Decisions") -> None:
            case.state = State.IN_PAYMENT
            case.standing = case.standing.changed_from(self.valid_from or self.on, State.IN_PAYMENT)

    class Terminated(Event):
        """Assistance was ended, from a day on, with its reason in writing."""

        TOPIC = "case.terminated"

        reason: str

        def apply(self, case: "Decisions") -> None:
            case.state = State.TERMINATED
            case.standing = case.standing.changed_from(self.valid_from or self.on, State.TERMINATED)
