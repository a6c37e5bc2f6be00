"""The list of inspections, and the sample of one, as files."""

from collections.abc import Iterator
from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.inspections.columns import INSPECTIONS, SAMPLE
from audit_service.desks.inspections.looking import Filter, InspectionRow, listed, readable_inspection
from audit_service.desks.inspections.sample import SampleFilter, every_case
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/inspections.{kind}")
def export_inspections(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all inspections that are asked for, in the areas of the reader."""

    def every(wanted: Filter) -> Iterator[InspectionRow]:
        return every_row(
            lambda before: listed(office, identity, wanted, before=before, limit=AT_ONCE),
            lambda page: page.inspections,
        )

    return INSPECTIONS.asked_by(request, Filter, identity, every, kind, office.today())


@router.get("/inspections/{inspection_number}/sample.{kind}")
def export_sample(
    request: Request, office: AtOffice, identity: Reader, inspection_number: str, kind: Kind
) -> Response:
    """Hand out the cases of a sample that the reader may see, in the order in which they were drawn."""
    found = readable_inspection(office, identity, inspection_number)
    every = partial(every_case, office, found)
    return SAMPLE.asked_by(request, SampleFilter, identity, every, kind, office.today())
