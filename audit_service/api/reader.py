"""Who asks through the API, and in which language they read."""

from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPBearer
from starlette.concurrency import run_in_threadpool

from audit_service.desks.office import Office
from audit_service.identity.identity import Identity, NotSignedIn

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
    return await bearer(request.app.state.office, request.headers.get("authorization", ""))


Reader = Annotated[Identity, Depends(_reader)]
"""The official who asks, in the signature of a route."""


def _office(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


AtOffice = Annotated[Office, Depends(_office)]
"""The office that is asked, in the signature of a route."""
