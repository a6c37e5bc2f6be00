"""`audit-service serve`: the web server."""

import os
import socket
import tempfile
from typing import TYPE_CHECKING

from audit_service.cli.answers import say
from audit_service.settings import Settings, settings_from
from domain.refusal import Refused

if TYPE_CHECKING:
    import uvicorn

GRACE = 5
"""Seconds that requests under way may take when the service is asked to end."""
WAITING = 2048
"""Connections that may wait to be accepted."""


class NothingCanListen(Refused):
    """The address is taken, or not one of this machine."""

    CODE = "serve.nothing_can_listen"
    SENTENCE = "Nothing can listen on %(address)s: %(reason)s. Set AUDIT_HOST or AUDIT_PORT."


def serve() -> None:
    """Serve the pages and the API until told to end."""
    from audit_service.operations.logs import configure_logs

    settings = settings_from()
    configure_logs(settings.log_level)
    prepare_if_empty(settings)
    with listen(settings) as listening:
        address = "http://{}:{}".format(*listening.getsockname()[:2])
        config = _config(settings.workers)
        if settings.workers == 1:
            _serve_here(config, listening, address)
        else:
            _serve_together(config, listening, address)


def _config(workers: int) -> "uvicorn.Config":
    import uvicorn

    return uvicorn.Config(
        "audit_service.app:serving",
        factory=True,
        workers=workers,
        loop="uvloop",
        http="httptools",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
    )


def _serve_here(config: "uvicorn.Config", listening: socket.socket, address: str) -> None:
    import uvicorn

    config.load()
    say("Serving on %(address)s.", address=address)
    uvicorn.Server(config).run([listening])


def _serve_together(config: "uvicorn.Config", listening: socket.socket, address: str) -> None:
    """Serve in several processes, whose figures come together in a folder."""
    from uvicorn.supervisors import Multiprocess

    with tempfile.TemporaryDirectory(prefix="audit-figures-") as figures:
        os.environ.setdefault("PROMETHEUS_MULTIPROC_DIR", figures)
        say("Serving on %(address)s.", address=address)
        Multiprocess(config, [listening]).run()


def prepare_if_empty(settings: Settings) -> None:
    """Prepare a store that has nothing in it yet; before several processes open it."""
    from audit_service.store import stores
    from audit_service.store.errors import NotPrepared

    try:
        record = stores.open_record(settings)
    except NotPrepared:
        from audit_service import opening

        opening.prepare(settings)
        return
    record.close()
    record.vault.close()


def listen(settings: Settings) -> socket.socket:
    """Return the socket that the service listens on. Raises NothingCanListen."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(WAITING)
    except OSError as error:
        listening.close()
        address = f"{settings.host}:{settings.port}"
        raise NothingCanListen(address=address, reason=error.strerror or str(error)) from None
    return listening
