"""Workbooks in the format from before XLSX, looked through before they are read.

The file is a small file system of its own; the workbook in it is a row of records, each with a kind
and a length ([MS-XLS] 2.3).
"""

from collections.abc import Iterator
from pathlib import Path
from struct import Struct

from olefile import OleFileIO

from audit_service.ledgers.refused_files import FileEncrypted, NotASpreadsheet, SheetTooLarge

LARGEST_AREA = 4_000_000
"""Cells from the first to the farthest one that holds something: the reader keeps room for all of them."""

_WORKBOOK = ("Workbook", "Book")
_ENCRYPTED = "EncryptedPackage"
_SHEET_BEGINS, _PROTECTED = 0x0809, 0x002F
_CELLS = frozenset((0x0006, 0x00BD, 0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E))
"""Formula, several numbers, formatted text, shared text, number, text, truth or error, short number."""
_HEAD, _PLACE = Struct("<HH"), Struct("<HH")


def check(file: Path) -> None:
    """Refuse what cannot be read or would not fit into memory.

    Raises FileEncrypted, NotASpreadsheet, SheetTooLarge, and what a damaged file raises.
    """
    with OleFileIO(file) as parts:
        if parts.exists(_ENCRYPTED):
            raise FileEncrypted(file=file.name)
        workbook = next(filter(parts.exists, _WORKBOOK), None)
        if workbook is None:
            raise NotASpreadsheet(file=file.name)
        content = parts.openstream(workbook).read()
    rows = columns = 1
    for kind, start, length in _records(content):
        if kind == _PROTECTED:
            raise FileEncrypted(file=file.name)
        if kind == _SHEET_BEGINS:
            rows = columns = 1
        elif kind in _CELLS and length >= _PLACE.size:
            row, column = _PLACE.unpack_from(content, start)
            rows, columns = max(rows, row + 1), max(columns, column + 1)
            if rows * columns > LARGEST_AREA:
                raise SheetTooLarge(file=file.name, row=rows, column=_letters_of(columns))


def _records(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Return of each record its kind, where its content starts and how long that is."""
    at = 0
    while at + _HEAD.size <= len(content):
        kind, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        if at + length > len(content):
            return
        yield kind, at, length
        at += length


def _letters_of(column: int) -> str:
    letters = ""
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
