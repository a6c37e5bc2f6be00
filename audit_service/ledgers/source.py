"""The sheets of a file, whatever it is; or one clear sentence why it is not a register."""

from pathlib import Path

from audit_service.ledgers.cells import Sheet
from audit_service.ledgers.delimited import sheet_of_csv
from audit_service.ledgers.refused_files import (
    FileEmpty,
    FileEncrypted,
    FileNotReadable,
    FileTooLarge,
    NoSuchFile,
    NotAFile,
    NotASpreadsheet,
    OldFormat,
)
from audit_service.ledgers.workbook import sheets_of_workbook

LARGEST_FILE = 50
"""MB; a register of 100,000 people has about 8."""

_ZIP = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_TEXT = (b"%PDF", b"{\\rtf", b"\x7fELF", b"\x89PNG", b"\xff\xd8\xff", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")


def sheets_of(file: Path) -> list[Sheet]:
    """Read every visible sheet of an XLSX workbook, or the one sheet of a CSV file. Raises FileRefused."""
    content = _content_of(file)
    if content.startswith(_ZIP):
        return sheets_of_workbook(file, content)
    if content.startswith(_COMPOUND):
        raise (FileEncrypted if _ENCRYPTED in content else OldFormat)(file=file.name)
    if content.startswith(_NOT_TEXT):
        raise NotASpreadsheet(file=file.name)
    return [sheet_of_csv(file, content)]


def _content_of(file: Path) -> bytes:
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise NotAFile(file=file.name)
        if size > LARGEST_FILE << 20:
            raise FileTooLarge(file=file.name, size=size >> 20, limit=LARGEST_FILE)
        content = file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        raise NoSuchFile(file=str(file)) from None
    except OSError:
        raise FileNotReadable(file=file.name) from None
    if not content.strip():
        raise FileEmpty(file=file.name)
    return content
