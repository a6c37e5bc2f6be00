"""The list of leads as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from audit_service.desks.leads.columns import leads_on
from audit_service.desks.leads.looking import Filter, LeadAnswer, listed
from audit_service.desks.office import Office
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.reports.tables import Kind
from audit_service.web.forms import Form

AT_ONCE = 1000
"""Leads that are read at a time."""

router = APIRouter(include_in_schema=False)


@router.get("/leads.{kind}")
def export_leads(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all leads that are asked for, in the areas of the reader."""
    wanted = Form.read(Filter, FormData([*request.query_params.multi_items()])).command()
    if wanted is None:
        return RedirectResponse(f"/leads?{request.url.query}", status_code=303)
    today = office.today()
    return leads_on(today).answer(identity, _every_lead(office, identity, wanted), kind, today)


def _every_lead(office: Office, identity: Identity, wanted: Filter) -> Iterator[LeadAnswer]:
    after: int | None = 0
    while after is not None:
        answer = listed(office, identity, wanted, after=after, limit=AT_ONCE)
        yield from answer.leads
        after = answer.next
