"""Every row of the benchmarks works, at a scale at which its figures mean nothing."""

from importlib import import_module
from io import StringIO
from pathlib import Path

import pytest
from rich.console import Console

from tests.bench import table
from tests.bench.__main__ import ROWS
from tests.bench.bench import benches
from tests.bench.figures import Figure, Line
from tests.bench.machine import machine

BOTH = ("commands", "follower")
"""Rows that are tried on PostgreSQL, too: between them they have every side that a row may have there."""


@pytest.mark.parametrize("row", ROWS)
def test_measures_something_on_every_side(row: str) -> None:
    console, seconds = Console(file=StringIO()), 3.0 if row in BOTH else 0.5  # the first answers may wait
    with benches(scale=0.0001, seconds=seconds, rounds=1, console=console, on_postgres=row in BOTH) as bench:
        lines: list[Line] = import_module(f"tests.bench.rows.{row}").measure(bench)

    assert lines
    figures = [figure for line in lines for figure in (line.ours, line.stock, line.floor) if figure]
    assert all(sample > 0 for figure in figures for sample in figure.samples)


LINE = Line("commands/s", Figure.of(3_000, 3_300, 2_900), Figure.of(1_000), Figure.of(8_000))
AS_WRITTEN = "| commands/s | 3,000 (2,900–3,300) | 1,000 | 8,000 | 3.0× |"


def test_writes_the_table_between_its_markers(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{table.BEGIN}\nold\n{table.END}\nafter\n", encoding="utf-8")

    table.put_into(readme, table.markdown([LINE], machine()))

    written = readme.read_text(encoding="utf-8")
    assert AS_WRITTEN in written
    assert written.startswith("before\n")
    assert written.endswith("after\n")
    assert "old" not in written


def test_adds_a_section_to_a_readme_without_figures(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("# A service\n", encoding="utf-8")

    table.put_into(readme, table.markdown([LINE], machine()))
    table.put_into(readme, table.markdown([LINE], machine()))

    written = readme.read_text(encoding="utf-8")
    assert written.startswith("# A service\n\n## Measured\n")
    assert written.count(AS_WRITTEN) == 1
