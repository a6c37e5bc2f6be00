"""Recognising the reader of a page by the session's cookie."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.requests import Request, cookie_parser
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from audit_service.identity.identities import Identities
from audit_service.identity.identity import Identity, NotSignedIn

COOKIE = "session"

APART = ("/api/", "/static/")
"""Paths that nobody signs in for with a session."""

ALLOWED = ("/password", "/sign-out", "/language/")
"""What can be done before the one-time password is changed; the first is where it is changed."""


class Recognition:
    """Puts the official who is signed in into `request.state.identity`, None if nobody is."""

    def __init__(self, app: ASGIApp, identities: Identities) -> None:
        self._app = app
        self._identities = identities

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["path"].startswith(APART):
            await self._app(scope, receive, send)
            return
        identity = await self._recognised(Headers(scope=scope))
        scope.setdefault("state", {})["identity"] = identity
        first_of_all = identity is not None and identity.must_change_password
        if first_of_all and not scope["path"].startswith(ALLOWED):
            await RedirectResponse(ALLOWED[0], status_code=303)(scope, receive, send)
            return
        await self._app(scope, receive, send)

    async def _recognised(self, headers: Headers) -> Identity | None:
        secret = shown_secret(headers)
        if not secret:
            return None
        by_session = self._identities.by_session
        return by_session.at_hand(secret) or await run_in_threadpool(by_session.who, secret)


def shown_secret(headers: Headers) -> str:
    """Return the secret in the session's cookie, empty if there is none."""
    return cookie_parser(headers.get("cookie", "")).get(COOKIE, "")


def remember(response: Response, secret: str, *, seconds: int, https: bool) -> None:
    """Have the browser keep the session's secret: for this site alone and out of reach of scripts."""
    response.set_cookie(COOKIE, secret, max_age=seconds, httponly=True, samesite="lax", secure=https)


def forget(response: Response) -> None:
    """Have the browser forget the session."""
    response.delete_cookie(COOKIE, httponly=True, samesite="lax")


def recognised(request: Request) -> Identity:
    """Return the official who reads the page. Raises NotSignedIn."""
    identity: Identity | None = request.state.identity
    if identity is None:
        raise NotSignedIn
    return identity
