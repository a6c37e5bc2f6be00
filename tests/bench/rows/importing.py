"""A fictional register as large as the one at hand is imported by the command line, views included."""

import os
import subprocess
import sys
import time
from pathlib import Path

from audit_service.demo.register import fictional_register
from tests.bench.bench import Bench, folder
from tests.bench.databases import Database
from tests.bench.figures import Figure, Line
from tests.bench.opened import prepared
from tests.bench.servers import ROOT

HOUSEHOLDS = 6_150
"""Of two people each, more or less: 12,370 rows."""


def measure(bench: Bench) -> list[Line]:
    """Measure on both databases, each time into empty stores."""
    with folder() as here:
        register = fictional_register(bench.size(HOUSEHOLDS))
        file = register.write(here / "register.xlsx")
        rows = len(register.rows)
        bench.say(f"import of {rows:,} rows")
        found = {database: Figure() for database in bench.databases}
        for number in range(bench.rounds):
            for database, figure in found.items():
                figure.add(imported(database, here / f"{database.name}-{number}", file))
    return [
        Line(f"import of {rows:,} rows, views included, s, {database.name}", figure, more_is_better=False)
        for database, figure in found.items()
    ]


def imported(database: Database, where: Path, file: Path) -> float:
    """Return how many seconds the import takes, from the start of the process to its end."""
    settings = database.ours(where)
    with prepared(settings):
        pass
    began = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "audit_service", "import", "--json", str(file)],
        cwd=ROOT,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - began
