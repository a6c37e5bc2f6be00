"""The pages of inspections: the list, one of them, its sample, and a case of it."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import LATEST, Before
from audit_service.desks.inspections import columns, next_steps, showing
from audit_service.desks.inspections.looking import (
    Dossier,
    Filter,
    InspectionRow,
    facts_of,
    listed,
    readable_inspection,
)
from audit_service.desks.inspections.queries import queries_in, waiting_for_unit
from audit_service.desks.inspections.sample import (
    SampledCase,
    SampleFilter,
    findings_in,
    listed_cases,
    one_case,
)
from audit_service.desks.inspections.words import (
    COLOURS,
    INSPECTORS,
    RESULT_COLOURS,
    WHO_ANSWERS,
    focus_name,
    inspection_state,
    result_name,
)
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.reader import AtOffice, Reader
from audit_service.web.addresses import path_to
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from domain.roles import ORGAN

AT = "/inspections"
PAGE = 50

router = APIRouter(prefix=AT, include_in_schema=False)
place("Inspections", AT, order=17, roles=(*INSPECTORS, *WHO_ANSWERS, ORGAN))

After = Annotated[int, Query(ge=0, lt=LATEST)]
WORDS: dict[str, Any] = {
    "COLOURS": COLOURS,
    "RESULT_COLOURS": RESULT_COLOURS,
    "focus_name": focus_name,
    "inspection_state": inspection_state,
    "result_name": result_name,
}
"""What the templates write codes with."""


@router.get("")
def show_inspections(
    request: Request, office: AtOffice, identity: Reader, before: Before = None
) -> HTMLResponse:
    """Show the inspections in the areas of the reader, and what waits for an answer of their unit."""
    listing = Listing[Filter, InspectionRow](AT, narrowed_by(request, Filter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, before=before, limit=PAGE)
        listing.show(answer.inspections, "before", before, answer.next)
    return render(
        request,
        "inspections.html",
        status=listing.status,
        block="results",
        listing=listing,
        waiting=waiting_for_unit(office, identity) if identity.holds_any(WHO_ANSWERS) else [],
        may_plan=identity.holds_any(INSPECTORS),
        columns=columns.COLUMNS,
    )


@router.get("/{inspection_number}")
def show_inspection(
    request: Request, office: AtOffice, identity: Reader, inspection_number: str, recorded: int = 0
) -> HTMLResponse:
    """Show an inspection: how it stands, what was committed and drawn, found, asked and answered."""
    found = readable_inspection(office, identity, inspection_number)
    offered = next_steps.offers(office, found)
    return render(
        request,
        "inspection.html",
        **_frame(found, Step(found.inspection.number)),
        just_recorded=recorded,
        facts=facts_of(office, found),
        commitment=showing.commitment_of(found),
        strata=showing.strata_of(found),
        draw=showing.draw_of(found),
        results=showing.results_of(office, found),
        findings=findings_in(office, found),
        finding_columns=columns.FINDINGS,
        queries=queries_in(office, found),
        possible=[offer for offer in offered if not offer.why],
        hindered=[offer for offer in offered if offer.why],
        moments=showing.moments(office, found),
    )


@router.get("/{inspection_number}/sample")
def show_sample(
    request: Request, office: AtOffice, identity: Reader, inspection_number: str, after: After = 0
) -> HTMLResponse:
    """Show the cases of the sample in the order in which they were drawn."""
    found = readable_inspection(office, identity, inspection_number)
    here = f"{path_to(AT, inspection_number)}/sample"
    listing = Listing[SampleFilter, SampledCase](here, narrowed_by(request, SampleFilter))
    if listing.wanted:
        answer = listed_cases(office, found, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.cases, "after", after, answer.next)
    return render(
        request,
        "inspection_sample.html",
        status=listing.status,
        block="results",
        **_frame(found, Step(found.inspection.number, path_to(AT, inspection_number)), Step(_("Sample"))),
        here=here,
        listing=listing,
        columns=columns.SAMPLED,
    )


@router.get("/{inspection_number}/cases/{case_number}")
def show_case(
    request: Request,
    office: AtOffice,
    identity: Reader,
    inspection_number: str,
    case_number: str,
    recorded: int = 0,
) -> HTMLResponse:
    """Show a case of the sample: what was found in each focus area, and what is to be examined."""
    found = readable_inspection(office, identity, inspection_number)
    case = one_case(office, found, case_number)
    at = path_to(AT, inspection_number)
    steps = (Step(found.inspection.number, at), Step(_("Sample"), f"{at}/sample"), Step(case.number))
    return render(
        request,
        "inspection_case.html",
        **_frame(found, *steps),
        just_recorded=recorded,
        case=case,
        offers={
            each.focus: next_steps.of_case(office, found, case.number, each.focus) for each in case.results
        },
        finding_columns=columns.FINDINGS,
    )


def _frame(found: Dossier, *steps: Step) -> dict[str, Any]:
    return {
        "inspection": found.inspection,
        "dossier": found,
        "sees_sample": found.sees_sample and bool(found.inspection.drawn),
        "trail_steps": [Step(_("Inspections"), AT), *steps],
        **WORDS,
    }
