"""A CSV file as one sheet, in UTF-8, in UTF-16 as spreadsheets save "Unicode text", or in GB18030."""

import codecs
import csv
import io
from pathlib import Path

from audit_service.ledgers.cells import Sheet
from audit_service.ledgers.refused_files import FileDamaged, NotASpreadsheet

_DELIMITERS = (",", "\t", ";")
_BEGINNING = 4_000
"""Characters within which the headings stand."""


def sheet_of_csv(file: Path, content: bytes) -> Sheet:
    """Read the file as text; nothing in it is ever calculated.

    Raises NotASpreadsheet or FileDamaged.
    """
    text = _decoded(file, content)
    beginning = text[:_BEGINNING]
    delimiter = max(_DELIMITERS, key=beginning.count)
    if delimiter not in beginning or "\0" in text:
        raise NotASpreadsheet(file=file.name)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
        return Sheet(file.stem, [[_as_typed(cell) for cell in row] for row in rows])
    except csv.Error:
        raise FileDamaged(file=file.name) from None


def _decoded(file: Path, content: bytes) -> str:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "gb18030"]
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise NotASpreadsheet(file=file.name)


def _as_typed(cell: str) -> str:
    """Return the text of a cell written as `="210299…"`, which keeps a spreadsheet from cutting numbers."""
    if cell.startswith('="') and cell.endswith('"') and '"' not in cell[2:-1]:
        return cell[2:-1]
    return cell
