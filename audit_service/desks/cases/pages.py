"""The pages of cases: the list, a case with its timeline, its entitlement."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.cases import looking, next_steps
from audit_service.desks.cases.columns import CASES
from audit_service.desks.cases.comparing import When, compared
from audit_service.desks.cases.comparison import asked_for, shown, way_to
from audit_service.desks.cases.dossier import moments, readable_dossier
from audit_service.desks.cases.frame import Day, Minute, frame, tabs_of
from audit_service.desks.cases.search import CaseRow, Filter, Who, cases_of, listed, tallied
from audit_service.desks.errors.of_case import errors_in, report_at
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.names import state_name
from audit_service.desks.questions.of_others import questions_of_case
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.visits.of_others import visits_for, ways_to_visit
from audit_service.desks.ways_on import ways_on
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.forms import Form
from audit_service.web.navigation import place
from audit_service.web.parts import Figure
from audit_service.web.rendering import render
from audit_service.web.wording import number
from domain.cases.state import State
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER

AT = "/cases"

router = APIRouter(prefix=AT, include_in_schema=False)
place("Cases", AT, order=10, roles=(CLERK, CASEWORKER, MANAGER, INSPECTOR))

PAGE = 50
FOUND_AT_MOST = 200
"""Cases that a search for a person shows at most."""


@router.get("")
def show_cases(
    request: Request, office: AtOffice, identity: Reader, after: Annotated[str, Query(max_length=60)] = ""
) -> HTMLResponse:
    """Show the list of cases in the areas of the reader."""
    listing = Listing[Filter, CaseRow](AT, narrowed_by(request, Filter))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.cases, "after", after, answer.next)
    return _list(request, office, identity, listing, Form.blank(Who))


@router.post("")
async def find_cases(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show the cases of a person, by name or id number."""
    who = await Form.posted(request, Who)
    asked = who.command()
    rows = (await run_in_threadpool(cases_of, office, identity, asked, FOUND_AT_MOST)).cases if asked else []
    listing = Listing[Filter, CaseRow](AT, Form.blank(Filter))
    listing.rows = rows
    return await run_in_threadpool(_list, request, office, identity, listing, who)


def _list(
    request: Request, office: Office, identity: Identity, listing: Listing[Filter, CaseRow], who: Form[Who]
) -> HTMLResponse:
    return render(
        request,
        "cases.html",
        status=422 if who.mistakes else listing.status,
        block="results",
        listing=listing,
        who=who,
        counts=_counts(office, identity),
        may_apply=identity.holds_any(COMMANDS["apply_for_assistance"].roles),
        columns=CASES.columns,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    by_state = dict.fromkeys((State.IN_PAYMENT, State.OPEN, State.SUSPENDED), 0)
    for row in tallied(office, identity):
        if row.state in by_state:
            by_state[State(row.state)] += row.number
    return [
        Figure(state_name(state), number(count), address(AT, {"state": state.value}))
        for state, count in by_state.items()
    ]


@router.get("/{case_number}")
def show_case(
    request: Request,
    office: AtOffice,
    identity: Reader,
    case_number: str,
    valid_on: Day = None,
    known_at: Minute = None,
    recorded: int = 0,
) -> HTMLResponse:
    """Show a case: how it stands, what happened, what can be done."""
    found = readable_dossier(office, identity, case_number, valid_on=valid_on, known_at=known_at)
    offered = [] if valid_on or known_at else next_steps.offers(office, identity, found)
    possible = [offer for offer in offered if not offer.why]
    told = moments(office, found)
    return render(
        request,
        "case.html",
        **frame(office, found, valid_on, current=0),
        just_recorded=recorded,
        moments=told if valid_on or known_at else next_steps.with_ways_to_object(identity, found, told),
        members=looking.members_of(office, found),
        household_at=looking.household_of(office, found),
        waiting=next_steps.waiting_for(office, found),
        errors=errors_in(office, found.case),
        questions=questions_of_case(office, identity, found.case.id),
        visits=visits_for(office, identity, found.case.number),
        ways_to_visit=ways_to_visit(identity, case=found.case.number),
        report_at=report_at(identity, case_number=found.case.number),
        revisions=[offer for offer in possible if offer.hint],
        watched=ways_on(identity, AT, "case", case_number),
        possible=[offer for offer in possible if not offer.hint],
        hindered=[offer for offer in offered if offer.why],
    )


@router.get("/{case_number}/entitlement")
def show_entitlement(
    request: Request,
    office: AtOffice,
    identity: Reader,
    case_number: str,
    valid_on: Day = None,
    known_at: Minute = None,
) -> HTMLResponse:
    """Show what is due by month, how it comes about, and what was paid otherwise."""
    found = readable_dossier(office, identity, case_number, valid_on=valid_on, known_at=known_at)
    return render(
        request,
        "entitlement.html",
        **frame(office, found, valid_on, current=1),
        just_recorded=0,
        periods=looking.periods_of(found),
        entries=looking.entries_of(found),
        foot=looking.total_of(found),
    )


@router.get("/{case_number}/compare")
def show_comparison(
    request: Request,
    office: AtOffice,
    identity: Reader,
    case_number: str,
    valid_on: Day = None,
    known_at: Minute = None,
    other_valid_on: Day = None,
    other_known_at: Minute = None,
) -> HTMLResponse:
    """Show a case at two moments beside each other, with what differs."""
    one, other = When(valid_on, known_at), When(other_valid_on, other_known_at)
    found = compared(office, identity, case_number, one, other)
    return render(
        request,
        "compare.html",
        number=found.whole.case.number,
        position=found.whole.position,
        steps=tabs_of(found.whole.case.number, {}, current=3),
        trail_steps=way_to(found),
        asked=asked_for(one, other),
        **shown(office, found, one, other),
    )
