"""The lists of officials, of what each did, and of refused attempts as files."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.listing import back_to_list, narrowed_by
from audit_service.desks.officials.columns import ACTS, ATTEMPTS, OFFICIALS
from audit_service.desks.officials.dossier import every_act
from audit_service.desks.officials.refused import Filter, every_attempt
from audit_service.desks.officials.staff import everyone
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get("/officials.{kind}")
def export_officials(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out who works here, in which roles."""
    return OFFICIALS.answer(identity, everyone(office, identity), kind, office.today())


@router.get("/officials/{login}/acts.{kind}")
def export_acts(office: AtOffice, identity: Reader, login: str, kind: Kind) -> Response:
    """Hand out everything that an official did, the latest first."""
    return ACTS.answer(identity, every_act(office, identity, login), kind, office.today())


@router.get("/attempts.{kind}")
def export_attempts(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out what was refused to whom as it is asked for, the latest first."""
    wanted = narrowed_by(request, Filter).command()
    if wanted is None:
        return back_to_list(request)
    return ATTEMPTS.answer(identity, every_attempt(office, identity, wanted), kind, office.today())
