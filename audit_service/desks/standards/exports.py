"""The catalogue of standards as a file."""

from fastapi import APIRouter
from starlette.responses import Response

from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.standards.columns import STANDARDS
from audit_service.reports.tables import Kind
from projections import standards_in_force

router = APIRouter(include_in_schema=False)


@router.get("/standards.{kind}")
def export_standards(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out the catalogue, the latest in force first."""
    with office.views.connect() as views:
        found = standards_in_force.catalogue(views, office.today())
    return STANDARDS.answer(identity, found, kind, office.today())
