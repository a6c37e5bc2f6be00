"""Opening what is masked of a person."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.needy.cards import places_of
from audit_service.desks.needy.words import Purpose
from audit_service.desks.watching_inspectors import check_names_shown
from audit_service.identity.identity import NotYourArea
from audit_service.store.errors import NotOnRecord
from domain.needy.person import Person
from domain.roles import CASEWORKER, INSPECTOR, MANAGER

WHO_OPENS = (CASEWORKER, MANAGER, INSPECTOR)
"""Who may open what is masked; who stands at a window sees the card itself."""

NOBODY = UUID(int=0)
"""Identity of who is not on record."""


class OpenParticulars(Command):
    """See the whole id number, telephone number and address until the end of the day. It is recorded."""

    purpose: Annotated[Purpose, Field(title="What for")]


@carries_out(
    OpenParticulars, title="Open number and contact", at="/people/{person}/openings", roles=WHO_OPENS
)
def open_particulars(desk: Desk, person: str, command: OpenParticulars) -> None:
    """Record that the whole number was opened. Raises NamesHidden: nothing tells better who somebody is."""
    found = person_at(desk, person)
    desk.look_through(check_names_shown, desk.official)
    found.open(desk.act(command), purpose=command.purpose)
    desk.keep(found)


def person_at(desk: Desk, text: str) -> Person:
    """Return the person, in one of whose areas the official holds one of the command's roles.

    Raises NotOnRecord, NotYourArea, NotYourRole, OwnRelative, StaleVersion.
    """
    found = desk.person(identity_in(text))
    areas = desk.ask(places_of, [found.id])[found.id].areas
    own = [area for area in sorted(areas) if desk.official.role_for(desk.asked.entry.roles, [area])]
    if areas and not own:
        desk.enter()
        raise NotYourArea.but(areas)
    desk.enter(*own[:1])
    return desk.as_seen(found)


def identity_in(text: str) -> UUID:
    """Return the identity of a person as an address has it. Raises NotOnRecord."""
    try:
        return UUID(text)
    except ValueError:
        raise NotOnRecord(NOBODY) from None
