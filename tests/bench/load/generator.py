"""The sending process: `python -m tests.bench.load.generator`, a Load on standard input, a Report back.

It runs apart from what it measures, sends requests that were written out beforehand and parses answers
in C, so that on a machine with two cores the server is what is measured. Loopback addresses only.
"""

import asyncio
import sys
import threading
import time
from pathlib import Path

import msgspec
import uvloop

from tests.bench.load.plan import Load, Report
from tests.bench.load.requests import kept
from tests.bench.load.session import Caller, Session

LOOPBACK = "127.0.0.1"


async def sent(load: Load) -> Report:
    """Send the load and return what was measured."""
    loop = asyncio.get_running_loop()
    begins = time.perf_counter() + 0.05
    requests = kept(Path(load.requests))[load.first :]
    session = Session(
        iter(requests),
        open_loop=load.rate is not None,
        lead_ends=begins + load.lead,
        ends=begins + load.lead + load.seconds,
    )
    callers = [Caller(session) for _ in range(load.connections)]
    for caller in callers:
        await loop.create_connection(lambda caller=caller: caller, LOOPBACK, load.port)  # type: ignore[misc]
    if load.rate is None:
        for caller in callers:
            session.send(caller, time.perf_counter())
    else:
        session.idle.extend(callers)
        threading.Thread(
            target=keep_time, args=(loop, session, load, len(requests), begins), daemon=True
        ).start()
    await session.done
    for caller in callers:
        if caller.transport is not None:
            caller.transport.close()
    return report(session)


def keep_time(
    loop: asyncio.AbstractEventLoop, session: Session, load: Load, requests: int, begins: float
) -> None:
    """Say when each request is due. A thread of its own: the loop's timers are a millisecond coarse."""
    assert load.rate is not None
    for number in range(min(requests, int((load.lead + load.seconds) * load.rate))):
        due = begins + number / load.rate
        time.sleep(max(0.0, due - time.perf_counter()))
        loop.call_soon_threadsafe(session.due, due)
    loop.call_soon_threadsafe(session.finish)


def report(session: Session) -> Report:
    """Return the figures of a finished session."""
    times = sorted(session.latencies) or [0.0]
    until = session.last_answer if session.open_loop else min(session.ends, session.last_answer)
    return Report(
        used=session.used,
        answers=len(session.latencies),
        seconds=max(until - session.lead_ends, 1e-9),
        p50=times[len(times) // 2],
        p99=times[min(len(times) - 1, len(times) * 99 // 100)],
        worst=times[-1],
        failed=session.failed,
        complaint=session.complaint,
    )


def main() -> None:
    """Read the load, send it, write the report."""
    load = msgspec.json.decode(sys.stdin.buffer.read(), type=Load)
    sys.stdout.buffer.write(msgspec.json.encode(uvloop.run(sent(load))))


if __name__ == "__main__":
    main()
