"""The pages of precedents: what was determined, and what the record tells of an error."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.errors.looking import tabs_of
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.precedents import facts
from audit_service.desks.precedents.columns import COLUMNS
from audit_service.desks.precedents.looking import (
    Filter,
    PrecedentAnswer,
    check_reader,
    listed,
)
from audit_service.desks.precedents.substitution import substitution_of
from audit_service.desks.precedents.words import WHO_READS
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.tolerance.facts.sentences import by_factor
from audit_service.desks.tolerance.names import factor_name, outcome_name
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number

AT = "/precedents"

router = APIRouter(include_in_schema=False)
place("Precedents", AT, order=36, roles=WHO_READS, seldom=True)

PAGE = 50


@router.get(AT)
def show_precedents(
    request: Request, office: AtOffice, identity: Reader, before: Before = None
) -> HTMLResponse:
    """Show what the organ determined in which matters, and how it spreads; nobody is named."""
    check_reader(identity)
    listing = Listing[Filter, PrecedentAnswer](AT, narrowed_by(request, Filter))
    counts: list[Figure] = []
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, before=before, limit=PAGE)
        listing.show(answer.precedents, "before", before, answer.next)
        counts = [
            Figure(outcome_name(each.outcome), number(each.number), address(AT, {"outcome": each.outcome}))
            for each in answer.spread
        ]
    return render(
        request,
        "precedents.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=counts,
        columns=COLUMNS,
    )


@router.get("/errors/{error_number}/facts")
def show_facts(request: Request, office: AtOffice, identity: Reader, error_number: str) -> HTMLResponse:
    """Show what the record tells of an error about each factor, and how others decided."""
    found = readable_error(office, identity, error_number)
    return render(
        request,
        "error_facts.html",
        number=found.error.number,
        facts=by_factor(facts.told_about(office, found)),
        factor_name=factor_name,
        substitution=facts.substitution_shown(substitution_of(office, found.error)),
        steps=tabs_of(found.error.number, current=2),
        trail_steps=[Step(_("Errors"), "/errors"), Step(found.error.number)],
    )
