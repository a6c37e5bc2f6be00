"""What every row of the table works with: its folder, its scale, its databases."""

import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from rich.console import Console

from tests.bench.databases import SQLITE, Database, postgres
from tests.bench.servers import ROOT


@dataclass(frozen=True)
class Bench:
    """One run of the benchmarks."""

    scale: float
    """1 for the full sizes named in the rows; less to see that everything works, more for larger stores."""
    seconds: float
    """How long load is sent in one round."""
    rounds: int
    """How often each side is measured, one after the other within a round."""
    console: Console
    databases: Sequence[Database]

    def size(self, full: int) -> int:
        """Return how many of something to make at this scale, at least ten."""
        return max(10, round(full * self.scale))

    def say(self, words: str) -> None:
        """Tell whoever waits what is being measured."""
        self.console.print(f"[dim]{words}[/dim]", highlight=False)


@contextmanager
def folder() -> Iterator[Path]:
    """Yield a folder that is removed afterwards, on the disk of the project rather than in memory."""
    (ROOT / "var").mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="bench-", dir=ROOT / "var") as name:
        yield Path(name)


@contextmanager
def benches(
    *, scale: float, seconds: float, rounds: int, console: Console, on_postgres: bool = True
) -> Iterator[Bench]:
    """Yield what the rows work with, on SQLite and on a PostgreSQL that ends with the block."""
    bench = Bench(scale=scale, seconds=seconds, rounds=rounds, console=console, databases=(SQLITE,))
    if not on_postgres:
        yield bench
        return
    with folder() as found, postgres(found) as server:
        yield replace(bench, databases=(SQLITE, server))
