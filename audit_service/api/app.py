"""The API, an application of its own under `/api/v1`: commands from their register, views from the desks."""

from functools import cache
from importlib.metadata import version
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.telemetry import TelemetryConfig
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from audit_service.api.commands import command_routes
from audit_service.api.problem import PROBLEMS, SCHEMAS, Fault, answer
from audit_service.api.problems import KNOWN, Malformed, fault, problem_of
from audit_service.api.routes import routes_of
from audit_service.api.sentences import MEANT
from audit_service.desks.carrying import every_module
from audit_service.desks.refused_readings import kept
from audit_service.office import Office
from audit_service.web.translation import Language, accepted, gettext, read_in

NO_TELEMETRY: TelemetryConfig = {"tracing": False, "metrics": False, "logs": False}
"""What the framework would look for at each request; we have figures of our own."""

FAILED = 500
"""Status of a failure that nobody foresaw."""

UNREADABLE = 400
"""Status by which the framework says that a body is not even text."""

log = structlog.stdlib.get_logger(__name__)

DESCRIPTION = """\
Commands are answered with a signed receipt, after what they decided is durably on record.
Views say which position of the record they were built from in `X-Position`.
What is refused is answered with a problem (RFC 9457) in the language of `Accept-Language`.
"""


def create_api(office: Office, *, default: Language = "zh") -> FastAPI:
    """Return the API of the office, to be put at `/api/v1` of the service.

    Who asks for no known language is told everything in `default`.
    """
    api = Api(
        title="audit-service",
        version=version("audit-service"),
        description=DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=NO_TELEMETRY,
        responses=PROBLEMS,
    )
    api.state.office = office
    api.router.routes.extend([*reading_routes(), *command_routes()])  # commands are looked up: see straight
    api.add_middleware(InReadersLanguage, default=default)
    for kind in (*KNOWN, HTTPException, RequestValidationError, Exception):
        api.add_exception_handler(kind, told)
    return api


@cache
def reading_routes() -> tuple[BaseRoute, ...]:
    """Return the routes of all that is read."""
    found = (module.router for name, module in every_module().items() if name.endswith(".api"))
    return routes_of(*found, responses=PROBLEMS)


class InReadersLanguage:
    """Lets everything be told in the language that Accept-Language asks for."""

    def __init__(self, app: ASGIApp, default: Language) -> None:
        self._app = app
        self._default = default

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wished = next((value for name, value in scope["headers"] if name == b"accept-language"), b"")
        with read_in(accepted(wished.decode("latin-1"), self._default)):
            await self._app(scope, receive, send)


class Api(FastAPI):
    """Describes problems once; the framework would do so for each answer of each path."""

    def openapi(self) -> dict[str, Any]:
        described = super().openapi()
        described["components"]["schemas"] |= SCHEMAS
        return described


async def told(request: Request, error: Exception) -> Response:
    """Return the problem that the error is to whoever asked. What nobody foresaw is logged."""
    if isinstance(error, RequestValidationError):
        error = Malformed(*(fault(each) for each in error.errors()))
    elif isinstance(error, HTTPException) and error.status_code == UNREADABLE:
        error = Malformed(Fault(where="body", sentence=gettext(MEANT["json_invalid"], error=error.__cause__)))
    error = await kept(request, error)
    problem = await run_in_threadpool(problem_of, error, request.app.state.office.record)
    if problem.status == FAILED:
        log.error("failed", exc_info=error)
    return answer(problem, error.headers if isinstance(error, HTTPException) else None)
