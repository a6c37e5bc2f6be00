"""The page of deadlines: what is due by when, for whom."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from audit_service.desks.deadlines.columns import LISTED
from audit_service.desks.deadlines.search import DeadlineFilter, DeadlineRow, listed
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.reader import AtOffice, Reader
from audit_service.web.navigation import place
from audit_service.web.rendering import render
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, ORGAN

AT = "/deadlines"
PAGE = 50

router = APIRouter(include_in_schema=False)
place("Deadlines", AT, order=18, roles=(CLERK, CASEWORKER, MANAGER, ORGAN, INSPECTOR))


@router.get(AT)
def show_deadlines(
    request: Request,
    office: AtOffice,
    identity: Reader,
    after: Annotated[str, Query(max_length=80)] = "",
) -> HTMLResponse:
    """Show what is due, the most urgent first."""
    listing = Listing[DeadlineFilter, DeadlineRow](AT, narrowed_by(request, DeadlineFilter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.deadlines, "after", after, answer.next)
    return render(
        request, "deadlines.html", status=listing.status, block="results", listing=listing, columns=LISTED
    )
