"""The pages of discipline leads: the list, and one of them with what can be done about it."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.discipline.columns import COLUMNS
from audit_service.desks.discipline.commands import AT, WHO_FOLLOWS
from audit_service.desks.discipline.looking import (
    DisciplineLeadAnswer,
    Filter,
    facts_of,
    listed,
    readable_lead,
)
from audit_service.desks.discipline.readings import READINGS
from audit_service.desks.discipline.words import COLOURS, clue_state
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.moments import moments_of
from audit_service.desks.reader import AtOffice, Reader
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from domain.identities import discipline_lead_id
from domain.inspections.discipline_lead import FOLLOWED, OPEN

router = APIRouter(prefix=AT, include_in_schema=False)
place("Discipline leads", AT, order=76, roles=WHO_FOLLOWS)

PAGE = 50
WAYS = ("follow_up_discipline_lead", "refer_discipline_lead", "set_discipline_lead_aside")
"""Commands about a discipline lead that is not settled."""


@router.get("")
def show_discipline_leads(
    request: Request, office: AtOffice, identity: Reader, before: Before = None
) -> HTMLResponse:
    """Show the discipline leads that the reader may see, the latest first."""
    listing = Listing[Filter, DisciplineLeadAnswer](AT, narrowed_by(request, Filter))
    answer = listed(office, identity, listing.wanted or Filter(), before=before, limit=PAGE)
    if listing.wanted:
        listing.show(answer.leads, "before", before, answer.next)
    return render(
        request,
        "discipline_leads.html",
        status=listing.status,
        block="results",
        listing=listing,
        columns=COLUMNS,
        record=Step(_(COMMANDS["record_discipline_lead"].title), f"{AT}/new"),
    )


@router.get("/{discipline_lead}")
def show_discipline_lead(
    request: Request, office: AtOffice, identity: Reader, discipline_lead: str, recorded: int = 0
) -> HTMLResponse:
    """Show a discipline lead, what happened to it and what can be done about it."""
    found = readable_lead(office, identity, discipline_lead)
    return render(
        request,
        "discipline_lead.html",
        just_recorded=recorded,
        found=found,
        facts=facts_of(found),
        moments=moments_of(office, office.record.events(discipline_lead_id(found.number)), READINGS),
        offers=_offers(found),
        trail_steps=[Step(_("Discipline leads"), AT), Step(found.number)],
        **WORDS,
    )


WORDS: dict[str, Any] = {"clue_state": clue_state, "COLOURS": COLOURS}
"""What the templates write codes with."""


def _offers(found: DisciplineLeadAnswer) -> list[Step]:
    if found.state not in {OPEN, FOLLOWED}:
        return []
    entries = [COMMANDS[name] for name in WAYS]
    return [Step(_(entry.title), entry.form_at.format(discipline_lead=found.number)) for entry in entries]
