"""What the service answers and how long it takes, counted for each pattern of an address."""

from time import perf_counter

import structlog
from prometheus_client import Histogram
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from audit_service.operations.figures import REGISTRY

SLOW = 1.0
"""Seconds from which an answer is worth a line in the log."""

answers = Histogram(
    "audit_answer_seconds",
    "Time to answer a request.",
    ("method", "route", "status"),
    registry=REGISTRY,
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0),
)
log = structlog.stdlib.get_logger(__name__)


class CountAnswers:
    """Counts every answer; logs the failed and the slow ones by their pattern, without the address."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and measure until the answer has been sent."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status = 500
        started = perf_counter()

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, noting)
        finally:
            self.count(scope, status, perf_counter() - started)

    @staticmethod
    def count(scope: Scope, status: int, seconds: float) -> None:
        """Add one answer to the figures, and to the log if somebody should look at it."""
        route = getattr(scope.get("route"), "path", "other")
        method = scope["method"] if route != "other" else "any"
        answers.labels(method, route, status).observe(seconds)
        if status >= 500 or seconds >= SLOW:  # noqa: PLR2004 - from 500 on the fault is the service's own
            log.warning(
                "answered", method=scope["method"], route=route, status=status, seconds=round(seconds, 3)
            )
