"""The lists of officials and of refused attempts as files."""

from fastapi import APIRouter
from starlette.responses import Response

from audit_service.desks.officials.attempts import every_attempt
from audit_service.desks.officials.columns import ATTEMPTS, OFFICIALS
from audit_service.desks.officials.staff import everyone
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/officials.{kind}")
def export_officials(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out who works here, in which roles."""
    return OFFICIALS.answer(identity, everyone(office, identity), kind, office.today())


@router.get("/attempts.{kind}")
def export_attempts(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out what was refused to whom, the latest first."""
    return ATTEMPTS.answer(identity, every_attempt(office, identity), kind, office.today())
