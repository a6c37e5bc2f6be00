"""The list of errors as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from audit_service.desks.errors.columns import ERRORS
from audit_service.desks.errors.search import ErrorFilter, ErrorRow, listed
from audit_service.desks.office import Office
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.reports.tables import Kind
from audit_service.web.forms import Form

AT_ONCE = 1000
"""Errors that are read at a time."""

router = APIRouter(include_in_schema=False)


@router.get("/errors.{kind}")
def export_errors(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all errors that are asked for, in the areas of the reader."""
    wanted = Form.read(ErrorFilter, FormData([*request.query_params.multi_items()])).command()
    if wanted is None:
        return RedirectResponse(f"/errors?{request.url.query}", status_code=303)
    return ERRORS.answer(identity, _every_error(office, identity, wanted), kind, office.today())


def _every_error(office: Office, identity: Identity, wanted: ErrorFilter) -> Iterator[ErrorRow]:
    before: int | None = None
    while True:
        answer = listed(office, identity, wanted, before=before, limit=AT_ONCE)
        yield from answer.errors
        before = answer.next
        if before is None:
            return
