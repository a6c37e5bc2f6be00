"""The list of prior filings as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.filings.columns import FILINGS
from audit_service.desks.filings.looking import FilingAnswer, Filter, listed
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/filings.{kind}")
def export_filings(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all filings that are asked for, in the areas of the reader."""

    def every(wanted: Filter) -> Iterator[FilingAnswer]:
        return every_row(
            lambda before: listed(office, identity, wanted, before=before, limit=AT_ONCE),
            lambda page: page.filings,
        )

    return FILINGS.asked_by(request, Filter, identity, every, kind, office.today())
