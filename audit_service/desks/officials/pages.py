"""The pages of officials: who works here, everything about one, and what was refused."""

from typing import Any, NamedTuple

import structlog
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from audit_service.api.paging import Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.errors.names import STATE_COLOURS, element_name, error_state_name
from audit_service.desks.names import relation_name, role_name
from audit_service.desks.officials import attempts
from audit_service.desks.officials.columns import ATTEMPTS, OFFICIALS
from audit_service.desks.officials.dossier import READERS, OfficialAnswer, readable_official
from audit_service.desks.officials.kinship import leads
from audit_service.desks.officials.readings import areas_named
from audit_service.desks.officials.staff import everyone
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from domain.roles import OPERATOR

router = APIRouter(include_in_schema=False)
place("Officials", "/officials", order=80, roles=READERS)
place("Refused attempts", "/attempts", order=85, roles=attempts.READERS)
place("My record", "/me", order=90)

WORDS: dict[str, Any] = {
    "role_name": role_name,
    "relation_name": relation_name,
    "areas_named": areas_named,
    "element_name": element_name,
    "error_state_name": error_state_name,
    "STATE_COLOURS": STATE_COLOURS,
}
"""What the templates write codes with."""

log = structlog.stdlib.get_logger(__name__)

PAGE = 50


class Offer(NamedTuple):
    """Something that the reader can ask for."""

    title: str
    href: str


@router.get("/me")
def show_own(identity: Reader) -> Response:
    """Lead to the reader's own record."""
    return RedirectResponse(f"/officials/{identity.login}", status_code=303)


@router.get("/officials")
def show_officials(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Show who works here, in which roles."""
    may_register = identity.holds_any(COMMANDS["register_official"].roles)
    found = everyone(office, identity)
    return render(
        request, "officials.html", found=found, columns=OFFICIALS.columns, may_register=may_register
    )


@router.get("/officials/{login}")
def show_official(
    request: Request,
    office: AtOffice,
    identity: Reader,
    login: str,
    before: Before = None,
    recorded: int = 0,
) -> HTMLResponse:
    """Show everything about an official."""
    found = readable_official(office, identity, login, before=before)
    return render(
        request,
        "official.html",
        just_recorded=recorded,
        found=found,
        offers=_offers(identity, found),
        trail_steps=_trail(found),
        own=login == identity.login,
        may_give_password=identity.holds_any((OPERATOR,)),
        before=before,
        attempt_columns=ATTEMPTS.columns,
        **WORDS,
    )


@router.post("/officials/{login}/one-time-password")
def give_password(request: Request, office: AtOffice, identity: Reader, login: str) -> HTMLResponse:
    """Give the official a new password for one sign-in, and show it this once."""
    if not identity.holds_any((OPERATOR,)):
        raise NotYourRole.but((OPERATOR,))
    found = readable_official(office, identity, login)
    secret = office.identities.accounts.open(found.official, login)
    log.info("one-time password given", login=login, by=identity.login)
    return _handed_over(request, found, secret, title=_("One-time password of %(login)s", login=login))


@router.post("/me/tokens")
def make_token(request: Request, office: AtOffice, identity: Reader) -> HTMLResponse:
    """Make a token with which programs act for the reader, and show it this once."""
    found = readable_official(office, identity, identity.login)
    secret = office.identities.tokens.make(identity.official)
    log.info("token made", login=identity.login)
    return _handed_over(request, found, secret, title=_("Your new token"))


@router.get("/attempts")
def show_attempts(
    request: Request, office: AtOffice, identity: Reader, before: Before = None
) -> HTMLResponse:
    """Show what was refused to whom, the latest first."""
    found = attempts.attempts_before(office, identity, before, PAGE)
    return render(request, "attempts.html", found=found, columns=ATTEMPTS.columns, before=before)


def _handed_over(request: Request, found: OfficialAnswer, secret: str, *, title: str) -> HTMLResponse:
    steps = [*_trail(found)[:-1], Step(found.name, f"/officials/{found.login}"), Step(title)]
    return render(request, "secret.html", title=title, secret=secret, trail_steps=steps, back=steps[-2].href)


def _trail(found: OfficialAnswer) -> list[Step]:
    return [Step(_("Officials"), "/officials"), Step(found.name)]


def _offers(identity: Identity, found: OfficialAnswer) -> list[Offer]:
    """Return what the reader can ask for about the official."""
    own = identity.official == found.official
    manages = leads(identity, found.unit)
    offered = {
        "grant_role": not own,
        "revoke_role": not own,
        "declare_kinship": own or manages,
        "withdraw_kinship": manages and not own,
    }
    return [
        Offer(_(entry.title), f"{entry.form_at.format(login=found.login)}?seen={found.position}")
        for entry in (COMMANDS[name] for name, fitting in offered.items() if fitting)
        if identity.holds_any(entry.roles)
    ]
