"""Server processes of a benchmark: started on a free loopback port, ready before use, stopped at the end."""

import os
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
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
    command: Sequence[str], *, port: int, ready: str, environment: Mapping[str, str], patience: float = 60.0
) -> Iterator[int]:
    """Run a server until the block ends; yields its process id once `GET ready` answers.

    Raises NotServing with the end of the server's own words.
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
            try:
                wait_until_ready(process, f"http://127.0.0.1:{port}{ready}", patience)
            except NotServing as failure:
                words.seek(0)
                raise NotServing(f"{failure}: {words.read()[-2000:].decode(errors='replace')}") from None
            yield process.pid
        finally:
            stop(process)


def wait_until_ready(process: "subprocess.Popen[bytes]", address: str, patience: float) -> None:
    """Return when the address answers. Raises NotServing when the process ended or patience did."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if process.poll() is not None:
            raise NotServing(f"{process.args!r} ended with {process.returncode}")
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.005)
    raise NotServing(f"{process.args!r} did not answer at {address}")


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


def peak_memory(process_id: int) -> float | None:
    """Most memory that a process ever held, in MB; None where the system does not tell."""
    status = Path(f"/proc/{process_id}/status")
    if not status.exists():
        return None
    for line in status.read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return None
