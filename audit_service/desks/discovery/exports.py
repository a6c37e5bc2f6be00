"""The list of discoveries as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.discovery.columns import DISCOVERIES
from audit_service.desks.discovery.looking import DiscoveryAnswer, Filter, listed
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/discoveries.{kind}")
def export_discoveries(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all discoveries that are asked for, in the areas of the reader."""

    def every(wanted: Filter) -> Iterator[DiscoveryAnswer]:
        return every_row(
            lambda after: listed(office, identity, wanted, after=after, limit=AT_ONCE),
            lambda page: page.discoveries,
            first=0,
        )

    return DISCOVERIES.asked_by(request, Filter, identity, every, kind, office.today())
