"""What an official may not read is kept as an attempt, like a command that was refused.

Kept are who, when, the rule, what kind of page or view it was, and the identity of what it was about: a
case, an error, a review or whatever else has a history; never what stood in the address.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from uuid import UUID

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from audit_service.identity.identity import Forbidden, Identity
from audit_service.office import Office
from audit_service.store.errors import StoreUnavailable
from audit_service.store.submission import Attempt, Submission
from domain.identities import (
    case_id,
    discovery_id,
    household_id,
    import_id,
    inspection_id,
    lesson_id,
    official_id,
    prior_filing_id,
    question_id,
    tolerance_id,
    visit_id,
)
from domain.roles import ROLES
from projections.error_lists import error_numbered

READING = "read "
"""How attempts to read are called, before the kind of address."""
WITHOUT_EFFECT = ("GET", "HEAD")


async def kept(request: Request, error: Exception) -> Exception:
    """Keep the refusal to read something, and return what is to be told: that, or why it was not kept.

    Commands that were asked for are kept where they are carried out.
    """
    if isinstance(error, Forbidden) and (asked_for := _asked_for(request)):
        try:
            await run_in_threadpool(_keep, request, asked_for, error)
        except StoreUnavailable as unavailable:
            return unavailable
    return error


def asking(request: Request, command: str) -> None:
    """Note which command the page with a form is about, until the command itself is asked for: then empty."""
    request.state.asking = command


def _asked_for(request: Request) -> str:
    """Return what was asked for; empty for a command, which is kept elsewhere."""
    command: str = getattr(request.state, "asking", "")
    if command or request.method not in WITHOUT_EFFECT:
        return command
    return READING + str(getattr(request.scope.get("route"), "path", ""))


def _keep(request: Request, asked_for: str, refusal: Forbidden) -> None:
    office: Office = request.app.state.office
    reader: Identity = request.state.identity
    attempt = Attempt(
        at=datetime.now(UTC),
        by=reader.official,
        role=reader.role_for(ROLES) or "",
        command=asked_for,
        stream=about(office, request.url.path, request.path_params),
        code=refusal.CODE,
    )
    office.record.keep(Submission(attempt=attempt))


def about(office: Office, path: str, named: Mapping[str, str]) -> UUID | None:
    """Return the identity of what an address names; None if it names nothing that has a history."""
    if number := named.get("error_number"):
        with office.views.connect() as views:
            found = error_numbered(views, number)
        return found.error_id if found else None
    return next(
        (identity(named[name]) for part, name, identity in NAMED if part in path and name in named), None
    )


def identity_in(text: str) -> UUID | None:
    """Return the identity of a person or a lead as an address has it; None for what is none."""
    try:
        return UUID(text)
    except ValueError:
        return None


NAMED: tuple[tuple[str, str, Callable[[str], UUID | None]], ...] = (
    ("/cases/", "number", case_id),
    ("/cases/", "case_number", case_id),
    ("/households/", "number", household_id),
    ("/households/", "household", household_id),
    ("/people/", "person", identity_in),
    ("/officials/", "login", official_id),
    ("/questions/", "question", question_id),
    ("/discoveries/", "discovery", discovery_id),
    ("/filings/", "filing", prior_filing_id),
    ("/lessons/", "lesson", lesson_id),
    ("/visits/", "visit", visit_id),
    ("/leads/", "lead", identity_in),
    ("/tolerance/", "review_number", tolerance_id),
    ("/imports/", "import_number", import_id),
    ("/inspections/", "inspection_number", inspection_id),
)
"""What an address names, by its beginning and the name of its part."""
