"""The list of cases as a file."""

from functools import partial

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.cases.columns import CASES
from audit_service.desks.cases.search import Filter, every_case
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/cases.{kind}")
def export_cases(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all cases that are asked for, in the areas of the reader."""
    return CASES.asked_by(
        request, Filter, identity, partial(every_case, office, identity), kind, office.today()
    )
