"""The reports for inspectors as files."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.inspecting import late, segregation
from audit_service.desks.inspecting.asking import AT_ONCE, every_page
from audit_service.desks.inspecting.columns import BREACHES, RECORDINGS
from audit_service.desks.listing import back_to_list, narrowed_by
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/reports/segregation.{kind}")
def export_segregation(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all breaches that are asked for, the latest first."""
    wanted = narrowed_by(request, segregation.Filter).command()
    if wanted is None:
        return back_to_list(request)
    rows = every_page(
        lambda before: segregation.listed(office, identity, wanted, before, AT_ONCE), "breaches"
    )
    return BREACHES.answer(identity, rows, kind, office.today())


@router.get("/reports/late.{kind}")
def export_late(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all recordings that are asked for, the latest first."""
    wanted = narrowed_by(request, late.Filter).command()
    if wanted is None:
        return back_to_list(request)
    rows = every_page(lambda before: late.listed(office, identity, wanted, before, AT_ONCE), "recordings")
    return RECORDINGS.answer(identity, rows, kind, office.today())
