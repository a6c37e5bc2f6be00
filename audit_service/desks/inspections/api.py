"""Inspections through the API: the list, one, its sample, what was found and what was asked."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from pydantic import BaseModel, Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.inspections.looking import (
    Dossier,
    Filter,
    InspectionsAnswer,
    listed,
    published_inspection,
    published_values,
    readable_inspection,
)
from audit_service.desks.inspections.queries import OpenQuery, QueryAnswer, queries_in, waiting_for_unit
from audit_service.desks.inspections.sample import (
    FindingAnswer,
    ResultAnswer,
    SampleAnswer,
    SampleFilter,
    findings_in,
    listed_cases,
    one_case,
)
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from

router = APIRouter(prefix="/inspections", tags=["inspections"])

Number = Annotated[str, Path(max_length=60)]


class InspectionAnswer(BaseModel):
    """An inspection as it stands."""

    number: str
    title: str
    state: str
    areas: tuple[str, ...]
    programmes: tuple[str, ...]
    from_month: date
    to_month: date
    focus: tuple[str, ...]
    frame_size: int
    """0 before the commitment."""
    frame_sha256: str
    seed_sha256: str
    drawn: int
    left: int
    """Points of the sample that are not examined yet."""
    satisfied: int
    not_satisfied: int
    findings: list[FindingAnswer]
    queries: list[QueryAnswer]
    ended_on: date | None


class Page(Filter):
    """Which inspections are listed, and which page of them."""

    before: Annotated[
        int | None, Field(description="The page begins before this position.", ge=1, lt=LATEST)
    ] = None
    limit: Annotated[int, Field(description="Inspections on a page.", ge=1, le=200)] = 50


class SamplePage(SampleFilter):
    """Which cases of the sample are listed, and which page of them."""

    after: Annotated[int, Field(description="Place after which the page begins.", ge=0, lt=LATEST)] = 0
    limit: Annotated[int, Field(description="Cases on a page.", ge=1, le=1000)] = 100


@router.get("")
def read_inspections(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> InspectionsAnswer:
    """List inspections in the areas of the official, the latest planned first."""
    return listed(office, identity, page, before=page.before, limit=page.limit)


@router.get("/waiting")
def read_open_queries(office: AtOffice, identity: Reader) -> list[OpenQuery]:
    """List the queries that the official's unit has not answered yet."""
    return waiting_for_unit(office, identity)


@router.get("/{inspection_number}")
def read_inspection(
    inspection_number: Number, office: AtOffice, identity: Reader, response: Response
) -> InspectionAnswer:
    """Read an inspection and how it stands."""
    found = _found(office, identity, inspection_number, response)
    inspection, committed = found.inspection, found.committed
    own = ("number", "title", "state", "areas", "programmes", "from_month", "to_month", "focus")
    figures = ("drawn", "left", "satisfied", "not_satisfied", "ended_on")
    return InspectionAnswer(
        **{name: getattr(inspection, name) for name in (*own, *figures)},
        frame_size=committed.size if committed else 0,
        frame_sha256=committed.frame if committed else "",
        seed_sha256=committed.seed_hash if committed else "",
        findings=findings_in(office, found),
        queries=queries_in(office, found),
    )


@router.get("/{inspection_number}/sample")
def read_sample(
    inspection_number: Number, office: AtOffice, identity: Reader, page: Annotated[SamplePage, Query()]
) -> SampleAnswer:
    """List the sample in the order in which it was drawn. 409 before the draw."""
    found = readable_inspection(office, identity, inspection_number)
    return listed_cases(office, found, page, after=page.after, limit=page.limit)


@router.get("/{inspection_number}/values")
def read_values(inspection_number: Number, office: AtOffice, identity: Reader) -> dict[str, Any]:
    """Read what anyone needs beside the frame to draw the sample again. 409 before the draw."""
    return published_values(published_inspection(office, identity, inspection_number))


@router.get("/{inspection_number}/cases/{case_number}")
def read_case(
    inspection_number: Number,
    case_number: Annotated[str, Path(max_length=60)],
    office: AtOffice,
    identity: Reader,
) -> list[ResultAnswer]:
    """Read what was found in a case of the sample, by focus area."""
    return one_case(office, readable_inspection(office, identity, inspection_number), case_number).results


def _found(office: AtOffice, identity: Reader, inspection_number: str, response: Response) -> Dossier:
    found = readable_inspection(office, identity, inspection_number)
    built_from(response, found.position, version=found.inspection.version)
    return found
