"""Takes commands straight to their routes, past the layers of the framework that only views need.

Without it everything is answered the same, and each command takes half as long again.
"""

from collections import defaultdict
from functools import lru_cache

from fastapi import FastAPI, Request
from starlette.types import ASGIApp, Receive, Scope, Send

from audit_service.api.app import told
from audit_service.api.commands import CommandRoute
from audit_service.web.translation import Language, accepted, read_in


class StraightToCommands:
    """Finds the route of a command by looking it up, where the framework tries one after the other."""

    def __init__(self, app: ASGIApp, api: FastAPI, *, at: str, default: Language = "zh") -> None:
        """`at` is where the API is mounted in `app`."""
        self._app = app
        self._api = api
        self._at = at
        self._default: Language = default
        self._routes: defaultdict[tuple[str, str], list[CommandRoute]] = defaultdict(list)
        """Those that can be meant by a path: one, or a few that differ in the middle."""
        for route in api.routes:
            if isinstance(route, CommandRoute):
                self._routes[_ends(route.path)].append(route)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a command, and pass everything else on."""
        route = self._found(scope) if scope["type"] == "http" and scope["method"] == "POST" else None
        if route is None:
            await self._app(scope, receive, send)
            return
        wished = next((value for name, value in scope["headers"] if name == b"accept-language"), b"")
        with read_in(_accepted(wished.decode("latin-1"), self._default)):
            try:
                await route.handle(scope, receive, send)
            except Exception as error:  # noqa: BLE001 - whatever it is, who asked is told
                problem = await told(Request(scope), error)
                await problem(scope, receive, send)

    def _found(self, scope: Scope) -> CommandRoute | None:
        """Return the route of the command at this path, and note in the scope what an answer takes."""
        path: str = scope["path"]
        if not path.startswith(self._at):
            return None
        inside = path[len(self._at) :]
        for route in self._routes.get(_ends(inside), ()):
            if found := route.path_regex.match(inside):
                scope.update(app=self._api, route=route, path_params=found.groupdict(), root_path=self._at)
                return route
        return None


def _ends(path: str) -> tuple[str, str]:
    """Return the first part of a path and the last. Commands that end in a parameter go the long way."""
    return path[1:].partition("/")[0], path.rpartition("/")[2]


_accepted = lru_cache(256)(accepted)
