"""The lists of visits, of families to visit and of cadres as files."""

from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.visits.columns import BY_CADRE, COVERAGE, FAMILIES, VISITS
from audit_service.desks.visits.coverage import (
    CoverageFilter,
    FamilyFilter,
    areas_covered,
    every_cadre,
    every_family,
)
from audit_service.desks.visits.search import VisitFilter, every_visit
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/visits.{kind}")
def export_visits(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all visits that are asked for, in the areas of the reader."""
    return VISITS.asked_by(
        request, VisitFilter, identity, partial(every_visit, office, identity), kind, office.today()
    )


@router.get("/visits/coverage.{kind}")
def export_coverage(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out the coverage of each area of the reader."""
    return COVERAGE.asked_by(
        request, CoverageFilter, identity, partial(areas_covered, office, identity), kind, office.today()
    )


@router.get("/visits/families.{kind}")
def export_families(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all families that stand as asked for, in the areas of the reader."""
    return FAMILIES.asked_by(
        request, FamilyFilter, identity, partial(every_family, office, identity), kind, office.today()
    )


@router.get("/visits/cadres.{kind}")
def export_cadres(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out what each cadre did and has to do, in the areas of the reader."""
    return BY_CADRE.asked_by(
        request, CoverageFilter, identity, partial(every_cadre, office, identity), kind, office.today()
    )
