"""From application to the preliminary opinion."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.needy.register import Member, enter_people, form_household
from audit_service.desks.offers import AreaCode, Channel, HouseholdKind, ProgrammeCode, UpliftCategory
from audit_service.desks.origins import Origin, note_application
from audit_service.numbering import case_number
from audit_service.web.kinds import Fen, LongText, OnRecord
from domain.cases.application import Claim
from domain.cases.case import Case
from domain.cases.entitlement import Uplift
from domain.identities import official_id
from domain.officials.official import Official
from domain.roles import CASEWORKER, MANAGER

HANDLERS = (CASEWORKER, MANAGER)
Text = Annotated[str, LongText(), Field(min_length=2, max_length=2000)]


class ApplyForAssistance(Command):
    """Record an application: who lives together, what they apply for, and how they came."""

    programme: Annotated[ProgrammeCode, Field(title="Programme")]
    area: Annotated[AreaCode, Field(title="Area")]
    channel: Annotated[Channel, Field(title="Way of applying")]
    members: Annotated[
        tuple[Member, ...], Field(title="Member of the household", min_length=1, max_length=30)
    ]
    emergency: Annotated[bool, Field(title="Emergency: relief first, formalities later")] = False
    arose_from: Origin = ""


@carries_out(
    ApplyForAssistance,
    title="Record an application",
    at="/cases",
    form_at="/cases/new",
    shows="/cases",
    roles=HANDLERS,
)
def apply_for_assistance(desk: Desk, command: ApplyForAssistance) -> None:
    """Enter the people and their household, and open a case for them."""
    desk.enter(command.area)
    act = desk.act(command)
    people = enter_people(desk, command.members, act)
    desk.official.keep_apart_from(people)
    claim = Claim(
        number=case_number(command.programme, command.area, desk.today, desk.chance),
        programme=command.programme,
        household=form_household(desk, command.area, command.members, people, act),
        applicant=people[0],
        people=people,
        area=command.area,
        channel=command.channel,
        emergency=command.emergency,
    )
    case = desk.keep(Case.apply_for(claim, act))
    note_application(desk, command.arose_from, case.id, case.number, act)
    desk.show(f"/cases/{claim.number}")


class RequestSupplement(Command):
    """Tell the applicant, once and for all, what the application lacks."""

    missing: Annotated[Text, Field(title="What is missing")]


@carries_out(
    RequestSupplement, title="Request a supplement", at="/cases/{number}/supplement-request", roles=HANDLERS
)
def request_supplement(desk: Desk, number: str, command: RequestSupplement) -> None:
    """Record what the applicant was told."""
    desk.keep(desk.case(number)).request_supplement(command.missing, desk.act(command))


class AcceptApplication(Command):
    """Accept a complete application for examination."""


@carries_out(
    AcceptApplication, title="Accept the application", at="/cases/{number}/acceptance", roles=HANDLERS
)
def accept_application(desk: Desk, number: str, command: AcceptApplication) -> None:
    """Record that the application was complete."""
    desk.keep(desk.case(number)).accept(desk.act(command))


class UpliftedMembers(BaseModel):
    """How many members of the household are in a category that is paid more."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: Annotated[UpliftCategory, Field(title="Category")]
    members: Annotated[int, Field(title="Members", ge=0, le=50)]


class RecordMeansCheck(Command):
    """Record what the check of the household's means found."""

    monthly_income: Annotated[
        Fen, Field(title="Monthly income of the household", description="Of all members together.")
    ]
    members: Annotated[int, Field(title="Members counted", ge=1, le=50)]
    kind: Annotated[HouseholdKind | None, Field(title="Kind of standard")] = None
    uplifts: Annotated[tuple[UpliftedMembers, ...], Field(title="Category uplift", max_length=10)] = ()
    source: Annotated[
        str,
        Field(
            title="Source",
            description="Who was asked, or which papers were seen.",
            min_length=2,
            max_length=120,
        ),
    ]


@carries_out(
    RecordMeansCheck, title="Record the means check", at="/cases/{number}/means-check", roles=HANDLERS
)
def record_means_check(desk: Desk, number: str, command: RecordMeansCheck) -> None:
    """Record the means of the household."""
    desk.keep(desk.case(number)).check_means(
        desk.act(command),
        monthly_income=command.monthly_income,
        members=command.members,
        kind=command.kind,
        uplifts=tuple(Uplift(each.category, each.members) for each in command.uplifts if each.members),
        source=command.source,
    )


class RecordVisit(Command):
    """Record a visit to the household at home."""

    visitors: Annotated[
        tuple[Annotated[str, OnRecord(), Field(min_length=1, max_length=60)], ...],
        Field(
            title="Visitors",
            description="Two officials at least.",
            min_length=1,
            max_length=20,
        ),
    ]
    found: Annotated[Text, Field(title="What was found")]


@carries_out(RecordVisit, title="Record the visit", at="/cases/{number}/visit", roles=HANDLERS)
def record_visit(desk: Desk, number: str, command: RecordVisit) -> None:
    """Record who was there and what they found."""
    case = desk.keep(desk.case(number))
    visitors = tuple(desk.get(Official, official_id(login)).id for login in command.visitors)
    case.record_visit(visitors, command.found, desk.act(command))


class GiveOpinion(Command):
    """Give the township's preliminary opinion on the application."""

    favourable: Annotated[bool, Field(title="In favour of the application")]
    proposed_amount: Annotated[Fen, Field(title="Amount proposed")] = 0


@carries_out(GiveOpinion, title="Give the preliminary opinion", at="/cases/{number}/opinion", roles=HANDLERS)
def give_opinion(desk: Desk, number: str, command: GiveOpinion) -> None:
    """Record the opinion and whose it is: they will not decide."""
    desk.keep(desk.case(number)).give_opinion(
        desk.act(command), favourable=command.favourable, proposed_amount=command.proposed_amount
    )
