"""Files as they are sent: small, fictional, and each of the type that it says or does not say."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from xlsxwriter import Workbook

A_PDF = b"%PDF-1.7\n% a fictional payslip\n%%EOF\n"
ANOTHER_PDF = b"%PDF-1.7\n% the fictional payslip, signed\n%%EOF\n"
A_JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01 fictional"
A_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR fictional"
A_SCRIPT = b"#!/bin/sh\necho fictional\n"


def a_workbook() -> bytes:
    """A workbook with one cell."""
    made = BytesIO()
    with Workbook(made) as workbook:
        workbook.add_worksheet().write(0, 0, "虚构")
    return made.getvalue()


def changed(archive: bytes, **parts: tuple[bytes, bytes]) -> bytes:
    """The archive with words exchanged in the parts with these endings of their names."""
    made = BytesIO()
    with ZipFile(BytesIO(archive)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            for ending, (before, after) in parts.items():
                content = content.replace(before, after) if name.endswith(ending) else content
            new.writestr(name, content)
    return made.getvalue()


def a_workbook_with_macros() -> bytes:
    """A workbook that says that there are macros in it."""
    plain = b"spreadsheetml.sheet.main+xml"
    return changed(a_workbook(), xml=(b"application/vnd.openxmlformats-officedocument." + plain, MACROS))


MACROS = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"


def with_a_part(archive: bytes, name: str) -> bytes:
    """The archive with another part."""
    made = BytesIO(archive)
    with ZipFile(made, "a") as new:
        new.writestr(name, "fictional")
    return made.getvalue()


def an_archive(names: int = 1) -> bytes:
    """An archive of texts."""
    made = BytesIO()
    with ZipFile(made, "w") as new:
        for number in range(names):
            new.writestr(f"{number}.txt", "fictional")
    return made.getvalue()
