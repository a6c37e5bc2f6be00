"""The pages of leads: the list, and one lead with what can be done about it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from starlette.datastructures import FormData
from starlette.responses import HTMLResponse

from audit_service.api.paging import LATEST
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.leads.columns import columns_on
from audit_service.desks.leads.commands import WHO_LOOKS, identity_in
from audit_service.desks.leads.looking import (
    Filter,
    LeadAnswer,
    LeadsAnswer,
    facts_of,
    is_open,
    listed,
    readable_lead,
    tallied,
)
from audit_service.desks.leads.readings import READINGS
from audit_service.desks.leads.words import COLOURS, lead_kind, lead_state
from audit_service.desks.moments import moments_of
from audit_service.desks.office import Office
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.who import BY_ITSELF
from audit_service.identity.identity import Identity
from audit_service.web.forms import Form
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Moment, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.leads.finding import KINDS
from domain.leads.lead import OPEN

router = APIRouter(prefix="/leads", include_in_schema=False)
place("Leads", "/leads", order=40, roles=WHO_LOOKS)

PAGE = 50
WORDS: dict[str, Any] = {
    "lead_kind": lead_kind,
    "lead_state": lead_state,
    "COLOURS": COLOURS,
}
"""What the templates write codes with."""

After = Annotated[int, Query(ge=0, lt=LATEST)]


@router.get("")
def show_leads(request: Request, office: AtOffice, identity: Reader, after: After = 0) -> HTMLResponse:
    """Show the leads in the areas of the reader, those that wait first."""
    given = request.query_params or {"state": OPEN}
    form = Form.read(Filter, FormData([*given.items()]))
    wanted = form.command()
    answer = (
        listed(office, identity, wanted, after=after, limit=PAGE)
        if wanted
        else LeadsAnswer(leads=[], next=None)
    )
    kept = {name: value for name, value in form.answers.items() if value}
    return render(
        request,
        "leads.html",
        status=200 if wanted else 422,
        block="results",
        form=form,
        found=answer,
        counts=_counts(office, identity),
        following=_address(kept | {"after": answer.next}) if answer.next else "",
        previous=_address(kept) if after else "",
        query=urlencode(kept),
        columns=columns_on(office.today()),
    )


@router.get("/{lead}")
def show_lead(
    request: Request, office: AtOffice, identity: Reader, lead: str, recorded: int = 0
) -> HTMLResponse:
    """Show a lead, what happened to it and what can be done about it."""
    found = readable_lead(office, identity, lead)
    return render(
        request,
        "lead.html",
        just_recorded=recorded,
        found=found,
        facts=facts_of(found),
        moments=_moments(office, lead),
        offers=_offers(identity, found),
        report=_report(found) if is_open(found) else "",
        trail_steps=[Step(_("Leads"), "/leads"), Step(found.case)],
        **WORDS,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    """Return how many leads wait, by kind."""
    waiting = tallied(office, identity)
    return [
        Figure(lead_kind(kind), number(waiting[kind]), _address({"kind": kind, "state": OPEN}))
        for kind in KINDS
        if kind in waiting
    ]


def _address(query: Mapping[str, object]) -> str:
    return f"/leads?{urlencode(query)}"


def _offers(identity: Identity, found: LeadAnswer) -> list[Step]:
    """Return what the reader can ask for about the lead."""
    if not is_open(found):
        return []
    entries = (COMMANDS["set_lead_aside"], COMMANDS["take_up_lead"])
    return [
        Step(_(entry.title), entry.form_at.format(lead=found.lead))
        for entry in entries
        if identity.role_for(entry.roles, [found.area])
    ]


def _report(found: LeadAnswer) -> str:
    """Return where an error is reported because of the lead, with what is known filled in."""
    known = {
        "case_number": found.case,
        "decision": found.decision,
        "from_month": found.from_month.isoformat(),
        "channel": "replay",
    }
    return f"/errors/new?{urlencode(known)}"


def _moments(office: Office, lead: str) -> list[Moment]:
    """Return what happened to the lead, the latest first; what was found stands above it already."""
    *since, first = moments_of(office, office.record.events(identity_in(lead)), READINGS)
    return [*since, replace(first, by=_(BY_ITSELF), changes=())]
