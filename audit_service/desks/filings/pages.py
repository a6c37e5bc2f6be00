"""The pages of prior filings: the list, and one of them."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.filings.columns import COLUMNS
from audit_service.desks.filings.commands import WHO_FILES, WHO_READS
from audit_service.desks.filings.looking import (
    FilingAnswer,
    Filter,
    counted,
    facts_of,
    listed,
    readable_filing,
)
from audit_service.desks.filings.next_steps import offers
from audit_service.desks.filings.readings import READINGS
from audit_service.desks.filings.words import COLOURS, filing_state
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.moments import moments_of
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.tolerance.prior_filing import FILED

AT = "/filings"

router = APIRouter(prefix=AT, include_in_schema=False)
place("Prior filings", AT, order=35, roles=WHO_READS, seldom=True)

PAGE = 50
WORDS: dict[str, Any] = {"filing_state": filing_state, "COLOURS": COLOURS}
"""What the templates write codes with."""


@router.get("")
def show_filings(request: Request, office: AtOffice, identity: Reader, before: Before = None) -> HTMLResponse:
    """Show what units are going to try, try and have tried, in the areas of the reader."""
    listing = Listing[Filter, FilingAnswer](AT, narrowed_by(request, Filter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, before=before, limit=PAGE)
        listing.show(answer.filings, "before", before, answer.next)
    return render(
        request,
        "filings.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=_counts(office, identity),
        columns=COLUMNS,
        file_at=COMMANDS["file_measure"].form_at if identity.holds_any(WHO_FILES) else "",
    )


@router.get("/{filing}")
def show_filing(
    request: Request, office: AtOffice, identity: Reader, filing: str, recorded: int = 0
) -> HTMLResponse:
    """Show a filing: what is tried, its limits, what happened, and what can be done."""
    found = readable_filing(office, identity, filing)
    offered = offers(office, identity, found)
    return render(
        request,
        "filing.html",
        just_recorded=recorded,
        found=found.answer,
        facts=facts_of(found.answer),
        moments=moments_of(office, found.events, READINGS),
        possible=[offer for offer in offered if not offer.why],
        hindered=[offer for offer in offered if offer.why],
        trail_steps=[Step(_("Prior filings"), AT), Step(found.answer.number)],
        **WORDS,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    """Return how many measures are tried today, and how many filings the organ has not answered."""
    lists = {_("Tried today"): {"running": "true"}, _("Not answered by the organ"): {"state": FILED}}
    return [
        Figure(title, number(counted(office, identity, Filter.model_validate(query))), address(AT, query))
        for title, query in lists.items()
    ]
