"""The list of imports as a file."""

from collections.abc import Iterator

from fastapi import APIRouter
from starlette.responses import Response

from audit_service.api.paging import LATEST
from audit_service.desks.imports.columns import IMPORTS
from audit_service.desks.imports.listing import ImportRow, listed
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.tables import Kind

AT_ONCE = 1000
"""Imports that are read at a time."""

router = APIRouter(include_in_schema=False)


@router.get("/imports.{kind}")
def export_imports(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out the list of imports."""
    return IMPORTS.answer(identity, _every_import(office, identity), kind, office.today())


def _every_import(office: Office, identity: Identity) -> Iterator[ImportRow]:
    before: int | None = LATEST
    while before is not None:
        answer = listed(office, identity, before=before, limit=AT_ONCE)
        yield from answer.imports
        before = answer.next
