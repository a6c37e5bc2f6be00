"""A large sheet is read slice by slice, and nothing of it is read otherwise than at once."""

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from audit_service.ledgers import slices
from audit_service.ledgers.refused_files import FileDamaged
from audit_service.ledgers.workbook import sheets_of_xlsx

ROWS: list[list[Any]] = [
    ["户编号", "姓名", "金额", "日期", "备注"],
    *(
        [f"DB{number:05d}", "赵甲子", number / 4, date(2021, 4, 1 + number % 30), True]
        for number in range(60)
    ),
]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(params=[300, 1000, 4000])
def at_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """Read so many bytes at once: a row has about 250."""
    monkeypatch.setattr(slices, "AT_ONCE", request.param)
    return int(request.param)


def a_workbook(file: Path) -> Path:
    """One with all that makes a cell differ from what is written into it."""
    with xlsxwriter.Workbook(file, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("台账")
        for number, cells in enumerate(ROWS, 3):
            sheet.write_row(number, 1, cells)
        sheet.merge_range(0, 0, 1, 4, "名册")
        sheet.merge_range(40, 7, 44, 8, "合并")
        sheet.write_formula(50, 1, "=1+1", value="")
        sheet.write_formula(51, 1, "=1+1", value=2)
        sheet.write(90, 2, "row></row>")
        book.add_worksheet("别的").write(0, 0, "x")
        book.add_worksheet("隐藏").hide()
    return file


def read(file: Path, folder: Path) -> list[tuple[str, list[list[Any]]]]:
    return [(sheet.name, [list(row) for row in sheet.rows]) for sheet in sheets_of_xlsx(file, folder)]


def filled(sheets: list[tuple[str, list[list[Any]]]]) -> list[tuple[str, list[list[Any]]]]:
    """Without the empty cells at the end of rows."""
    return [(name, [_without_end(row) for row in rows]) for name, rows in sheets]


def _without_end(row: list[Any]) -> list[Any]:
    return row[: max((place for place, cell in enumerate(row, 1) if cell != ""), default=0)]


def test_it_is_read_as_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int) -> None:
    file = a_workbook(tmp_path / "a.xlsx")
    found = read(file, tmp_path)
    monkeypatch.setattr(slices, "AT_ONCE", 1 << 30)

    assert filled(found) == filled(read(file, tmp_path))
    assert len(found[0][1]) == 91
    assert list(tmp_path.iterdir()) == [file]


@pytest.mark.usefixtures("at_once")
def test_names_of_elements_may_have_a_prefix(tmp_path: Path) -> None:
    file = changed(a_workbook(tmp_path / "a.xlsx"), with_prefix)

    assert filled(read(file, tmp_path)) == filled(read(a_workbook(tmp_path / "b.xlsx"), tmp_path))


@pytest.mark.usefixtures("at_once")
def test_a_sheet_that_breaks_off_is_damaged(tmp_path: Path) -> None:
    file = changed(a_workbook(tmp_path / "a.xlsx"), lambda sheet: sheet[: sheet.index(b"</sheetData>") - 40])

    with pytest.raises(FileDamaged):
        read(file, tmp_path)


def with_prefix(sheet: bytes) -> bytes:
    for name in (
        b"worksheet",
        b"sheetData",
        b"row",
        b"c",
        b"v",
        b"f",
        b"mergeCells",
        b"mergeCell",
        b"dimension",
    ):
        for before in (b"<", b"</"):
            for after in (b" ", b">"):
                sheet = sheet.replace(before + name + after, before + b"x:" + name + after)
    return sheet.replace(b"xmlns=", b"xmlns:x=")


def changed(file: Path, change: Any) -> Path:
    """Return a copy whose first sheet is changed."""
    other = file.with_name("changed.xlsx")
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(other, "w") as copy:
        for name in parts.namelist():
            content = parts.read(name)
            copy.writestr(name, change(content) if name == SHEET else content)
    return other


def test_the_names_of_places_are_read() -> None:
    assert [slices._place(name) for name in (b"A", b"Z", b"AA", b"XFD")] == [0, 25, 26, 16_383]
