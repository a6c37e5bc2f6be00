"""Cases that were in payment before this record began."""

from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from domain.areas import check_areas
from domain.cases.arithmetic import granted_line
from domain.cases.entitlement import EntitledPeriod, Facts
from domain.cases.fact import check_facts
from domain.cases.particulars import Particular
from domain.cases.programmes import PROGRAMMES, programme_named
from domain.cases.state import CaseState, State
from domain.identities import case_id
from domain.kernel import Act, Event, Personal
from domain.periods import Timeline, month_of, next_month


@dataclass(frozen=True, kw_only=True)
class RegisterEntry:
    """A case as a register has it."""

    number: str
    programme: str
    household: UUID | None = None
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
    sheet: str = ""
    row: int = 0
    particulars: tuple[Particular, ...] = ()
    told: str = ""
    """What else the register says of the case, in its own words."""
    guardian: str = ""
    guardian_phone: str = ""


class Takeover(CaseState):
    """The part of a case that a register tells."""

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
        particulars: tuple[Particular, ...] = ()
        """What the register says beside the amount."""
        told: Personal = ""
        """What else it says, in its own words."""
        guardian: Personal = ""
        """Of a child: name of the guardian."""
        guardian_phone: Personal = ""

        @property
        def facts(self) -> Facts:
            """What the register says about the amount; the kind of standard it does not say."""
            return Facts(
                area=self.area,
                kind=None,
                members=self.members,
                monthly_income=self.monthly_income,
                granted=self.monthly_amount,
                taken_over=True,
                source=f"{self.register} · {self.sheet} · {self.row}",
            )

        @property
        def entitlement(self) -> tuple[EntitledPeriod, ...]:
            """What is due as the register says."""
            starts = month_of(self.paid_from)
            ends = next_month(starts) if PROGRAMMES[self.programme].is_one_off else None
            return (EntitledPeriod(starts, ends, self.monthly_amount, "", (granted_line(self.facts),)),)

        def apply(self, case: "Takeover") -> None:
            case.is_withdrawn = False
            one_off = PROGRAMMES[self.programme].is_one_off
            starts = month_of(self.paid_from)
            case.number, case.programme_code, case.area = self.number, self.programme, self.area
            case.household, case.head, case.people = self.household, self.head, self.people
            case.state = State.PAID_ONCE if one_off else State.IN_PAYMENT
            case.standing = Timeline(((starts, case.state),))
            case.facts = Timeline(((starts, self.facts),))
            case.entitlement = self.entitlement

    class TakeoverWithdrawn(Event):
        """The takeover of the case was taken back, as the import it came with was."""

        TOPIC = "case.takeover_withdrawn"

        number: str
        people: tuple[UUID, ...]
        paid_from: date
        """From which on nothing is due any more."""

        def apply(self, case: "Takeover") -> None:
            case.mark_withdrawn()

    @classmethod
    def take_over(cls, entry: RegisterEntry, act: Act, *, withdrawn: Self | None = None) -> Self:
        """Take a case over as a register has it; one that was `withdrawn` goes on with its history.

        Raises UnknownProgramme, UnknownArea, ImpossibleFacts.
        """
        programme_named(entry.programme)
        check_areas([entry.area])
        case = withdrawn or cls.blank(case_id(entry.number))
        with case.all_or_nothing():
            subject = entry.household or entry.head
            case.trigger(cls.TakenOver, act, valid_from=entry.paid_from, subject=subject, **vars(entry))
            check_facts(case.facts.on(entry.paid_from))
        return case

    def withdraw_takeover(self, act: Act) -> None:
        """Take the takeover back. That nothing was decided since is for the caller to see."""
        starts = self.entitlement[0].starts
        self.trigger(self.TakeoverWithdrawn, act, number=self.number, people=self.people, paid_from=starts)
