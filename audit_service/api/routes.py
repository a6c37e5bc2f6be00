"""Routes of routers, to be shared by all applications of a process."""

from typing import Any

from fastapi import APIRouter
from starlette.routing import BaseRoute


def routes_of(*routers: APIRouter, **settings: Any) -> tuple[BaseRoute, ...]:
    """Return the routes of these routers, under settings that hold for all of them.

    The framework makes them ready at the first request. Included in an application they would be
    made ready for it alone, which takes longer than to answer.
    """
    together = APIRouter(**settings)
    for router in routers:
        together.include_router(router)
    return tuple(together.routes)
