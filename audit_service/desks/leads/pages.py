"""The pages of leads: the list, and one lead with what can be done about it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import After
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.leads.columns import shown_on
from audit_service.desks.leads.commands import WHO_LOOKS, identity_in
from audit_service.desks.leads.looking import (
    Filter,
    LeadAnswer,
    facts_of,
    is_open,
    listed,
    readable_lead,
    tallied,
)
from audit_service.desks.leads.readings import READINGS
from audit_service.desks.leads.sides import SideAnswer, compared, sides_of, visits_of
from audit_service.desks.leads.theirs import told_apart
from audit_service.desks.leads.words import COLOURS, ELEMENTS, lead_kind, lead_state, outcome_name
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.moments import moments_of
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.who import BY_ITSELF
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Moment, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.identities import case_id
from domain.leads.finding import KINDS, NAMED_OTHERWISE, ONE_PERSON, TWO_HOUSEHOLDS
from domain.leads.lead import OPEN
from projections.error_lists import errors_of_case

AT = "/leads"

router = APIRouter(prefix=AT, include_in_schema=False)
place("Leads", AT, order=40, roles=WHO_LOOKS, seldom=True)

PAGE = 50
WORDS: dict[str, Any] = {
    "lead_kind": lead_kind,
    "lead_state": lead_state,
    "outcome_name": outcome_name,
    "COLOURS": COLOURS,
}
"""What the templates write codes with."""

WAYS = {
    NAMED_OTHERWISE: ("correct_name_of_lead", "confirm_two_people"),
    ONE_PERSON: ("merge_entries",),
    TWO_HOUSEHOLDS: ("leave_household",),
}
"""Commands that resolve a lead about people, by kind."""


@router.get("")
def show_leads(request: Request, office: AtOffice, identity: Reader, after: After = 0) -> HTMLResponse:
    """Show the leads in the areas of the reader, those that wait first."""
    listing = Listing[Filter, LeadAnswer](AT, narrowed_by(request, Filter, usually={"state": OPEN}))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.leads, "after", after, answer.next)
    return render(
        request,
        "leads.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=_counts(office, identity),
        columns=shown_on(office.today()),
    )


@router.get("/{lead}")
def show_lead(
    request: Request, office: AtOffice, identity: Reader, lead: str, recorded: int = 0
) -> HTMLResponse:
    """Show a lead, what happened to it and what can be done about it."""
    found = readable_lead(office, identity, lead)
    sides = sides_of(office, found)
    return render(
        request,
        "lead.html",
        just_recorded=recorded,
        found=found,
        facts=facts_of(found),
        sides=compared(sides),
        cases=dict.fromkeys(filter(None, (*(side.case for side in sides), found.case))),
        person=f"/people/{found.person}" if found.person else "",
        other=f"/people/{other}" if (other := found.other or told_apart(office, found)) else "",
        moments=_moments(office, lead),
        offers=_offers(office, identity, found, sides),
        report=_report(found) if is_open(found) and found.case else "",
        trail_steps=[Step(_("Leads"), "/leads"), Step(found.case or lead_kind(found.kind))],
        **WORDS,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    """Return how many leads wait, by kind."""
    waiting = tallied(office, identity)
    return [
        Figure(lead_kind(kind), number(waiting[kind]), address(AT, {"kind": kind, "state": OPEN}))
        for kind in KINDS
        if kind in waiting
    ]


def _offers(office: Office, identity: Identity, found: LeadAnswer, sides: Sequence[SideAnswer]) -> list[Step]:
    """Return what the reader can ask for about the lead."""
    if not is_open(found):
        return []
    known = {}
    names = ["set_lead_aside", *WAYS.get(found.kind, ())]
    if found.case:
        names.append("take_up_lead")
        known["take_up_lead"] = _reported(office, found)
    if found.kind == NAMED_OTHERWISE:
        visits = visits_of(office, sides[-1], found.person)
        told = {"cases": sides[-1].case, "visits": "\n".join(visits)}
        known["confirm_two_people"] = {name: numbers for name, numbers in told.items() if numbers}
    entries = [COMMANDS[name] for name in names]
    return [
        Step(_(entry.title), address(entry.form_at.format(lead=found.lead), known.get(entry.name, {})))
        for entry in entries
        if identity.role_for(entry.roles, [found.area])
    ]


def _reported(office: Office, found: LeadAnswer) -> dict[str, str]:
    """Return the error of the case that was reported last: most likely because of this lead."""
    with office.views.connect() as views:
        errors = errors_of_case(views, case_id(found.case))
    return {"error": errors[0].number} if errors else {}


def _report(found: LeadAnswer) -> str:
    """Return where an error is reported because of the lead, with what is known filled in."""
    known = {
        "case_number": found.case,
        "element": ELEMENTS[found.kind],
        "decision": found.decision,
        "from_month": found.from_month and found.from_month.isoformat(),
        "channel": "replay",
    }
    return address("/errors/new", known)


def _moments(office: Office, lead: str) -> list[Moment]:
    """Return what happened to the lead, the latest first; what was found stands above it already."""
    *since, first = moments_of(office, office.record.events(identity_in(lead)), READINGS)
    return [*since, replace(first, by=_(BY_ITSELF), changes=())]
