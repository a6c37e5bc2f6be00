"""What becomes of a lead: an error was reported because of it, or it was none."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.kin import keep_apart
from audit_service.desks.leads.words import SettlingReason
from audit_service.identity.identity import OwnRelative
from audit_service.store.errors import NotOnRecord
from domain.cases.case import Case
from domain.identities import case_id
from domain.leads.lead import Lead
from domain.refusal import Refused
from domain.roles import CASEWORKER, INSPECTOR, MANAGER
from projections.error_lists import error_numbered
from projections.kin import near

WHO_LOOKS = (CASEWORKER, MANAGER, INSPECTOR)
"""Who may look at what the service noticed."""
NOWHERE = UUID(int=0)
"""Identity of what is not on record."""


class NoSuchError(Refused):
    """An error is reported before a lead is said to have led to it."""

    CODE = "lead.no_such_error"
    SENTENCE = "No error %(error)s is on record for case %(case)s. Report it first."


class SetLeadAside(Command):
    """Set the lead aside, after you have looked and nothing is wrong."""

    reason: Annotated[SettlingReason, Field(title="Why it is no error")]


class TakeUpLead(Command):
    """Say which error was reported because of the lead, so that nobody looks at it twice."""

    error: Annotated[str, Field(title="Number of the error", min_length=1, max_length=60)]


@carries_out(SetLeadAside, title="Set the lead aside", at="/leads/{lead}/setting-aside", roles=WHO_LOOKS)
def set_lead_aside(desk: Desk, lead: str, command: SetLeadAside) -> None:
    desk.keep(lead_at(desk, lead)).set_aside(command.reason, desk.act(command))


@carries_out(TakeUpLead, title="Name the reported error", at="/leads/{lead}/error", roles=WHO_LOOKS)
def take_up_lead(desk: Desk, lead: str, command: TakeUpLead) -> None:
    found = lead_at(desk, lead)
    error = desk.ask(error_numbered, command.error)
    if error is None or error.case_number != found.case_number:
        raise NoSuchError(error=command.error, case=found.case_number)
    found.take_up(error.error_id, desk.act(command))
    desk.keep(found)


def lead_at(desk: Desk, text: str) -> Lead:
    """Return the lead, in an area of the official's.

    Raises NotOnRecord, NotYourArea, OwnRelative, StaleVersion.
    """
    found = desk.get(Lead, identity_in(text))
    desk.enter(found.area)
    if desk.official.relatives and not found.case_number:
        if not desk.ask(near, desk.official.relatives).isdisjoint((found.about, found.other)):
            raise OwnRelative
    elif desk.official.relatives:
        case = desk.get(Case, case_id(found.case_number))
        keep_apart(desk.official, case, desk.find)
    return desk.as_seen(found)


def identity_in(text: str) -> UUID:
    """Return the identity of a lead as an address has it. Raises NotOnRecord."""
    try:
        return UUID(text)
    except ValueError:
        raise NotOnRecord(NOWHERE) from None
