"""Start the sending process and take its report."""

import subprocess
import sys
from pathlib import Path

import msgspec

from tests.bench.load.plan import Load, Report

GRACE = 60.0
"""Seconds that a run may take longer than planned."""


class LoadFailed(Exception):
    """Some answers were failures: what was measured is not what the row says."""


def send(load: Load) -> Report:
    """Send the load from a process of its own. Raises LoadFailed unless every answer was a success."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load.generator"],
        input=msgspec.json.encode(load),
        stdout=subprocess.PIPE,
        timeout=load.lead + load.seconds + GRACE,
        cwd=Path(__file__).parents[3],
        check=True,
    )
    report = msgspec.json.decode(done.stdout, type=Report)
    if report.failed or not report.answers:
        raise LoadFailed(f"{report.failed} of {report.answers} answers failed; the first: {report.complaint}")
    return report
