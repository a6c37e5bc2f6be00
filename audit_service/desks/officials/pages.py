"""The pages of officials: who works here, everything about one, and what was refused."""

from typing import Any, NamedTuple

import structlog
from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from audit_service.api.paging import Before
from audit_service.desks.carrying import COMMANDS
from audit_service.desks.filings.columns import COLUMNS as FILINGS
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.looks.columns import LOOKS
from audit_service.desks.names import areas_named, relation_name, role_name
from audit_service.desks.officials import attempts, judged
from audit_service.desks.officials.columns import (
    ATTEMPTS,
    CONCERNS,
    DECISIONS,
    OFFICIALS,
    OWN_ATTEMPTS,
    REVIEWS,
)
from audit_service.desks.officials.dossier import READERS, OfficialAnswer, readable_official
from audit_service.desks.officials.kinship import leads
from audit_service.desks.officials.numbers import number_of, page_of
from audit_service.desks.officials.refused import Filter, attempts_like
from audit_service.desks.officials.staff import everyone
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.web.navigation import place
from audit_service.web.parts import Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from domain.roles import OPERATOR

router = APIRouter(include_in_schema=False)
place("Officials", "/officials", order=80, roles=READERS, seldom=True)
place("Refused attempts", "/attempts", order=85, roles=attempts.READERS, seldom=True)
place("My record", "/me", order=90)

WORDS: dict[str, Any] = {
    "role_name": role_name,
    "relation_name": relation_name,
    "areas_named": areas_named,
    "number_of": number_of,
    "page_of": page_of,
}
"""What the templates write codes with."""

COLUMNS = {
    "attempts": OWN_ATTEMPTS,
    "decisions": DECISIONS,
    "errors": CONCERNS,
    "filings": FILINGS,
    "looks": LOOKS.columns,
    "reviews": REVIEWS,
}
"""Of the lists on the page of an official."""

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
    found, own = readable_official(office, identity, login, before=before), login == identity.login
    return render(
        request,
        "official.html",
        just_recorded=recorded,
        found=found,
        offers=_offers(identity, found),
        trail_steps=_trail(found),
        own=own,
        may_give_password=identity.holds_any((OPERATOR,)),
        before=before,
        awaited=judged.awaited(office, identity, judged.judged(office, identity, found.official))
        if own
        else [],
        columns=COLUMNS,
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
    listing = Listing[Filter, attempts.AttemptAnswer]("/attempts", narrowed_by(request, Filter))
    answer = attempts_like(office, identity, listing.wanted or Filter(), before, PAGE)
    if listing.wanted:
        listing.show(answer.attempts, "before", before, answer.next)
    return render(
        request,
        "attempts.html",
        status=listing.status,
        block="results",
        listing=listing,
        columns=ATTEMPTS.columns,
    )


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
