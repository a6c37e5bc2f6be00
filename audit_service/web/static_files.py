"""The assets as they are served: under an address that changes with them, so that they are kept for ever."""

from functools import cache
from pathlib import Path

from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

FOLDER = Path(__file__).parent / "static"
FOR_EVER = "public, max-age=31536000, immutable"


@cache
def version() -> str:
    """Return the fingerprint of the built assets, `unbuilt` before the first build."""
    mark = FOLDER / "version"
    return mark.read_text().strip() if mark.exists() else "unbuilt"


def asset(name: str) -> str:
    """Return the address of an asset."""
    return f"/static/{version()}/{name}"


class Assets(StaticFiles):
    """Serves the built assets, compressed where the browser takes that.

    Mount it at `/static/{version}`. Other versions than the built one are answered with it as well,
    so that a page written before an upgrade still finds its dress.
    """

    def __init__(self) -> None:
        super().__init__(directory=FOLDER, check_dir=False)

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Answer with the file, or its compressed twin."""
        accepts = dict(scope["headers"]).get(b"accept-encoding", b"").decode("latin-1")
        if "gzip" in accepts and (FOLDER / f"{path}.gz").is_file():
            response = await super().get_response(f"{path}.gz", scope)
            response.headers["Content-Encoding"] = "gzip"
            response.headers["Content-Type"] = TYPES.get(Path(path).suffix, "application/octet-stream")
        else:
            response = await super().get_response(path, scope)
        response.headers["Cache-Control"] = FOR_EVER
        response.headers["Vary"] = "Accept-Encoding"
        return response


TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
