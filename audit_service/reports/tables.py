"""A list as a file: CSV or XLSX, written while it is read, whatever its length.

Nothing in it is a formula to the spreadsheet that opens it. Where spreadsheets guess, in CSV, a text
that looks like a formula gets an apostrophe before it, as OWASP advises; in XLSX a text is a text.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal, TypeVar

from audit_service.reports.cells import write_cell
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext
from audit_service.web.wording import OFFICE, written
from domain.money import Fen

R = TypeVar("R")

Kind = Literal["csv", "xlsx"]

MEDIA_TYPES: dict[Kind, str] = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}

PIECE = 1 << 16
"""Bytes, or characters, that are handed on at a time."""

LONGEST_SHEET = 1 << 20
"""Rows that fit on a sheet, with the one of its headings."""

_FORMULA = re.compile(r"[=+\-@\t\r\n＝＋－＠]")
"""What a spreadsheet takes for the beginning of a formula, in the full-width forms too."""
_NUMBER = re.compile(r"[+-]?\d+(\.\d+)?")


def exported(
    columns: Sequence[ListColumn[R]], rows: Iterable[R], kind: Kind, *, title: str
) -> Iterator[bytes]:
    """Yield the file of a list piece by piece, in the reader's language.

    `title` is what the list is called, in the reader's language already.
    """
    return _as_csv(columns, rows) if kind == "csv" else _as_xlsx(columns, rows, title)


def _as_csv(columns: Sequence[ListColumn[R]], rows: Iterable[R]) -> Iterator[bytes]:
    piece = io.StringIO()
    write = csv.writer(piece).writerow
    piece.write("\ufeff")
    write([gettext(column.title) for column in columns])
    for row in rows:
        write([_text(_plain(column.value(row))) for column in columns])
        if piece.tell() >= PIECE:
            yield piece.getvalue().encode()
            piece.seek(0)
            piece.truncate()
    yield piece.getvalue().encode()


def _as_xlsx(columns: Sequence[ListColumn[R]], rows: Iterable[R], title: str) -> Iterator[bytes]:
    import xlsxwriter  # noqa: PLC0415 - who serves starts without it

    with TemporaryDirectory() as folder:
        file = Path(folder) / "list.xlsx"
        options = {"constant_memory": True, "tmpdir": folder, "default_date_format": "yyyy-mm-dd"}
        with xlsxwriter.Workbook(file, options) as workbook:
            _fill(workbook, columns, rows, title)
        with file.open("rb") as content:
            while piece := content.read(PIECE):
                yield piece


def _fill(workbook: Any, columns: Sequence[ListColumn[R]], rows: Iterable[R], title: str) -> None:
    bold = workbook.add_format({"bold": True})
    styles = {
        Decimal: workbook.add_format({"num_format": "#,##0.00"}),
        datetime: workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
    }
    sheet, line = None, LONGEST_SHEET
    for row in rows:
        if line == LONGEST_SHEET:
            sheet, line = _new_sheet(workbook, columns, title, bold), 1
        for place, column in enumerate(columns):
            cell = _plain(column.value(row))
            if cell is not None:
                write_cell(sheet, line, place, cell, styles.get(type(cell)))
        line += 1
    if sheet is None:
        _new_sheet(workbook, columns, title, bold)


def _new_sheet(workbook: Any, columns: Sequence[ListColumn[R]], title: str, bold: Any) -> Any:
    number = len(workbook.worksheets()) + 1
    sheet = workbook.add_worksheet(title if number == 1 else f"{title} {number}")
    sheet.freeze_panes(1, 0)
    sheet.set_column(0, len(columns) - 1, 20)
    for place, column in enumerate(columns):
        write_cell(sheet, 0, place, gettext(column.title), bold)
    return sheet


def _plain(value: object) -> object:
    """Return a value as a cell holds it: amounts in yuan, moments by the office's clock."""
    match value:
        case Fen():
            return Decimal(int(value)).scaleb(-2)
        case datetime():
            moment = value if value.tzinfo else value.replace(tzinfo=UTC)
            return moment.astimezone(OFFICE).replace(tzinfo=None, microsecond=0)
        case None | bool() | int() | date() | str():
            return value
        case _:
            return written(value)


def _text(cell: object) -> str:
    """Write a cell as CSV holds it. A text that looks like a formula gets an apostrophe before it."""
    if cell is None:
        return ""
    if isinstance(cell, str) and _FORMULA.match(cell) and not _NUMBER.fullmatch(cell):
        return f"'{cell}"
    return written(cell) if isinstance(cell, bool) else str(cell)
