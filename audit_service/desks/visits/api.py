"""Visits through the API: the ledger, one visit, and the coverage."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from audit_service.api.reader import Reader
from audit_service.desks.documents.listing import DocumentAnswer, documents_of
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from
from audit_service.desks.visits import coverage, keys
from audit_service.desks.visits.coverage import (
    AreaCoverage,
    CadresAnswer,
    CoverageFilter,
    FamiliesAnswer,
    FamilyFilter,
    areas_covered,
)
from audit_service.desks.visits.looking import VisitAnswer, readable_visit
from audit_service.desks.visits.search import VisitFilter, VisitsAnswer, listed

router = APIRouter(prefix="/visits", tags=["visits"])

Limit = Annotated[int, Field(description="How many are on a page.", ge=1, le=200)]
AFTER = "What the page before gave as `next`."
Number = Annotated[str, Path(max_length=60)]


class VisitsPage(VisitFilter):
    """Which visits are listed, and which page of them."""

    after: Annotated[str, Field(description=AFTER, pattern=keys.VISIT_KEY)] = ""
    limit: Limit = 50


class FamiliesPage(FamilyFilter):
    """Which families are listed, and which page of them."""

    after: Annotated[str, Field(description=AFTER, pattern=keys.FAMILY_KEY)] = ""
    limit: Limit = 50


class CadresPage(CoverageFilter):
    """Since when visits count, and which page of cadres is listed."""

    after: Annotated[str, Field(description=AFTER, pattern=keys.CADRE_KEY)] = ""
    limit: Limit = 50


class CoverageAnswer(BaseModel):
    """The coverage of each area."""

    areas: list[AreaCoverage]


class PhotosAnswer(BaseModel):
    """The photos and papers of a visit, the latest first."""

    documents: list[DocumentAnswer]


@router.get("")
def read_visits(office: AtOffice, identity: Reader, page: Annotated[VisitsPage, Query()]) -> VisitsAnswer:
    """List visits, the latest first; those that are planned by the day that they are due on."""
    return listed(office, identity, page, after=page.after, limit=page.limit)


@router.get("/coverage")
def read_coverage(
    office: AtOffice, identity: Reader, wanted: Annotated[CoverageFilter, Query()]
) -> CoverageAnswer:
    """Count the families of each area that were visited, are due or overdue."""
    return CoverageAnswer(areas=areas_covered(office, identity, wanted))


@router.get("/families")
def read_families(
    office: AtOffice, identity: Reader, page: Annotated[FamiliesPage, Query()]
) -> FamiliesAnswer:
    """List families to visit, those first who were visited longest ago."""
    return coverage.families(office, identity, page, after=page.after, limit=page.limit)


@router.get("/cadres")
def read_cadres(office: AtOffice, identity: Reader, page: Annotated[CadresPage, Query()]) -> CadresAnswer:
    """List cadres with what they did and have to do, those first who visited most."""
    return coverage.cadres(office, identity, page, after=page.after, limit=page.limit)


@router.get("/{visit}")
def read_visit(visit: Number, office: AtOffice, identity: Reader, response: Response) -> VisitAnswer:
    """Read a visit: who went, whom they met, and what they saw."""
    found = readable_visit(office, identity, visit)
    built_from(response, found.position, version=found.version)
    return found


@router.get("/{visit}/photos")
def read_photos(visit: Number, office: AtOffice, identity: Reader) -> PhotosAnswer:
    """List the photos and papers of a visit, with the hash of what each holds."""
    found = readable_visit(office, identity, visit)
    return PhotosAnswer(documents=documents_of(office, visit=found.visit))
