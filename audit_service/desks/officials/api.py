"""Officials through the API: who works here, everything about one, and what was refused."""

from typing import Annotated

from fastapi import APIRouter, Path, Response

from audit_service.api.paging import Before, Limit
from audit_service.api.reader import Reader
from audit_service.desks.officials.attempts import AttemptsAnswer, attempts_before
from audit_service.desks.officials.dossier import OfficialAnswer, readable_official
from audit_service.desks.officials.staff import ColleagueAnswer, everyone
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from

router = APIRouter(tags=["officials"])

Login = Annotated[str, Path(max_length=100)]


@router.get("/officials")
def read_officials(office: AtOffice, identity: Reader) -> list[ColleagueAnswer]:
    """List the officials with the roles they hold."""
    return everyone(office, identity)


@router.get("/officials/{login}")
def read_official(
    login: Login, office: AtOffice, identity: Reader, response: Response, before: Before = None
) -> OfficialAnswer:
    """Read everything about an official: roles, acts, refused attempts."""
    found = readable_official(office, identity, login, before=before)
    built_from(response, found.position)
    return found


@router.get("/me")
def read_own(office: AtOffice, identity: Reader, response: Response, before: Before = None) -> OfficialAnswer:
    """Read everything about yourself."""
    return read_official(identity.login, office, identity, response, before)


@router.get("/attempts")
def read_attempts(
    office: AtOffice, identity: Reader, before: Before = None, limit: Limit = 50
) -> AttemptsAnswer:
    """List what officials asked for and a rule refused, the latest first."""
    return attempts_before(office, identity, before, limit)
