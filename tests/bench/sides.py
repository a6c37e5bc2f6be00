"""The sides of a comparison over HTTP: servers that are sent the same requests in turn."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.figures import Figure
from tests.bench.load.client import send
from tests.bench.load.plan import Load, Report
from tests.bench.servers import UVICORN, free_port, serving

LEAD = 0.5
"""Seconds of load before the measuring begins."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """How one side is served."""

    command: Sequence[str]
    """Without the port, which is in the environment as AUDIT_PORT or put at the end."""
    environment: Mapping[str, str]
    ready: str = "/healthz"


def uvicorn(application: str, *, workers: int, environment: Mapping[str, str]) -> Server:
    """Serve a peer as ours is served: uvloop, httptools, no access log."""
    command = [sys.executable, "-m", "uvicorn", application, *UVICORN, "--workers", str(workers), "--port"]
    return Server(command=command, environment=environment)


def ours(environment: Mapping[str, str]) -> Server:
    """Serve the service itself, with its own command."""
    return Server(command=(sys.executable, "-m", "audit_service", "serve"), environment=environment)


class Side:
    """A server that is up, and how many of the prepared requests it has been sent."""

    def __init__(self, port: int, process: int) -> None:
        self.port = port
        self.process = process
        self.used = 0

    def measure(
        self, requests: Path, *, connections: int, seconds: float, rate: float | None = None
    ) -> Report:
        """Send load, each prepared request once."""
        report = send(
            Load(
                port=self.port,
                requests=str(requests),
                first=self.used,
                connections=connections,
                seconds=seconds,
                rate=rate,
                lead=min(LEAD, seconds),
            )
        )
        self.used += report.used
        return report


@contextmanager
def up(servers: Mapping[str, Server]) -> Iterator[dict[str, Side]]:
    """Have these servers up until the block ends."""
    with ExitStack() as stack:
        yield {name: stack.enter_context(_up(server)) for name, server in servers.items()}


@contextmanager
def _up(server: Server) -> Iterator[Side]:
    port = free_port()
    command = [*server.command, str(port)] if server.command[-1] == "--port" else server.command
    environment = {"AUDIT_PORT": str(port), **server.environment}
    with serving(command, port=port, ready=server.ready, environment=environment) as process:
        yield Side(port, process)


@dataclass
class Measured:
    """What one side did over all rounds."""

    rate: Figure
    p50: Figure
    p99: Figure


def in_turn(
    sides: Mapping[str, Side], requests: Path, *, rounds: int, connections: int, seconds: float
) -> dict[str, Measured]:
    """Measure the sides one after the other, round by round, so that noise falls on all of them."""
    found = {name: Measured(Figure(), Figure(), Figure()) for name in sides}
    for _ in range(rounds):
        for name, side in sides.items():
            report = side.measure(requests, connections=connections, seconds=seconds)
            found[name].rate.add(report.rate)
            found[name].p50.add(report.p50)
            found[name].p99.add(report.p99)
    return found
