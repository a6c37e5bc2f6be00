"""Fictional ledgers as large as those at hand are imported by the command line, views included.

And one register of many households by itself, with the memory that it takes: of 20,000 rows, or with
`SCALE=25` of 500,000.
"""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from audit_service.demo.register import fictional_ledgers, fictional_register
from tests.bench.bench import Bench, folder
from tests.bench.figures import Figure, Line
from tests.bench.memory import Watched
from tests.bench.opened import prepared
from tests.bench.servers import ROOT

SIZES = {
    "dibao": 6_150,
    "tekun": 1_200,
    "temporary": 1_500,
    "orphan": 260,
    "de_facto_unattended": 340,
    "elderly": 1_800,
    "visits": 8_900,
}
"""Rows; of the register of households, households of two people each, more or less."""
LARGE = 10_000
"""Households of two people each, more or less."""


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases, each time into empty stores."""
    with folder() as here:
        made = fictional_ledgers({code: bench.size(size) for code, size in SIZES.items()})
        seven = [ledger.write(here / f"{ledger.kind.code}.xlsx") for ledger in made]
        lines = _measured(bench, here, "seven ledgers", sum(len(ledger.rows) for ledger in made), seven)
        large = fictional_register(bench.size(LARGE))
        file = large.write(here / "large.xlsx")
        return lines + _measured(bench, here, "one register", len(large.rows), [file])


def _measured(bench: Bench, here: Path, what: str, rows: int, files: Sequence[Path]) -> list[Line]:
    bench.say(f"import of {what}, {rows:,} rows")
    lines = []
    for database in bench.databases:
        seconds, memory = Figure(), Figure()
        for number in range(bench.rounds):
            _import(database.ours(here / f"{what}-{database.name}-{number}"), files, seconds, memory)
        told = f"import of {what}, {rows:,} rows, views included"
        lines += [
            Line(f"{told}, s, {database.name}", seconds, more_is_better=False),
            Line(f"— most memory, MB, {database.name}", memory, more_is_better=False),
        ]
    return lines


def _import(settings: Mapping[str, str], files: Sequence[Path], seconds: Figure, memory: Figure) -> None:
    """Import, and note how long it took from the start of the process to its end, and what it needed."""
    with prepared(settings):
        pass
    began = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "audit_service", "import", "--json", *map(str, files)],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
    )
    with Watched(process.pid) as watched:
        if process.wait():
            raise RuntimeError("the import failed")
    seconds.add(time.perf_counter() - began)
    memory.add(watched.most)
