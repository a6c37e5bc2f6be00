"""Which language the reader of a page gets, and the switch between the two."""

from fastapi import APIRouter
from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from audit_service.web.translation import LANGUAGES, Language, read_in

COOKIE = "language"
A_YEAR = 31_536_000

router = APIRouter(include_in_schema=False)


class Languages:
    """Answers each request in the language that its reader chose, else in the default."""

    def __init__(self, app: ASGIApp, *, default: Language = "zh") -> None:
        self.app = app
        self.default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on in the language of its reader."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        with read_in(self._chosen(Headers(scope=scope))):
            await self.app(scope, receive, send)

    def _chosen(self, headers: Headers) -> Language:
        wish = cookie_parser(headers.get("cookie", "")).get(COOKIE)
        return wish if wish in LANGUAGES else self.default


@router.get("/language/{chosen}")
async def switch(chosen: Language, back: str = "/") -> RedirectResponse:
    """Go back to the page in the other language."""
    safe = back if back.startswith("/") and back[1:2] not in {"/", "\\"} else "/"
    response = RedirectResponse(safe, status_code=303)
    response.set_cookie(COOKIE, chosen, max_age=A_YEAR, httponly=True, samesite="lax")
    return response
