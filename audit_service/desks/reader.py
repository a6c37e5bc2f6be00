"""Who reads a page, for the routes of the desks' pages."""

from typing import Annotated

from fastapi import Depends, Request

from audit_service.desks.seen import reached
from audit_service.desks.watching_inspectors import watched
from audit_service.identity.identity import Identity
from audit_service.identity.recognition import recognised
from audit_service.office import Office


def _office(request: Request) -> Office:
    office: Office = request.app.state.office
    return office


AtOffice = Annotated[Office, Depends(_office)]
"""The office that is asked, in the signature of a route."""


async def _reader(request: Request, office: AtOffice) -> Identity:
    identity = recognised(request)
    await watched(request, office, identity)
    await reached(request, office)
    return identity


Reader = Annotated[Identity, Depends(_reader)]
"""The official who reads the page; shown from views that hold what they have seen."""
