"""A workbook from before XLSX is read like one of today, or refused with one sentence."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import xlwt

from audit_service.ledgers.refused_files import FileEncrypted, FileRefused, NotASpreadsheet, SheetTooLarge
from audit_service.ledgers.source import sheets_of as sheets_in
from tests.ledger_files import a_row, a_workbook, as_cells


def sheets_of(file: Path) -> list[tuple[str, list[list[Any]]]]:
    return [(sheet.name, [list(cells) for cells in sheet.rows]) for sheet in sheets_in(file)]


class Protected(xlwt.Workbook):  # type: ignore[misc] # it says nothing about its types
    """A workbook that says of itself that a password protects it."""

    def get_biff_data(self) -> bytes:
        content: bytes = super().get_biff_data()
        first = 4 + int.from_bytes(content[2:4], "little")
        return content[:first] + b"\x2f\x00\x06\x00\x00\x00\x12\x34\x56\x78" + content[first:]


def an_old_workbook(file: Path, made: xlwt.Workbook | None = None) -> Path:
    book = made or xlwt.Workbook()
    sheet = book.add_sheet("台账")
    sheet.write_merge(0, 0, 0, 2, "名册")
    for place, cell in enumerate(["赵甲子", 650.5, date(2021, 4, 12)]):
        style = xlwt.easyxf(num_format_str="yyyy-mm-dd") if isinstance(cell, date) else xlwt.XFStyle()
        sheet.write(1, place, cell, style)
    hidden = book.add_sheet("隐藏")
    hidden.visibility = 1
    hidden.write(0, 0, "not seen")
    book.save(str(file))
    return file


def test_a_workbook_from_before_xlsx_is_read_alike(tmp_path: Path) -> None:
    file = an_old_workbook(tmp_path / "register.xls")

    assert sheets_of(file) == [
        ("台账", [["名册"] * 3, ["赵甲子", 650.5, date(2021, 4, 12)]]),
        ("隐藏", []),
    ]


def test_an_old_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileEncrypted):
        sheets_of(an_old_workbook(tmp_path / "register.xls", Protected()))


def test_a_stray_cell_far_out_in_an_old_workbook_is_refused(tmp_path: Path) -> None:
    book = xlwt.Workbook()
    book.add_sheet("a").write(65_535, 200, "x")

    with pytest.raises(SheetTooLarge, match="row 65536 and across to column GS"):
        sheets_of(an_old_workbook(tmp_path / "register.xls", book))


@pytest.mark.parametrize("make", [an_old_workbook, lambda file: a_workbook(file, as_cells([a_row()]))])
def test_a_damaged_workbook_is_read_or_refused_and_breaks_nothing(
    tmp_path: Path, make: Callable[[Path], Path]
) -> None:
    whole, chance = make(tmp_path / "register.xls").read_bytes(), Random(1)
    damaged = tmp_path / "damaged.xls"

    for _ in range(150):
        content = bytearray(whole[: chance.choice((len(whole), chance.randrange(len(whole))))])
        for _ in range(chance.randrange(1, 30)):
            content[chance.randrange(8, len(content) + 8) % len(content)] = chance.randrange(256)
        damaged.write_bytes(content)
        with suppress(FileRefused):
            sheets_of(damaged)


def test_a_new_workbook_with_a_password_is_refused(tmp_path: Path) -> None:
    file = an_old_workbook(tmp_path / "register.xlsx")
    content, name = bytearray(file.read_bytes()), "EncryptedPackage".encode("utf-16-le")
    entry = content.index("Workbook".encode("utf-16-le"))
    content[entry : entry + len(name)] = name
    content[entry + 64] = len(name) + 2
    file.write_bytes(content)

    with pytest.raises(FileEncrypted):
        sheets_of(file)


def test_a_document_in_the_old_format_is_no_spreadsheet(tmp_path: Path) -> None:
    file = an_old_workbook(tmp_path / "letter.doc")
    file.write_bytes(
        file.read_bytes().replace("Workbook".encode("utf-16-le"), "WordFile".encode("utf-16-le"))
    )

    with pytest.raises(NotASpreadsheet):
        sheets_of(file)
