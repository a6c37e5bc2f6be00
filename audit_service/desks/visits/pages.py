"""The pages of visits: the ledger, the coverage, and one visit with what can be done about it."""

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from starlette.responses import HTMLResponse

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.documents.listing import documents_of
from audit_service.desks.listing import Listing
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.visits import listing
from audit_service.desks.visits.around import family_of, leading_on, questions_on
from audit_service.desks.visits.columns import AREAS, CADRES, FAMILY, LISTED
from audit_service.desks.visits.keys import CADRE_KEY, FAMILY_KEY, VISIT_KEY
from audit_service.desks.visits.looking import VisitAnswer, facts_of, happened, readable_visit, whom_of
from audit_service.desks.visits.words import COLOURS, visit_state
from audit_service.identity.identity import Identity
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from domain.visits.state import MADE, PLANNED

router = APIRouter(prefix="/visits", include_in_schema=False)
place("Visits", "/visits", order=12, roles=(CLERK, CASEWORKER, MANAGER, INSPECTOR))

BEGINNING = ("enter_visit", "enter_missed_visit", "plan_visit")
OFFERED = {
    PLANNED: ("record_planned_visit", "record_missed_visit", "reschedule_visit", "call_off_visit"),
    MADE: ("correct_visit", "withdraw_visit"),
}
"""Commands by the state in which they can be asked for."""


@router.get("")
def show_visits(
    request: Request,
    office: AtOffice,
    identity: Reader,
    after: Annotated[str, Query(pattern=VISIT_KEY)] = "",
) -> HTMLResponse:
    """Show the ledger of visits in the areas of the reader."""
    found = listing.visits_page(office, identity, request, after)
    return _list(request, identity, found, LISTED, counts=listing.figures_of(office, identity))


@router.get("/coverage")
def show_coverage(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show how many families of each area were visited, are due or overdue."""
    return _list(request, identity, listing.coverage_page(office, identity, request), AREAS)


@router.get("/families")
def show_families(
    request: Request,
    office: AtOffice,
    identity: Reader,
    after: Annotated[str, Query(pattern=FAMILY_KEY)] = "",
) -> HTMLResponse:
    """Show the families that are to be visited, those first who were visited longest ago."""
    columns = (*FAMILY, listing.TO_PLAN) if listing.may_plan(identity) else FAMILY
    return _list(request, identity, listing.families_page(office, identity, request, after), columns)


@router.get("/cadres")
def show_cadres(
    request: Request,
    office: AtOffice,
    identity: Reader,
    after: Annotated[str, Query(pattern=CADRE_KEY)] = "",
) -> HTMLResponse:
    """Show what each cadre did and has to do."""
    return _list(request, identity, listing.cadres_page(office, identity, request, after), CADRES)


@router.get("/{visit}")
def show_visit(
    request: Request, office: AtOffice, identity: Reader, visit: str, recorded: int = 0
) -> HTMLResponse:
    """Show a visit, the photos of it, what happened to it and what can be done about it."""
    found = readable_visit(office, identity, visit)
    return render(
        request,
        "visit.html",
        just_recorded=recorded,
        visit=found,
        whom=whom_of(found),
        state=visit_state(found.state),
        colour=COLOURS[found.state],
        facts=facts_of(found),
        family=family_of(found),
        questions=questions_on(office, found),
        photos=documents_of(office, visit=found.visit),
        moments=happened(office, found),
        offers=[*_offers(identity, found), *leading_on(identity, found)],
        attach_at=_attach_at(identity, found),
        again_at=_again_at(identity, found),
        trail_steps=[Step(_("Visits"), "/visits"), Step(found.number)],
    )


def _list(
    request: Request,
    identity: Identity,
    found: Listing[Any, Any],
    columns: Sequence[ListColumn[Any]],
    *,
    counts: Sequence[Figure] = (),
) -> HTMLResponse:
    begin = [COMMANDS[name] for name in BEGINNING if identity.holds_any(COMMANDS[name].roles)]
    return render(
        request,
        "visits.html",
        status=found.status,
        block="results",
        listing=found,
        columns=columns,
        title=listing.TABS[found.at],
        counts=counts,
        begin=[Step(_(entry.title), entry.form_at) for entry in begin],
        tabs_shown=listing.tabs_of(found.at),
    )


def _offers(identity: Identity, visit: VisitAnswer) -> list[Step]:
    """Return what the reader can ask for about the visit as it stands."""
    seen = {"version": visit.version, "seen": visit.position}
    entries = [COMMANDS[name] for name in OFFERED.get(visit.state, ())]
    return [
        Step(_(entry.title), address(entry.form_at.format(visit=visit.number), seen))
        for entry in entries
        if identity.role_for(entry.roles, [visit.area])
    ]


def _attach_at(identity: Identity, visit: VisitAnswer) -> str:
    """Return where a photo is attached; empty if the reader may not."""
    entry = COMMANDS["attach_photo"]
    allowed = identity.role_for(entry.roles, [visit.area])
    return entry.form_at.format(visit=visit.number) if allowed else ""


def _again_at(identity: Identity, visit: VisitAnswer) -> str:
    """Return where the next visit to the same family is planned; empty if that is not offered."""
    entry = COMMANDS["plan_visit"]
    whom = {"household": visit.household} if visit.household else {"person": visit.person, "area": visit.area}
    known = visit.household or visit.person
    offered = visit.state != PLANNED and known and identity.role_for(entry.roles, [visit.area])
    return address(entry.form_at, whom) if offered else ""
