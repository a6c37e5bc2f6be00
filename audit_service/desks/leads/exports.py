"""The list of leads as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.leads.columns import leads_on
from audit_service.desks.leads.looking import Filter, LeadAnswer, listed
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/leads.{kind}")
def export_leads(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all leads that are asked for, in the areas of the reader."""

    def every(wanted: Filter) -> Iterator[LeadAnswer]:
        return every_row(
            lambda after: listed(office, identity, wanted, after=after, limit=AT_ONCE),
            lambda page: page.leads,
            first=0,
        )

    return leads_on(office.today()).asked_by(request, Filter, identity, every, kind, office.today())
