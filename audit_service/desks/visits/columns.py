"""What the lists of visits, of families to visit and of cadres say of each."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.desks.visits.coverage import AreaCoverage, CadreRow, FamilyRow
from audit_service.desks.visits.search import VisitRow
from audit_service.desks.visits.words import (
    COLOURS,
    missed_because,
    observations_named,
    visit_state,
    withdrawn_because,
)
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import address, path_to
from domain.visits.state import MISSED, WITHDRAWN

LISTED: tuple[ListColumn[VisitRow], ...] = (
    ListColumn(
        title="Number", value=lambda visit: visit.number, href=lambda visit: path_to("/visits", visit.number)
    ),
    ListColumn(
        title="State",
        value=lambda visit: visit_state(visit.state),
        colour=lambda visit: COLOURS[visit.state],
    ),
    ListColumn(title="Day", value=lambda visit: visit.day),
    ListColumn(title="Who is visited", value=lambda visit: visit.whom),
    ListColumn(title="Area", value=lambda visit: area_name(visit.area)),
    ListColumn(title="Cadres", value=lambda visit: tuple(visit.cadres)),
)


def why(visit: VisitRow) -> str:
    """Return why a visit was missed or withdrawn; nothing for others."""
    if visit.state == MISSED:
        return missed_because(visit.reason)
    return withdrawn_because(visit.reason) if visit.state == WITHDRAWN else ""


VISITS = Handout[VisitRow](
    "visits",
    "Visits",
    (
        *LISTED,
        ListColumn(title="What stood out", value=lambda visit: observations_named(visit.observations)),
        ListColumn(title="To be made by", value=lambda visit: visit.due_on),
        ListColumn(title="Case", value=lambda visit: visit.case),
        ListColumn(title="Why", value=why),
        ListColumn(title="Corrections", value=lambda visit: visit.corrections, figure=True),
    ),
)

AREAS: tuple[ListColumn[AreaCoverage], ...] = (
    ListColumn(title="Area", value=lambda row: area_name(row.area)),
    ListColumn(title="Families to visit", value=lambda row: row.families, figure=True),
    ListColumn(title="Visited lately", value=lambda row: row.visited, figure=True),
    ListColumn(title="With a visit planned", value=lambda row: row.due, figure=True),
    ListColumn(title="Overdue", value=lambda row: row.overdue, figure=True),
    ListColumn(title="Never visited", value=lambda row: row.never, figure=True),
    ListColumn(
        title="Visited of a hundred", value=lambda row: row.visited * 100 // row.families, figure=True
    ),
)
COVERAGE = Handout[AreaCoverage]("visits-coverage", "Coverage by area", AREAS)


def plan_at(family: FamilyRow) -> str:
    """Return the address of the form that plans a visit to a family."""
    whom = {"household": family.household} if family.household else {"person": family.family}
    return address("/visits/planned/new", {**whom, "area": family.area})


def whom_at(family: FamilyRow) -> str:
    """Return the address of the visits to a household; a person is told by no address."""
    return address("/visits", {"household": family.household}) if family.household else ""


FAMILY: tuple[ListColumn[FamilyRow], ...] = (
    ListColumn(title="Who is visited", value=lambda family: family.whom, href=whom_at),
    ListColumn(title="Area", value=lambda family: area_name(family.area)),
    ListColumn(title="Last visit", value=lambda family: family.last_visit),
    ListColumn(title="To be made by", value=lambda family: family.due_on),
)
FAMILIES = Handout[FamilyRow]("visits-families", "Families to visit", FAMILY)

CADRES: tuple[ListColumn[CadreRow], ...] = (
    ListColumn(
        title="Cadre",
        value=lambda cadre: cadre.name,
        href=lambda cadre: address("/visits", {"cadre": cadre.token}),
    ),
    ListColumn(title="Visits made", value=lambda cadre: cadre.visits, figure=True),
    ListColumn(title="Families visited", value=lambda cadre: cadre.families, figure=True),
    ListColumn(title="Missed", value=lambda cadre: cadre.missed, figure=True),
    ListColumn(title="Visits planned", value=lambda cadre: cadre.due, figure=True),
    ListColumn(title="Overdue visits", value=lambda cadre: cadre.overdue, figure=True),
)
BY_CADRE = Handout[CadreRow]("visits-cadres", "Coverage by cadre", CADRES)
