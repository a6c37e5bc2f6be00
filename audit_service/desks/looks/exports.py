"""What inspectors looked at, as a file."""

from fastapi import APIRouter
from starlette.responses import Response

from audit_service.desks.inspecting.asking import AT_ONCE, every_page
from audit_service.desks.looks.columns import LOOKS
from audit_service.desks.looks.looking import every_look
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/reports/looks.{kind}")
def export_looks(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all that inspectors looked at, the latest first."""
    rows = every_page(lambda before: every_look(office, identity, before, AT_ONCE), "looks")
    return LOOKS.answer(identity, rows, kind, office.today())
