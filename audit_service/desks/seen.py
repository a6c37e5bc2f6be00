"""Seeing one's own writes: a reader is answered from views that have reached what they have seen."""

from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from audit_service.office import Office
from audit_service.web.forms.reading import whole_number

COOKIE: Final = "seen"
HEADER: Final = "X-Seen"
POSITION: Final = "X-Position"
PATIENCE: Final = 3.0
"""Seconds to wait for the views; then the answer says itself which position it was built from."""


def seen(request: Request) -> int:
    """Return the last position of the record that the reader knows of, 0 if none."""
    known = (request.cookies.get(COOKIE, ""), request.headers.get(HEADER, ""))
    return max(whole_number(one) or 0 for one in known)


async def reached(request: Request, office: Office) -> None:
    """Wait until the views hold what the reader has seen, mostly not at all."""
    position = seen(request)
    if position:
        await office.follower.until(position, PATIENCE)


def remember_seen(response: Response, position: int) -> None:
    """Have the browser tell us which position its reader has seen, as long as the browser is open."""
    response.set_cookie(COOKIE, str(position), httponly=True, samesite="lax")


def built_from(response: Response, position: int, *, version: int | None = None) -> None:
    """Say in the answer of a view which position it was built from, and at which version its subject is."""
    response.headers[POSITION] = str(position)
    if version is not None:
        response.headers["ETag"] = f'"{version}"'
