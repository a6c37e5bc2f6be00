"""Recording what may be a breach of discipline, following it up and settling it."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.discipline.words import ClueSource, SettingAside
from audit_service.desks.offers import AreaCode
from audit_service.numbering import discipline_number
from audit_service.store.errors import NotOnRecord
from audit_service.web.kinds import LongText
from domain.identities import discipline_lead_id, official_id
from domain.inspections.discipline_lead import Clue, DisciplineLead
from domain.officials.official import Official
from domain.roles import INSPECTOR

WHO_FOLLOWS = (INSPECTOR,)
"""To everybody else there are no discipline leads."""

AT = "/discipline-leads"


class RecordDisciplineLead(Command):
    """Record what may be a breach of discipline. Only inspectors whom it does not concern can see it."""

    area: Annotated[AreaCode, Field(title="Area")]
    source: Annotated[ClueSource, Field(title="What it came from")]
    officials: Annotated[
        tuple[Annotated[str, Field(min_length=1, max_length=100)], ...],
        Field(title="Officials concerned, by login", min_length=1, max_length=20),
    ]
    text: Annotated[
        str, LongText(), Field(title="What is said to have happened", min_length=2, max_length=4000)
    ]
    case: Annotated[str, Field(title="Number of the case", max_length=60)] = ""


@carries_out(
    RecordDisciplineLead,
    title="Record a discipline lead",
    at=AT,
    form_at=f"{AT}/new",
    shows=AT,
    roles=WHO_FOLLOWS,
    concealed=True,
)
def record_discipline_lead(desk: Desk, command: RecordDisciplineLead) -> None:
    """Record the clue under a number of its area and year."""
    desk.enter(command.area)
    case = desk.case(command.case) if command.case else None
    clue = Clue(
        number=discipline_number(command.area, desk.today, desk.chance),
        area=command.area,
        source=command.source,
        officials=tuple(desk.get(Official, official_id(login)).id for login in command.officials),
        text=command.text,
        case=case.id if case else None,
        case_number=case.number if case else "",
    )
    desk.keep(DisciplineLead.record(clue, desk.act(command)))
    desk.show(f"{AT}/{clue.number}")


class FollowUpDisciplineLead(Command):
    """Say what looking into the discipline lead found."""

    found: Annotated[str, LongText(), Field(title="What was found", min_length=2, max_length=4000)]


@carries_out(
    FollowUpDisciplineLead,
    title="Note what was found",
    at=f"{AT}/{{discipline_lead}}/follow-up",
    roles=WHO_FOLLOWS,
    concealed=True,
)
def follow_up_discipline_lead(desk: Desk, discipline_lead: str, command: FollowUpDisciplineLead) -> None:
    _lead(desk, discipline_lead).follow_up(command.found, desk.act(command))


class ReferDisciplineLead(Command):
    """Hand the discipline lead to who is competent for it."""

    to_whom: Annotated[str, Field(title="To whom", min_length=2, max_length=400)]


@carries_out(
    ReferDisciplineLead,
    title="Refer it",
    at=f"{AT}/{{discipline_lead}}/referral",
    roles=WHO_FOLLOWS,
    concealed=True,
)
def refer_discipline_lead(desk: Desk, discipline_lead: str, command: ReferDisciplineLead) -> None:
    _lead(desk, discipline_lead).refer(command.to_whom, desk.act(command))


class SetDisciplineLeadAside(Command):
    """Set the discipline lead aside, with a reason."""

    reason: Annotated[SettingAside, Field(title="Why")]


@carries_out(
    SetDisciplineLeadAside,
    title="Set the discipline lead aside",
    at=f"{AT}/{{discipline_lead}}/setting-aside",
    roles=WHO_FOLLOWS,
    concealed=True,
)
def set_discipline_lead_aside(desk: Desk, discipline_lead: str, command: SetDisciplineLeadAside) -> None:
    _lead(desk, discipline_lead).set_aside(command.reason, desk.act(command))


def _lead(desk: Desk, number: str) -> DisciplineLead:
    """Return the discipline lead. To whom it concerns, and in another area, there is none.

    Raises NotOnRecord, StaleVersion.
    """
    lead = desk.get(DisciplineLead, discipline_lead_id(number))
    desk.enter(lead.area)
    if desk.official.official in lead.officials:
        raise NotOnRecord(lead.id)
    return desk.keep(desk.as_seen(lead))
