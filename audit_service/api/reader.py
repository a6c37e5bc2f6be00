"""Who asks through the API, and in which language they read."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool

from audit_service.desks.seen import reached
from audit_service.desks.watching_inspectors import watched
from audit_service.identity.identity import Identity, NotSignedIn
from audit_service.office import Office

BEARER = HTTPBearer(auto_error=False, description="Made with `audit-service officials token ID`.")


async def bearer(office: Office, authorization: str) -> Identity:
    """Return the official for whom the bearer token stands. Raises NotSignedIn."""
    scheme, _, secret = authorization.partition(" ")
    if scheme.lower() != "bearer" or not secret:
        raise NotSignedIn
    by_token = office.identities.by_token
    found = by_token.at_hand(secret) or await run_in_threadpool(by_token.who, secret)
    if found is None:
        raise NotSignedIn
    return found


async def _reader(request: Request, _: Annotated[object, Depends(BEARER)]) -> Identity:
    office: Office = request.app.state.office
    identity = await bearer(office, request.headers.get("authorization", ""))
    request.state.identity = identity
    await watched(request, office, identity)
    await reached(request, office)
    return identity


Reader = Annotated[Identity, Depends(_reader)]
"""The official who asks, in the signature of a route; answered from views that hold what they have seen."""
