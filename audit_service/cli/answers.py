"""How a command answers: a sentence or a table for people, JSON for programs, a bar while it works."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Annotated, Any

import orjson
import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from audit_service.web.translation import gettext
from audit_service.web.wording import filled, written

AsJson = Annotated[bool, typer.Option("--json", help="Answer as JSON.")]
InTheNameOf = Annotated[
    str | None, typer.Option("--as", metavar="LOGIN", help="Official who asks; the console if not given.")
]
Because = Annotated[str | None, typer.Option(help="Grounds, kept with what is recorded.")]
WIDE = 160
Advance = Callable[[int, int], None]
"""Says how much is done, of how much."""


def say(message: str, **facts: object) -> None:
    """Answer in one sentence, in the reader's language."""
    typer.echo(filled(message, **facts))


def answer_in_json(value: Any) -> None:
    """Answer with dataclasses, dicts, dates, identities and the like as JSON."""
    text = orjson.dumps(value, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
    sys.stdout.buffer.write(text)
    sys.stdout.buffer.flush()


def show_table(headings: Iterable[str], rows: Iterable[Iterable[object]]) -> None:
    """Answer with a table. The headings are translated; texts in the cells stand as they are."""
    table = Table(*(gettext(heading) for heading in headings), box=SIMPLE_HEAD)
    for row in rows:
        table.add_row(*(cell if isinstance(cell, str) else written(cell) for cell in row))
    _on_paper().print(table, markup=False, highlight=False)


def show_facts(facts: Iterable[tuple[str, object]]) -> None:
    """Answer with facts, one a line, each with its name before it. Texts stand as they are."""
    table = Table(box=None, show_header=False)
    for name, fact in facts:
        table.add_row(name, fact if isinstance(fact, str) else written(fact))
    _on_paper().print(table, markup=False, highlight=False)


def _on_paper() -> Console:
    """Return what prints tables: as wide as the terminal, and wide where there is none."""
    return Console(width=None if sys.stdout.isatty() else WIDE)


@contextmanager
def progress(message: str) -> Iterator[Advance]:
    """Show a bar on a terminal while the block works; yields what moves it."""
    bar = Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        disable=not sys.stderr.isatty(),
    )
    with bar:
        task = bar.add_task(gettext(message), total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)
