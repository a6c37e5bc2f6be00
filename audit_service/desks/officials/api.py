"""Officials through the API: who works here, everything about one, and what was refused."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from audit_service.api.paging import LATEST, Before
from audit_service.api.reader import Reader
from audit_service.desks.officials.attempts import AttemptsAnswer
from audit_service.desks.officials.dossier import OfficialAnswer, readable_official
from audit_service.desks.officials.refused import Filter, attempts_like
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


class AttemptsPage(Filter):
    """Which refused attempts are listed, and which page of them."""

    before: Annotated[int | None, Field(description="The page is before this number.", ge=1, lt=LATEST)] = (
        None
    )
    limit: Annotated[int, Field(description="Attempts on a page.", ge=1, le=200)] = 50


@router.get("/attempts")
def read_attempts(
    office: AtOffice, identity: Reader, page: Annotated[AttemptsPage, Query()]
) -> AttemptsAnswer:
    """List what officials asked for and a rule refused, the latest first."""
    return attempts_like(office, identity, page, page.before, page.limit)
