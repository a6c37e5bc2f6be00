"""A CSV file as one sheet, in UTF-8, in UTF-16 as spreadsheets save "Unicode text", or in GB18030."""

import codecs
import csv
from collections.abc import Iterator
from pathlib import Path

from audit_service.ledgers.cells import Cells, Sheet
from audit_service.ledgers.refused_files import FileDamaged, NotASpreadsheet

_DELIMITERS = (",", "\t", ";", "|")
_BEGINNING = 4_000
"""Characters within which the headings stand."""
_PIECE = 1 << 20


def sheet_of_csv(file: Path) -> Sheet:
    """Read the file as text; nothing in it is ever calculated.

    Raises NotASpreadsheet; going through its rows raises FileDamaged.
    """
    encoding = _encoding_of(file)
    with file.open(encoding=encoding, newline="") as text:
        beginning = text.read(_BEGINNING)
    delimiter = max(_DELIMITERS, key=beginning.count)
    if delimiter not in beginning:
        raise NotASpreadsheet(file=file.name)
    return Sheet(file.stem, _rows(file, encoding, delimiter))


def _rows(file: Path, encoding: str, delimiter: str) -> Iterator[Cells]:
    try:
        with file.open(encoding=encoding, newline="") as text:
            for row in csv.reader(text, delimiter=delimiter):
                yield [_as_typed(cell) if cell.startswith("=") else cell for cell in row]
    except csv.Error:
        raise FileDamaged(file=file.name) from None


def _encoding_of(file: Path) -> str:
    with file.open("rb") as content:
        beginning = content.read(len(codecs.BOM_UTF16_LE))
    if beginning in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        if _is_text(file, encoding):
            return encoding
    raise NotASpreadsheet(file=file.name)


def _is_text(file: Path, encoding: str) -> bool:
    try:
        with file.open(encoding=encoding, newline="") as text:
            return not any("\0" in piece for piece in iter(lambda: text.read(_PIECE), ""))
    except UnicodeDecodeError:
        return False


def _as_typed(cell: str) -> str:
    """Return the text of a cell written as `="210299…"`, which keeps a spreadsheet from cutting numbers."""
    if cell.startswith('="') and cell.endswith('"') and '"' not in cell[2:-1]:
        return cell[2:-1]
    return cell
