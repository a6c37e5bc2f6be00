"""From application to the end of the public notice, and cases taken over from a register."""

from datetime import date
from uuid import UUID

from domain.cases.entitlement import AS_TAKEN_OVER, EntitledPeriod, Facts, Line, Uplift
from domain.cases.programmes import (
    ACCEPTED,
    APPLIED,
    CHECKED,
    NOTICE,
    NOTICE_ENDED,
    OPINION,
    PROGRAMMES,
    VISITED,
)
from domain.cases.state import CaseState, State
from domain.kernel import Event, Personal
from domain.money import yuan
from domain.periods import Timeline, month_of, next_month


class Application(CaseState):
    """The part of a case that leads to a decision."""

    class TakenOver(Event):
        """The case was taken over, in payment, from a register kept before this record."""

        TOPIC = "case.taken_over"

        number: str
        programme: str
        household: UUID | None
        """None in registers of persons."""
        head: UUID
        people: tuple[UUID, ...]
        area: str
        members: int
        monthly_income: int
        """Fen, of the whole household."""
        monthly_amount: int
        """Fen; of a one-off programme what was paid once."""
        paid_from: date
        register: str
        """Name of the register."""
        sheet: str
        row: int

        @property
        def source(self) -> str:
            """Where in which register the case was found."""
            return f"{self.register} · {self.sheet} · {self.row}"

        def apply(self, case: "Application") -> None:
            one_off = PROGRAMMES[self.programme].is_one_off
            starts = month_of(self.paid_from)
            case.number, case.programme_code, case.area = self.number, self.programme, self.area
            case.household, case.head, case.people = self.household, self.head, self.people
            case.state = State.PAID_ONCE if one_off else State.IN_PAYMENT
            case.standing = Timeline(((starts, case.state),))
            case.facts = Timeline(
                (
                    (
                        starts,
                        Facts(
                            area=self.area,
                            kind=None,
                            members=self.members,
                            monthly_income=self.monthly_income,
                            granted=self.monthly_amount,
                            source=self.source,
                        ),
                    ),
                )
            )
            case.entitlement = (
                EntitledPeriod(
                    starts=starts,
                    ends=next_month(starts) if one_off else None,
                    monthly_amount=self.monthly_amount,
                    standard="",
                    arithmetic=(
                        Line(AS_TAKEN_OVER, yuan(self.monthly_amount), self.monthly_amount, self.source),
                    ),
                ),
            )

    class Applied(Event):
        """A household or person applied for assistance, or was found to need it."""

        TOPIC = "case.applied"

        number: str
        programme: str
        household: UUID | None
        applicant: UUID
        people: tuple[UUID, ...]
        area: str
        channel: str
        emergency: bool = False
        """Whether relief comes first and the formalities follow."""

        def apply(self, case: "Application") -> None:
            case.number, case.programme_code, case.area = self.number, self.programme, self.area
            case.household, case.head, case.people = self.household, self.applicant, self.people
            case.emergency = self.emergency
            case.state = State.OPEN
            case.standing = Timeline(((self.on, State.OPEN),))
            case.mark_done(APPLIED, self.on)

    class SupplementRequested(Event):
        """The applicant was told, once and for all, what the application lacks."""

        TOPIC = "case.supplement_requested"

        missing: Personal

        def apply(self, case: "Application") -> None:
            case.supplement_requested = True

    class Accepted(Event):
        """The application was complete and was accepted for examination."""

        TOPIC = "case.accepted"

        def apply(self, case: "Application") -> None:
            case.mark_done(ACCEPTED, self.on)

    class MeansChecked(Event):
        """The means of the household were checked."""

        TOPIC = "case.means_checked"

        monthly_income: int
        """Fen, of the whole household; for a top-up, what other programmes pay."""
        kind: str | None
        """Of standard; None where the amount is granted."""
        members: int
        """How many members count."""
        uplifts: tuple[Uplift, ...]
        source: str
        """Who was asked: the check centre, the household's papers."""

        def apply(self, case: "Application") -> None:
            case.checked = Facts(
                area=case.area,
                kind=self.kind,
                members=self.members,
                monthly_income=self.monthly_income,
                uplifts=self.uplifts,
            )
            case.mark_done(CHECKED, self.on)

    class Visited(Event):
        """The household was visited at home."""

        TOPIC = "case.visited"

        visitors: tuple[UUID, ...]
        found: Personal

        def apply(self, case: "Application") -> None:
            case.mark_done(VISITED, self.on)

    class OpinionGiven(Event):
        """The township gave its preliminary opinion."""

        TOPIC = "case.opinion_given"

        favourable: bool
        proposed_amount: int
        """Fen a month; 0 with an unfavourable opinion."""

        def apply(self, case: "Application") -> None:
            case.opinion_givers = (*case.opinion_givers, self.by)
            case.mark_done(OPINION, self.on)

    class NoticePosted(Event):
        """The intended decision was posted for the public to object."""

        TOPIC = "case.notice_posted"

        until: date
        """The last day of the notice."""

        def apply(self, case: "Application") -> None:
            case.notice_until = self.until
            case.mark_done(NOTICE, self.on)

    class NoticeEnded(Event):
        """The public notice ended and was taken down."""

        TOPIC = "case.notice_ended"

        def apply(self, case: "Application") -> None:
            case.mark_done(NOTICE_ENDED, self.on)

    class ObjectionRaised(Event):
        """Somebody objected to the intended decision."""

        TOPIC = "case.objection_raised"

        objection: int
        """Number of the objection within the case, from 1."""
        text: Personal

        def apply(self, case: "Application") -> None:
            case.objections = self.objection
            case.open_objections = (*case.open_objections, self.objection)

    class ObjectionAnswered(Event):
        """The objection was looked into and answered; if it was right, opinion and notice are void."""

        TOPIC = "case.objection_answered"

        objection: int
        upheld: bool

        def apply(self, case: "Application") -> None:
            case.open_objections = tuple(each for each in case.open_objections if each != self.objection)
            if self.upheld:
                case.mark_undone(OPINION, NOTICE, NOTICE_ENDED)
