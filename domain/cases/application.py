"""From application to the preliminary opinion."""

from dataclasses import dataclass
from typing import Self
from uuid import UUID

from domain.areas import check_areas
from domain.cases.entitlement import Facts, Uplift
from domain.cases.fact import check_facts
from domain.cases.procedure import Procedure
from domain.cases.programmes import ACCEPTED, APPLIED, CHECKED, OPINION, STEPS, VISITED, programme_named
from domain.cases.refusals import (
    NoEmergencyInProgramme,
    StepDoneAlready,
    SupplementAlreadyRequested,
    TooFewVisitors,
)
from domain.cases.state import State
from domain.identities import case_id
from domain.kernel import Act, Event, Personal
from domain.periods import Timeline
from domain.refusal import Message

CHANNELS = {
    "window": "At the window",
    "online": "Online",
    "agent": "Through an agent",
    "discovered": "Found by the office",
}
"""How an application comes in; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What is applied for, and for whom."""

    number: str
    programme: str
    household: UUID | None = None
    """None where a person applies alone."""
    applicant: UUID
    people: tuple[UUID, ...]
    area: str
    channel: str = "window"
    emergency: bool = False
    """Whether relief comes first and the formalities follow."""


class Application(Procedure):
    """The part of a case that is examined before the public hears of it."""

    class Applied(Event):
        """A household or a person applied for assistance, or was found to need it."""

        TOPIC = "case.applied"

        number: str
        programme: str
        household: UUID | None
        applicant: UUID
        people: tuple[UUID, ...]
        area: str
        channel: str
        emergency: bool = False

        def apply(self, case: "Application") -> None:
            case.number, case.programme_code, case.area = self.number, self.programme, self.area
            case.household, case.head, case.people = self.household, self.applicant, self.people
            case.emergency = self.emergency
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

    @classmethod
    def apply_for(cls, claim: Claim, act: Act) -> Self:
        """Open a case. Raises UnknownProgramme, UnknownArea, NoEmergencyInProgramme."""
        programme = programme_named(claim.programme)
        check_areas([claim.area])
        if claim.emergency and not programme.emergency_steps:
            raise NoEmergencyInProgramme
        case = cls.blank(case_id(claim.number))
        case.trigger(cls.Applied, act, subject=claim.household or claim.applicant, **vars(claim))
        return case

    def request_supplement(self, missing: str, act: Act) -> None:
        """Tell the applicant everything that is missing.

        Raises NotOpen, StepDoneAlready, SupplementAlreadyRequested.
        """
        self.check_supplement()
        self.trigger(self.SupplementRequested, act, missing=missing)

    def accept(self, act: Act) -> None:
        """Accept the application for examination. Raises NotOpen, StepDoneAlready."""
        self.check_step(ACCEPTED)
        self.trigger(self.Accepted, act)

    def check_means(
        self,
        act: Act,
        *,
        monthly_income: int,
        members: int,
        kind: str | None = None,
        uplifts: tuple[Uplift, ...] = (),
        source: str = "",
    ) -> None:
        """Record what the check of the household's means found. `monthly_income`: fen.

        Raises what `check_step` raises, ImpossibleFacts.
        """
        self.check_step(CHECKED)
        check_facts(Facts(self.area, kind, members, monthly_income, uplifts))
        self.trigger(
            self.MeansChecked,
            act,
            monthly_income=monthly_income,
            kind=kind,
            members=members,
            uplifts=uplifts,
            source=source,
        )

    def record_visit(self, visitors: tuple[UUID, ...], found: str, act: Act) -> None:
        """Record a visit by two officials or more. Raises what `check_step` raises, TooFewVisitors."""
        self.check_step(VISITED)
        if len(set(visitors)) < len(("one", "another")):
            raise TooFewVisitors
        self.trigger(self.Visited, act, visitors=visitors, found=found)

    def give_opinion(self, act: Act, *, favourable: bool, proposed_amount: int = 0) -> None:
        """Record the preliminary opinion. `proposed_amount`: fen a month. Raises what `check_step` raises."""
        self.check_step(OPINION)
        self.trigger(self.OpinionGiven, act, favourable=favourable, proposed_amount=proposed_amount)

    def check_supplement(self) -> None:
        """Raises NotOpen, StepDoneAlready, SupplementAlreadyRequested."""
        self.check_open()
        accepted_on = self.done_on(ACCEPTED)
        if accepted_on:
            raise StepDoneAlready(step=Message(STEPS[ACCEPTED]), on=accepted_on)
        if self.supplement_requested:
            raise SupplementAlreadyRequested
