"""The table of all figures, for the screen and for the README."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Line

HEADINGS = ("what", "ours", "stock", "floor", "ratio")
BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def print_table(lines: Iterable[Line], machine: str) -> None:
    """Print the table and the machine it was measured on."""
    table = Table(caption=machine, caption_justify="left")
    for heading in HEADINGS:
        table.add_column(heading, justify="left" if heading == "what" else "right")
    for line in lines:
        table.add_row(*line.cells())
    Console(width=160).print(table)


def markdown(lines: Iterable[Line], machine: str) -> str:
    """Return the table as Markdown."""
    rows = [HEADINGS, ("---", *["---:"] * (len(HEADINGS) - 1)), *(line.cells() for line in lines)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows) + f"\n\n{machine}\n"


def put_into(readme: Path, table: str) -> None:
    """Replace what stands between the markers of the README. Raises ValueError where there are none."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    _, end, after = rest.partition(END)
    if not end:
        raise ValueError(f"{readme} has no {BEGIN} … {END}")
    readme.write_text(f"{before}{BEGIN}\n{table}{END}{after}", encoding="utf-8")
