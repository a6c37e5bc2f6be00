"""The front door: each reader goes on to the first page that is for them."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse

from audit_service.web.navigation import places_for

SIGN_IN = "/sign-in"

router = APIRouter(include_in_schema=False)


@router.get("/")
async def home(request: Request) -> RedirectResponse:
    """Lead on to the reader's first page; to sign in, if nobody is."""
    identity = getattr(request.state, "identity", None)
    first = next(iter(places_for(identity)), None)
    return RedirectResponse(first.path if first else SIGN_IN, status_code=303)
