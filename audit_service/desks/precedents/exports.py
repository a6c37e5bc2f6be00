"""The list of precedents as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.precedents.columns import PRECEDENTS
from audit_service.desks.precedents.looking import Filter, PrecedentAnswer, listed
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/precedents.{kind}")
def export_precedents(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all determinations that are asked for."""

    def every(wanted: Filter) -> Iterator[PrecedentAnswer]:
        return every_row(
            lambda before: listed(office, identity, wanted, before=before, limit=AT_ONCE),
            lambda page: page.precedents,
        )

    return PRECEDENTS.asked_by(request, Filter, identity, every, kind, office.today())
