"""An inspector's view of personal data has a purpose and is on record, whichever page or view it is.

This is asked for once for every request, where its reader is recognised, and nowhere else.
"""

from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from audit_service.desks.office import Office
from audit_service.desks.refused_readings import about
from audit_service.identity.identity import Identity
from audit_service.identity.purposes import PurposeMissing
from audit_service.store.blindness import BLIND
from domain.roles import INSPECTOR

ABOUT_PEOPLE: Final = (
    *("/cases/{", "/people/{", "/households/{", "/visits/{", "/questions/{", "/discoveries/{", "/leads/{"),
    *("/errors/{", "/tolerance/{", "/officials/{"),
)
"""How the addresses begin of what is about one family, an error made with one, or an official."""


async def watched(request: Request, office: Office, identity: Identity, page: str | None = None) -> None:
    """Keep what an inspector is about to see, and hide names until they said why they need them.

    `page` is the kind of page; by default what the address was found by.
    Raises PurposeMissing if it is about people and they did not say today what for.
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
        office.identities.purposes.look(identity.official, purpose, page, what)
    return purpose is None or purpose.names_for is None
