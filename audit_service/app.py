"""The composition root of what is served: the API, the pages, their dress, and what watches over them."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, ExitStack, asynccontextmanager
from functools import cache

from asgi_cross_origin_protection import CrossOriginProtection
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from audit_service.api.app import NO_TELEMETRY, create_api
from audit_service.api.routes import routes_of
from audit_service.api.straight import StraightToCommands
from audit_service.desks.carrying import every_module
from audit_service.desks.form_pages import form_pages
from audit_service.identity import pages as identity_pages
from audit_service.identity.recognition import Recognition
from audit_service.imports.importer import Importer
from audit_service.ledgers.memory import share
from audit_service.office import Office
from audit_service.opening import opened
from audit_service.operations import health
from audit_service.operations.logs import configure_logs
from audit_service.operations.requests import CountAnswers
from audit_service.rechecking.nightly import Nightly
from audit_service.rechecking.watching import Watching
from audit_service.recurring import Recurring
from audit_service.settings import Settings, settings_from
from audit_service.telling import Telling, told
from audit_service.web import home, languages
from audit_service.web.languages import Languages
from audit_service.web.protection import Protection
from audit_service.web.static_files import Assets
from audit_service.working_days import warn_of_unknown

API = "/api/v1"

DOORS = ".pages", ".exports", ".papers"
"""Ends of the names of the modules whose routes are served beside the API: what is read, listed, printed."""


def serving() -> FastAPI:
    """Open the office that the environment names, and return what serves it. For the web server."""
    share()
    settings = settings_from()
    configure_logs(settings.log_level)
    stores = ExitStack()
    office = stores.enter_context(opened(settings, folding=settings.follow, back_room=True))
    office.documents.folder.sweep()
    return create_app(office, settings, closing=stores.close)


def create_app(office: Office, settings: Settings, *, closing: Callable[[], None] = lambda: None) -> FastAPI:
    """Return what serves the office; `closing` is called when it has ended."""
    api = create_api(office, default=settings.lang)
    app = FastAPI(
        openapi_url=None,
        redirect_slashes=False,
        telemetry=NO_TELEMETRY,
        lifespan=_while_serving(office, _beside(office, settings), closing),
        middleware=[
            Middleware(CountAnswers),
            Middleware(StraightToCommands, api, at=API, default=settings.lang),
            Middleware(Protection, https=settings.secure_cookies),
            Middleware(CrossOriginProtection),
            Middleware(Languages, default=settings.lang),
            Middleware(Telling),
            Middleware(Recognition, office.identities),
        ],
    )
    app.state.office, app.state.origin = office, settings.origin
    app.mount(API, api)
    app.mount("/static/{version}", Assets())
    app.router.routes.extend([*entrance(), *form_pages(office), *doors()])
    for kind in (HTTPException, RequestValidationError):
        app.add_exception_handler(kind, told)
    return app


@cache
def entrance() -> tuple[BaseRoute, ...]:
    """Return the routes of what is found in any office."""
    return routes_of(health.router, home.router, languages.router, identity_pages.router)


@cache
def doors() -> tuple[BaseRoute, ...]:
    """Return the routes that the desks serve beside the API."""
    return routes_of(*(module.router for name, module in every_module().items() if name.endswith(DOORS)))


def _beside(office: Office, settings: Settings) -> Sequence[Recurring]:
    """Return what is done in threads of its own; watching is left to who keeps the views up to date."""
    always = Nightly(office, settings), Importer(office, settings)
    return (*always, Watching(office)) if settings.follow else always


def _while_serving(
    office: Office, beside: Sequence[Recurring], closing: Callable[[], None]
) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        warn_of_unknown(office.working_days, office.today())
        await run_in_threadpool(office.follower.start)
        for each in beside:
            await run_in_threadpool(each.start)
        yield
        for each in beside:
            await run_in_threadpool(each.stop)
        await run_in_threadpool(office.follower.stop)
        closing()

    return lifespan
