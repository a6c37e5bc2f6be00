"""The register of errors, and the notices that are due, as files."""

from collections.abc import Iterator
from datetime import date

from fastapi import APIRouter, Request
from starlette.datastructures import FormData
from starlette.responses import RedirectResponse, Response

from audit_service.desks.errors.columns import ERRORS, NOTICES_DUE
from audit_service.desks.errors.search import ErrorFilter, ErrorRow, listed, notices_due
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


@router.get("/errors/notices.{kind}")
def export_notices(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all errors whose correction notice was not complied with yet, the most urgent first."""
    return NOTICES_DUE.answer(identity, _every_notice(office, identity), kind, office.today())


def _every_error(office: Office, identity: Identity, wanted: ErrorFilter) -> Iterator[ErrorRow]:
    before: int | None = None
    while True:
        answer = listed(office, identity, wanted, before=before, limit=AT_ONCE)
        yield from answer.errors
        before = answer.next
        if before is None:
            return


def _every_notice(office: Office, identity: Identity) -> Iterator[ErrorRow]:
    after: tuple[date, int] | None = None
    while rows := notices_due(office, identity, after=after, limit=AT_ONCE):
        yield from rows
        last = rows[-1]
        after = (last.due_on or date.max, last.reported)
