"""The pages of tolerance: the docket, one review, and the rules."""

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.precedents.compared import compared
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.tolerance import columns, listing, looking, next_steps
from audit_service.desks.tolerance.dossier import moments, parts_in, readable_review
from audit_service.desks.tolerance.letters import letters_of
from audit_service.desks.tolerance.names import OUTCOME_COLOURS, STATE_COLOURS, outcome_name, state_name
from audit_service.desks.tolerance.rules_answers import COLUMNS, editions_shown
from audit_service.desks.ways_on import ways_on
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, ORGAN

router = APIRouter(prefix="/tolerance", include_in_schema=False)
place("Tolerance", "/tolerance", order=17, roles=(CLERK, CASEWORKER, MANAGER, ORGAN, INSPECTOR))


@router.get("")
def show_docket(request: Request, office: AtOffice, identity: Reader, before: Before = None) -> HTMLResponse:
    """Show the docket: what waits for the reader, and every review that they may read."""
    found = listing.docket_page(request, office, identity, before)
    return render(
        request,
        "tolerance.html",
        status=found.status,
        block="results",
        listing=found,
        columns=columns.LISTED,
        waiting=listing.waiting_figures(office, identity),
        tabs_shown=listing.tabs_of(listing.AT),
    )


@router.get("/rules")
def show_rules_of_tolerance(
    request: Request, office: AtOffice, identity: Reader, recorded: int = 0
) -> HTMLResponse:
    """Show the rules of tolerance, and which of them are a sample."""
    return render(
        request,
        "tolerance_rules.html",
        just_recorded=recorded,
        editions=editions_shown(office),
        may_publish=identity.holds_any(COMMANDS["publish_tolerance_rules"].roles),
        tabs_shown=listing.tabs_of(listing.RULES),
        Step=Step,
        **COLUMNS,
    )


@router.get("/{review_number}")
def show_review(
    request: Request, office: AtOffice, identity: Reader, review_number: str, recorded: int = 0
) -> HTMLResponse:
    """Show a review: how it stands, its clocks, what can be done and why not, and what happened."""
    found = readable_review(office, identity, review_number)
    offered = next_steps.offers(office, identity, found)
    return render(
        request,
        "tolerance_review.html",
        just_recorded=recorded,
        review=found.review,
        dossier=found,
        facts=looking.facts_of(found),
        determination=looking.determination_of(found),
        letters=letters_of(found),
        clocks=looking.clocks_of(found),
        factors=looking.factors_of(found),
        lists=looking.lists_of(found),
        negatives=looking.negatives_of(found),
        votes=looking.votes_of(found),
        moments=moments(found),
        people=parts_in(found),
        watched=ways_on(identity, "/tolerance", "review", review_number),
        possible=[offer for offer in offered if not offer.why],
        hindered=[offer for offer in offered if offer.why],
        **compared(office, identity, found.review),
        Step=Step,
        STATE_COLOURS=STATE_COLOURS,
        OUTCOME_COLOURS=OUTCOME_COLOURS,
        state_name=state_name,
        outcome_name=outcome_name,
    )
