"""Server processes of a benchmark: started on a free loopback port, ready before use, stopped at the end."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds that a server may take to answer for the first time."""
UVICORN = (
    "--factory",
    "--loop",
    "uvloop",
    "--http",
    "httptools",
    "--no-access-log",
    "--log-level",
    "warning",
)
"""How every server of a benchmark is served, ours and the peers alike."""


class NotServing(Exception):
    """A server process ended, or did not answer in time."""


def free_port() -> int:
    """Return a port that nothing listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def serving(
    command: Sequence[str],
    *,
    port: int,
    ready: str,
    environment: Mapping[str, str],
    headers: Mapping[str, str] | None = None,
) -> Iterator[int]:
    """Run a server until the block ends; yields its process id once `GET ready` answers.

    Raises NotServing. What fails within the block is noted with the end of the server's own words.
    """
    with tempfile.TemporaryFile() as words:
        process = subprocess.Popen(
            list(command),
            cwd=ROOT,
            env={**os.environ, **environment},
            stdout=words,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            wait_until_ready(process, Request(f"http://127.0.0.1:{port}{ready}", headers=headers or {}))
            yield process.pid
        except Exception as failure:
            words.seek(0)
            failure.add_note(words.read()[-2000:].decode(errors="replace"))
            raise
        finally:
            stop(process)


def wait_until_ready(process: "subprocess.Popen[bytes]", request: Request) -> None:
    """Return when the request is answered. Raises NotServing when the process ended or patience did."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise NotServing(f"{process.args!r} ended with {process.returncode}")
        try:
            with urlopen(request, timeout=5):
                return
        except OSError:
            time.sleep(0.005)
    raise NotServing(f"{process.args!r} did not answer at {request.full_url}")


def stop(process: "subprocess.Popen[bytes]") -> None:
    """Ask the server and its workers to end; after ten seconds, make them."""
    for signal_number in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, signal_number)
            process.wait(timeout=10)
        except ProcessLookupError:
            break
        except subprocess.TimeoutExpired:
            continue
    process.wait(timeout=10)


def peak_memory(process: int) -> float:
    """Return the most memory that a process, or one that it started, ever held, in MB.

    0 where the system does not tell: it is asked the way of Linux.
    """
    status = Path(f"/proc/{process}/status")
    if not status.exists():
        return 0.0
    threads = Path(f"/proc/{process}/task").iterdir()
    children = [child for thread in threads for child in (thread / "children").read_text().split()]
    peaks = [line.split()[1] for line in status.read_text().splitlines() if line.startswith("VmHWM:")]
    return max(*(int(peak) / 1024 for peak in peaks), *(peak_memory(int(child)) for child in children), 0.0)
