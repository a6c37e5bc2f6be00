"""What went wrong with a page, told as a page: outside of everything that may fail."""

from urllib.parse import quote

import structlog
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from audit_service.api.problem import Problem
from audit_service.api.problems import Malformed, fault, problem_of
from audit_service.desks.refused_readings import kept
from audit_service.identity.identity import NotSignedIn
from audit_service.identity.pages import sign_in_at
from audit_service.identity.purposes import NamesHidden, PurposeMissing
from audit_service.office import Office
from audit_service.web.errors import error_page

FAILED = 500
"""Status of a failure that nobody foresaw."""

SAID_AT: dict[type[Exception], str] = {PurposeMissing: "/purpose", NamesHidden: "/purpose/names"}
"""Where inspectors say first what is asked of them before they go on."""

log = structlog.stdlib.get_logger(__name__)


class Telling:
    """Answers with a page where the application raised an error before it began to answer."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on; what is raised after the answer has begun is left to the server."""
        begun = False

        async def noting(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, noting)
        except Exception as error:
            if begun or scope["type"] != "http":
                raise
            page = await told(Request(scope, receive), error)
            await page(scope, receive, send)


async def told(request: Request, error: Exception) -> Response:
    """Return the page for an error, or the way to sign in. What nobody foresaw is logged."""
    if isinstance(error, NotSignedIn):
        return RedirectResponse(sign_in_at(request.url.path), status_code=303)
    if first := SAID_AT.get(type(error)):
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{first}?then={quote(request.url.path + query, safe='')}", status_code=303)
    if isinstance(error, RequestValidationError):
        error = Malformed(*(fault(each) for each in error.errors()))
    office: Office = request.app.state.office
    error = await kept(request, error)
    problem = await run_in_threadpool(problem_of, error, office.record)
    if problem.status == FAILED:
        log.error("failed", exc_info=error)
    return error_page(request, problem.status, reason=_reason(problem), code=problem.code)


def _reason(problem: Problem) -> str:
    """Return what is wrong: all of it, and where in the address, if it is the request that is malformed."""
    if not problem.faults:
        return problem.detail
    return " ".join(f"{fault.where.rpartition('.')[2]}: {fault.sentence}" for fault in problem.faults)
