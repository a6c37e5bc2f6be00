"""The sheets of an XLSX workbook, read only after its true size is known to be bearable."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from audit_service.ledgers.cells import Cell, Sheet
from audit_service.ledgers.refused_files import (
    FileDamaged,
    FileEncrypted,
    FileTooLarge,
    NotASpreadsheet,
    SheetTooLarge,
)

LARGEST_UNPACKED = 256
"""MB of all parts together; a register of 100,000 people unpacks to about 50 MB."""

LARGEST_AREA = 10_000_000
"""Cells from the first to the farthest one that holds something: the reader keeps room for all of them."""

_FILLED_CELL = re.compile(rb"""<(?:\w+:)?c\s(?:[^>]*?\s)?r=["']([A-Z]+)(\d+)["'][^>/]*>""")


def sheets_of_workbook(file: Path, content: bytes) -> list[Sheet]:
    """Read the sheets that are not hidden; a formula's cell holds what was last calculated.

    A merged cell counts for every row and column that it covers.
    Raises FileTooLarge, SheetTooLarge, FileEncrypted, FileDamaged or NotASpreadsheet.
    """
    try:
        _check_parts(file, content)
        with CalamineWorkbook.from_filelike(io.BytesIO(content)) as workbook:
            return [
                Sheet(sheet.name, _rows(workbook.get_sheet_by_name(sheet.name)))
                for sheet in workbook.sheets_metadata
                if sheet.typ is SheetTypeEnum.WorkSheet and sheet.visible is SheetVisibleEnum.Visible
            ]
    except (CalamineError, zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError):
        raise FileDamaged(file=file.name) from None


def _rows(sheet: CalamineSheet) -> Sequence[Sequence[Cell]]:
    rows: list[list[Cell]] = sheet.to_python(skip_empty_area=False)
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        for row in rows[top : bottom + 1]:
            for column in range(left, min(right + 1, len(row))):
                row[column] = rows[top][left]
    return rows


def _check_parts(file: Path, content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        unpacked = sum(part.file_size for part in parts.infolist()) >> 20
        if unpacked > LARGEST_UNPACKED:
            raise FileTooLarge(file=file.name, size=unpacked, limit=LARGEST_UNPACKED)
        if any(part.flag_bits & 1 for part in parts.infolist()):
            raise FileEncrypted(file=file.name)
        if "xl/workbook.xml" not in parts.namelist():
            raise NotASpreadsheet(file=file.name)
        for sheet in _sheets_among(parts):
            _check_area(file, sheet)


def _sheets_among(parts: zipfile.ZipFile) -> Iterator[bytes]:
    for name in parts.namelist():
        if name.endswith(".xml") and name != "xl/sharedStrings.xml":
            part = parts.read(name)
            if b"sheetData" in part[:100_000]:
                yield part


def _check_area(file: Path, sheet: bytes) -> None:
    """Refuse a sheet with a stray cell so far out that the room up to it would not fit into memory."""
    columns, rows = set(), 1
    for column, row in _FILLED_CELL.findall(sheet):
        columns.add(column)
        rows = max(rows, int(row))
    farthest = max(columns, key=_number_of, default=b"A")
    if rows * _number_of(farthest) > LARGEST_AREA:
        raise SheetTooLarge(file=file.name, row=rows, column=farthest.decode())


def _number_of(column: bytes) -> int:
    number = 0
    for letter in column:
        number = number * 26 + letter - ord("A") + 1
    return number
