"""A large sheet of a workbook, slice by slice: its reader holds all cells of what it opens at once.

A slice is a workbook of its own with some of the rows, and all else that says how these are read. It
stands in a file without a name.
"""

import re
import shutil
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from python_calamine import CalamineSheet, CalamineWorkbook

from audit_service.ledgers.cells import Cell
from audit_service.ledgers.memory import give_back

AT_ONCE = 6 << 20
"""Bytes of a sheet that are read at once: about 200,000 cells, which take 15 MB."""
_LARGE = 4
"""So many slices make it worth while."""

_SAYS_NOTHING = ("xl/worksheets/", "xl/media/", "xl/drawings/", "xl/charts/", "xl/printerSettings/")
"""Beginnings of parts that the rows are read without."""
_BEGINS = re.compile(rb"<((?:\w+:)?)sheetData\s*>")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\s[^>]*?/>")
_MERGED = re.compile(
    rb"""<(?:mergeCell|\w+:mergeCell)\s(?:ref|[^>]*?\sref)=["']([A-Z]+)(\d+):([A-Z]+)(\d+)["']"""
)

Ranges = Sequence[tuple[tuple[int, int], tuple[int, int]]]
"""From where to where cells are merged, each by row and column from 0."""


def is_large(file: Path, part: str) -> bool:
    """Say whether a sheet is read slice by slice, by its part of the archive."""
    with zipfile.ZipFile(file) as parts:
        return part in parts.namelist() and parts.getinfo(part).file_size > _LARGE * AT_ONCE


def rows_of_large(file: Path, sheet: str, part: str, folder: Path | None) -> Iterator[list[Cell]]:
    """Go through all rows of a sheet, from its first; `folder` is where slices are put meanwhile.

    Raises what reading a damaged archive or workbook raises.
    """
    done = width = 0
    with zipfile.ZipFile(file) as parts, _Frame(folder).around(parts) as frame, parts.open(part) as content:
        for slice_ in _slices(content):
            with frame.filled(part, slice_) as workbook:
                for row in islice(rows_of(workbook.get_sheet_by_name(sheet)), done, None):
                    done, width = done + 1, max(width, len(row))
                    yield row + [""] * (width - len(row))
            give_back()


def rows_of(sheet: CalamineSheet) -> Iterator[list[Cell]]:
    """Go through the rows of a sheet, each from column A on: its reader begins with the first used."""
    left = sheet.start[1] if sheet.start else 0
    rows: Iterator[list[Cell]] = sheet.iter_rows()
    return ([""] * left + row for row in rows) if left else rows


def merged_in(file: Path, part: str) -> Ranges:
    """Return from where to where cells are merged, each by row and column from 0."""
    with zipfile.ZipFile(file) as parts, parts.open(part) as content:
        rest, found = b"", list[tuple[bytes, bytes, bytes, bytes]]()
        while piece := content.read(AT_ONCE):
            begins = (rest + piece).rfind(b"<")
            found += _MERGED.findall((rest + piece)[:begins])
            rest = (rest + piece)[begins:]
        found += _MERGED.findall(rest)
    return [
        ((int(top) - 1, _place(left)), (int(bottom) - 1, _place(right))) for left, top, right, bottom in found
    ]


def _place(column: bytes) -> int:
    place = 0
    for letter in column:
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def _slices(content: IO[bytes]) -> Iterator[tuple[bytes, ...]]:
    """Yield sheets with some of the rows each, as parts of one text; only whole rows."""
    rest = content.read(AT_ONCE)
    begins = _BEGINS.search(rest)
    if begins is None:  # nothing is in it, or it is no sheet: its reader says so
        yield (rest, content.read())
        return
    prefix, head, rest = begins[1], _DIMENSION.sub(b"", rest[: begins.end()]), rest[begins.end() :]
    row_ends, rows_end = b"</%srow>" % prefix, b"</%ssheetData>" % prefix
    tail = rows_end + b"</%sworksheet>" % prefix
    for piece in chain(iter(lambda: content.read(AT_ONCE), b""), [b""]):
        end = rest.rfind(row_ends) + len(row_ends)
        if end >= len(row_ends):
            yield head, rest[:end], tail
            rest = rest[end:]
        rest += piece
    if rows_end not in rest:
        raise zipfile.BadZipFile("the sheet does not end")


class _Frame:
    """A workbook in which one sheet is filled anew again and again."""

    def __init__(self, folder: Path | None) -> None:
        self._file = TemporaryFile(dir=folder)  # noqa: SIM115 - closed where it is around something
        self._start = 0
        self._directory = b""

    @contextmanager
    def around(self, parts: zipfile.ZipFile) -> Iterator["_Frame"]:
        """Have everything in it but sheets and pictures, as long as the block lasts."""
        with self._file:
            with zipfile.ZipFile(self._file, "w") as frame:
                for name in parts.namelist():
                    if not name.startswith(_SAYS_NOTHING):
                        with parts.open(name) as content, frame.open(name, "w") as copy:
                            shutil.copyfileobj(content, copy)
                self._start = frame.start_dir
            self._file.seek(self._start)
            self._directory = self._file.read()
            yield self

    @contextmanager
    def filled(self, part: str, sheet: tuple[bytes, ...]) -> Iterator[CalamineWorkbook]:
        """Have the workbook with this sheet, as long as the block lasts."""
        self._file.seek(self._start)
        self._file.truncate()
        self._file.write(self._directory)
        with zipfile.ZipFile(self._file, "a") as frame, frame.open(part, "w") as copy:
            for piece in sheet:
                copy.write(piece)
        self._file.flush()
        with CalamineWorkbook.from_path(f"/dev/fd/{self._file.fileno()}") as workbook:
            yield workbook
