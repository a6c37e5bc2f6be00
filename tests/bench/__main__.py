"""`make bench`: every row of the table in one run, ours beside stock beside the floor.

`SCALE=` (or `--scale`) multiplies the sizes of the stores; `--only ROW …` measures some rows;
`--readme` puts the table into the README.
"""

import argparse
import os
import signal
import sys
import time
from importlib import import_module

from rich.console import Console

from tests.bench import table
from tests.bench.bench import Bench, benches
from tests.bench.figures import Line
from tests.bench.machine import machine
from tests.bench.servers import ROOT

ROWS = (
    *("commands", "follower", "standard", "recheck", "large", "importing", "sending", "errors", "people"),
    *("inspecting", "sampling", "tolerance"),
)
"""Modules of `tests.bench.rows`, in the order of the table."""


def main() -> None:
    """Measure, and print the table."""
    asked = arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that servers and folders go, too
    began = time.monotonic()
    console = Console(stderr=True)
    with benches(scale=asked.scale, seconds=asked.seconds, rounds=asked.rounds, console=console) as bench:
        lines = [line for row in asked.only for line in measured(row, bench)]
        bench.say(f"{time.monotonic() - began:.0f} s in all")
    table.print_table(lines, machine())
    if asked.readme:
        table.put_into(ROOT / "README.md", table.markdown(lines, machine()))


def measured(row: str, bench: Bench) -> list[Line]:
    """Return the lines of one group of rows."""
    bench.say(f"{row} …")
    lines: list[Line] = import_module(f"tests.bench.rows.{row}").measure(bench)
    return lines


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--scale", type=float, default=float(os.environ.get("SCALE") or 1))
    parser.add_argument("--seconds", type=float, default=3.0, help="of load, in each round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--only", nargs="+", choices=ROWS, default=ROWS)
    parser.add_argument("--readme", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
