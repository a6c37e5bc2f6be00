"""What the pages with lists around visits show: rows, figures, and where one goes on."""

from typing import Any

from fastapi import Request

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.visits import coverage
from audit_service.desks.visits.columns import plan_at
from audit_service.desks.visits.coverage import (
    A_YEAR,
    AreaCoverage,
    CadreRow,
    CoverageFilter,
    FamilyFilter,
    FamilyRow,
)
from audit_service.desks.visits.search import VisitFilter, VisitRow, listed, overdue, tallied
from audit_service.desks.visits.words import visit_state
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import address
from audit_service.web.parts import Figure, Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.visits.state import MADE, MISSED, PLANNED
from projections.visit_coverage import OVERDUE

PAGE = 50

VISITS, COVERAGE, FAMILIES, CADRES = "/visits", "/visits/coverage", "/visits/families", "/visits/cadres"
TABS = {
    VISITS: "Visits",
    COVERAGE: "Coverage by area",
    FAMILIES: "Families to visit",
    CADRES: "Coverage by cadre",
}
"""By address: the titles of the pages; messages to translate."""

WITHIN_A_YEAR = {"days": str(A_YEAR)}
"""What coverage is usually narrowed by."""

TO_PLAN: ListColumn[FamilyRow] = ListColumn(
    title="What can be done",
    value=lambda _family: _("Plan a visit"),
    href=plan_at,
    spoken=lambda family: family.whom,
)


def visits_page(office: Office, reader: Identity, request: Request, after: str) -> Listing[Any, VisitRow]:
    """Return the page of the ledger that is asked for."""
    listing = Listing[VisitFilter, VisitRow](VISITS, narrowed_by(request, VisitFilter))
    if listing.wanted:
        answer = listed(office, reader, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.visits, "after", after, answer.next)
    return listing


def coverage_page(office: Office, reader: Identity, request: Request) -> Listing[Any, AreaCoverage]:
    """Return the coverage by area."""
    form = narrowed_by(request, CoverageFilter, usually=WITHIN_A_YEAR)
    listing = Listing[CoverageFilter, AreaCoverage](COVERAGE, form)
    if listing.wanted:
        listing.rows = coverage.areas_covered(office, reader, listing.wanted)
    return listing


def families_page(office: Office, reader: Identity, request: Request, after: str) -> Listing[Any, FamilyRow]:
    """Return the page of families that is asked for."""
    form = narrowed_by(request, FamilyFilter, usually={**WITHIN_A_YEAR, "standing": OVERDUE})
    listing = Listing[FamilyFilter, FamilyRow](FAMILIES, form)
    if listing.wanted:
        answer = coverage.families(office, reader, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.families, "after", after, answer.next)
    return listing


def cadres_page(office: Office, reader: Identity, request: Request, after: str) -> Listing[Any, CadreRow]:
    """Return the page of cadres that is asked for."""
    form = narrowed_by(request, CoverageFilter, usually=WITHIN_A_YEAR)
    listing = Listing[CoverageFilter, CadreRow](CADRES, form)
    if listing.wanted:
        answer = coverage.cadres(office, reader, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.cadres, "after", after, answer.next)
    return listing


def may_plan(reader: Identity) -> bool:
    """Say whether the reader may plan visits."""
    return reader.holds_any(COMMANDS["plan_visit"].roles)


def figures_of(office: Office, reader: Identity) -> list[Figure]:
    """Return how many visits there are, and how many are late."""
    counts = tallied(office, reader)
    late = Figure(_("Overdue visits"), number(overdue(office, reader)), address(VISITS, {"state": PLANNED}))
    return [
        *(
            Figure(visit_state(state), number(counts.get(state, 0)), address(VISITS, {"state": state}))
            for state in (PLANNED, MADE, MISSED)
        ),
        late,
    ]


def tabs_of(current: str) -> list[Step]:
    """Return the pages with lists around visits."""
    return [Step(_(title), at, current=at == current) for at, title in TABS.items()]
