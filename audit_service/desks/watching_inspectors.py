"""An inspector's view of personal data has a purpose and is on record, whichever page or view it is.

This is asked for once for every request, where its reader is recognised, and nowhere else.
"""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from audit_service.desks.refused_readings import about
from audit_service.identity.identity import Identity
from audit_service.identity.purposes import NamesHidden, PurposeMissing
from audit_service.office import Office
from audit_service.store.blindness import BLIND
from domain.roles import INSPECTOR

ABOUT_PEOPLE: Final = (
    *("/cases/{", "/people/{", "/households/{", "/visits/{", "/questions/{", "/discoveries/{", "/leads/{"),
    *("/errors/{", "/tolerance/{", "/officials/{"),
)
"""How the addresses begin of what is about one family, an error made with one, or an official."""

WITH_NAMES: Final = ("/officials/{login}", "/people/{person}/openings", "/errors/{error_number}/notice")
"""How those begin that tell who somebody is.

What an official did stands there under their login, by which their mark would be known everywhere, and so
does a whole id number; and who is to be named in a notice is chosen by name.
"""


async def watched(request: Request, office: Office, identity: Identity, page: str | None = None) -> None:
    """Keep what an inspector is about to see, and hide names until they said why they need them.

    `page` is the kind of page; by default what the address was found by.
    Raises PurposeMissing if it is about people and they did not say today what for, NamesHidden if it tells
    who they are and they did not say why they have to know.
    """
    BLIND.set(False)
    if identity.holds_any((INSPECTOR,)):
        kind = str(getattr(request.scope.get("route"), "path", "")) if page is None else page
        BLIND.set(await run_in_threadpool(_is_blind, request, office, identity, kind))


def _is_blind(request: Request, office: Office, identity: Identity, page: str) -> bool:
    purpose = office.identities.purposes.in_force(identity.official, office.today())
    what = about(office, request.url.path, request.path_params)
    if page.startswith(ABOUT_PEOPLE) and what != identity.official:
        if purpose is None:
            raise PurposeMissing
        if purpose.names_for is None and page.startswith(WITH_NAMES):
            raise NamesHidden
        office.identities.purposes.look(identity.official, purpose, page, what)
    return purpose is None or purpose.names_for is None


def check_names_shown(office: Office, reader: Identity) -> None:
    """Go on only if names are shown to the reader. Raises NamesHidden."""
    if reader.holds_any((INSPECTOR,)):
        purpose = office.identities.purposes.in_force(reader.official, office.today())
        if purpose is None or purpose.names_for is None:
            raise NamesHidden
