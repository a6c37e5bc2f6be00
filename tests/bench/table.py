"""The table of all figures, for the screen and for the README."""

from collections.abc import Iterable
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figures import Line

HEADINGS = ("what", "ours", "stock", "floor", "ratio")
SECTION = """\
## Measured

`make bench` measures this service side by side with what one would use instead: the stock `eventsourcing`
library with the same aggregates, rules and views behind the same framework, without sign-in, idempotency,
receipts or sealed personal data. The floor does nothing but answer. Medians, with the least and the most.
Rows without a spread were measured once; `python -m tests.bench --only recheck --scale 10` measures the
recheck at the size shown, `--only people --scale 10` looks for people among 1,000,000.

"""
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
    """Replace what stands between the markers of the README; the first time, add a section with them."""
    before, _, rest = readme.read_text(encoding="utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    if not rest:
        before = f"{before.rstrip()}\n\n{SECTION}"
        after = "\n"
    readme.write_text(f"{before}{BEGIN}\n{table}{END}{after}", encoding="utf-8")
