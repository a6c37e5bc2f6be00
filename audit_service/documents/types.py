"""Which type of file it is, by what it holds and by what it is said to be."""

from io import BytesIO
from typing import Final
from zipfile import BadZipFile, ZipFile
from zlib import error as CannotInflate  # noqa: N812 - named for what it says

import filetype

from domain.documents.document import JPEG, PDF, PNG, TYPES, XLSX, check_type
from domain.documents.refusals import HoldsMacros, NotAWorkbook, TypeMismatch
from domain.refusal import Message

ENDINGS: Final = {"pdf": PDF, "jpg": JPEG, "jpeg": JPEG, "png": PNG, "xlsx": XLSX}
ALIASES: Final = {"image/jpg": JPEG, "image/pjpeg": JPEG, "application/x-pdf": PDF}
UNSAID: Final = {"", "application/octet-stream"}
"""Media types that say nothing."""

ARCHIVE: Final = b"PK\x03\x04"
ENTRY: Final = b"PK\x01\x02"
"""What each entry in the list of an archive begins with."""
MOST_ENTRIES: Final = 10_000
"""An archive that lists more is no workbook; reading its list would take much memory."""

PARTS: Final = "[Content_Types].xml"
"""The part of a workbook that says what its other parts are."""
LONGEST_PARTS: Final = 1_000_000
SHEETS: Final = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACROS: Final = (b"macro", b"vbaproject")

UNREADABLE: Final = (BadZipFile, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError, OSError)
"""What reading something that is no archive, or an encrypted or a broken one, raises."""


def media_type_of(content: bytes, *, said: str, ending: str) -> str:
    """Return the media type by what the file holds, if it is what it is said to be.

    `said` is the media type that it was sent as, `ending` that of its name; either may be empty.
    Raises TypeNotTaken, NotAWorkbook, HoldsMacros, TypeMismatch.
    """
    found = _found(content)
    claims = [] if said in UNSAID else [ALIASES.get(said, said)]
    claims += [ENDINGS.get(ending, ending)] if ending else []
    for claim in claims:
        if claim != found:
            raise TypeMismatch(claimed=TYPES.get(claim, Message("Another type")), found=TYPES[found])
    return found


def _found(content: bytes) -> str:
    if content.startswith(ARCHIVE):
        _check_workbook(content)
        return XLSX
    found = str(filetype.guess_mime(content) or "")
    check_type(found)
    return found


def _check_workbook(content: bytes) -> None:
    if content.count(ENTRY) > MOST_ENTRIES:
        raise NotAWorkbook
    try:
        with ZipFile(BytesIO(content)) as archive, archive.open(PARTS) as file:
            parts = file.read(LONGEST_PARTS)
            names = archive.namelist()
    except (*UNREADABLE, CannotInflate):
        raise NotAWorkbook from None
    said = parts.lower() + "\n".join(names).lower().encode()
    if any(mark in said for mark in MACROS):
        raise HoldsMacros
    if SHEETS not in parts:
        raise NotAWorkbook
