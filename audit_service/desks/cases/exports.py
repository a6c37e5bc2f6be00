"""The list of cases as a file."""

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from audit_service.desks.cases.columns import CASES
from audit_service.desks.cases.search import Filter, every_case
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind
from audit_service.web.forms import Form

router = APIRouter(include_in_schema=False)


@router.get("/cases.{kind}")
def export_cases(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all cases that are asked for, in the areas of the reader."""
    wanted = Form.read(Filter, FormData([*request.query_params.multi_items()])).command()
    if wanted is None:
        return RedirectResponse(f"/cases?{request.url.query}", status_code=303)
    return CASES.answer(identity, every_case(office, identity, wanted), kind, office.today())
