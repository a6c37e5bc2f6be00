"""The sheets of a file, whatever it is; or one clear sentence why it is not a register."""

from collections.abc import Iterator
from pathlib import Path

from audit_service.ledgers.cells import Sheet
from audit_service.ledgers.delimited import sheet_of_csv
from audit_service.ledgers.refused_files import (
    FileEmpty,
    FileNotReadable,
    FileTooLarge,
    NoSuchFile,
    NotAFile,
    NotASpreadsheet,
)

LARGEST_FILE = 50
"""MB of a workbook; a register of 500,000 people has about 30."""
LARGEST_TEXT = 400
"""MB of a CSV file, which is never held as a whole."""

_BEGINNING = 4_000
_ZIP = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (b"%PDF", b"{\\rtf", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def sheets_of(file: Path, folder: Path | None = None) -> Iterator[Sheet]:
    """Read every visible sheet of a workbook, and name the hidden ones; or the one sheet of a CSV file.

    The rows of one are gone through before the next. What is large is put aside in `folder`, bit by bit.
    Raises FileRefused.
    """
    try:
        size, beginning = _looked_at(file)
        is_text = not beginning.startswith((_ZIP, _COMPOUND))
        limit = LARGEST_TEXT if is_text else LARGEST_FILE
        if size > limit << 20:
            raise FileTooLarge(file=file.name, size=size >> 20, limit=limit)
        yield from _sheets(file, beginning, folder)
    except (FileNotFoundError, NotADirectoryError):
        raise NoSuchFile(file=str(file)) from None
    except OSError:
        raise FileNotReadable(file=file.name) from None


def _sheets(file: Path, beginning: bytes, folder: Path | None) -> Iterator[Sheet]:
    if beginning.startswith(_NOT_TEXT):
        raise NotASpreadsheet(file=file.name)
    if not beginning.startswith((_ZIP, _COMPOUND)):
        yield sheet_of_csv(file)
        return
    from audit_service.ledgers import workbook  # noqa: PLC0415 - who serves starts without its reader

    read = workbook.sheets_of_xlsx if beginning.startswith(_ZIP) else workbook.sheets_of_xls
    yield from read(file, folder)


def _looked_at(file: Path) -> tuple[int, bytes]:
    """Return the size of a file and its beginning."""
    size = file.stat().st_size
    if not file.is_file():
        raise NotAFile(file=file.name)
    with file.open("rb") as content:
        beginning = content.read(_BEGINNING)
    if not beginning.strip():
        raise FileEmpty(file=file.name)
    return size, beginning
