"""The pages of the reports for inspectors."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.inspecting import late, segregation
from audit_service.desks.inspecting.asking import READERS, check_reader, steps
from audit_service.desks.inspecting.columns import BREACHES, LISTED_RECORDINGS, band_name
from audit_service.desks.inspecting.words import rule_name
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.reader import AtOffice, Reader
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure
from audit_service.web.rendering import render
from audit_service.web.wording import number

SEGREGATION, LATE = "/reports/segregation", "/reports/late"

router = APIRouter(include_in_schema=False)
place("Inspectors' reports", SEGREGATION, order=75, roles=READERS, also=("/reports",))

PAGE = 50


@router.get(SEGREGATION)
def show_segregation(
    request: Request, office: AtOffice, identity: Reader, before: Before = None
) -> HTMLResponse:
    """Show who did what they should not have done, by the segregation of duties."""
    check_reader(identity)
    form = narrowed_by(request, segregation.Filter)
    listing = Listing[segregation.Filter, segregation.BreachAnswer](SEGREGATION, form)
    counts: list[Figure] = []
    if listing.wanted:
        answer = segregation.listed(office, identity, listing.wanted, before, PAGE)
        listing.show(answer.breaches, "before", before, answer.next)
        counts = [
            Figure(rule_name(rule), number(count), address(SEGREGATION, {"rule": rule}))
            for rule, count in answer.counts.items()
        ]
    return render(
        request,
        "segregation.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=counts,
        columns=BREACHES.columns,
        steps=steps(SEGREGATION),
    )


@router.get(LATE)
def show_late(request: Request, office: AtOffice, identity: Reader, before: Before = None) -> HTMLResponse:
    """Show what was recorded late, and what was changed after a notice."""
    check_reader(identity)
    listing = Listing[late.Filter, late.RecordingAnswer](LATE, narrowed_by(request, late.Filter))
    bands: list[tuple[str, str]] = []
    if listing.wanted:
        answer = late.listed(office, identity, listing.wanted, before, PAGE)
        listing.show(answer.recordings, "before", before, answer.next)
        bands = [(band_name(band), number(band.recordings)) for band in answer.bands]
    return render(
        request,
        "late.html",
        status=listing.status,
        block="results",
        listing=listing,
        bands=bands,
        columns=LISTED_RECORDINGS,
        steps=steps(LATE),
    )
