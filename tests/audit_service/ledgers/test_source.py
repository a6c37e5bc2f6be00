"""A file that cannot be a register is refused with one sentence, whatever it is."""

import os
import zipfile
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

from audit_service.ledgers import package, workbook
from audit_service.ledgers.refused_files import (
    FileDamaged,
    FileEmpty,
    FileEncrypted,
    FileNotReadable,
    FileRefused,
    FileTooLarge,
    NoSuchFile,
    NotAFile,
    NotASpreadsheet,
    SheetTooLarge,
)
from audit_service.ledgers.source import sheets_of as sheets_in
from tests.ledger_files import a_csv, a_row, a_workbook, as_cells

Read = list[tuple[str, list[list[Any]]]]


def sheets_of(file: Path) -> Read:
    return [(sheet.name, [list(cells) for cells in sheet.rows]) for sheet in sheets_in(file)]


COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def a_zip(file: Path, **parts: bytes) -> Path:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return file


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", FileEmpty),
        (b" \r\n", FileEmpty),
        (b"%PDF-1.7 of a register", NotASpreadsheet),
        (b"\x89PNG\r\n\x1a\n, , ,", NotASpreadsheet),
        (bytes(range(256)) * 20, NotASpreadsheet),
        (b"a sentence without any columns", NotASpreadsheet),
        (b"a,b\0,c", NotASpreadsheet),
        (b"\xff\xfea", NotASpreadsheet),
        (b'a,"' + b"b" * 200_000, FileDamaged),
        (COMPOUND + b"Workbook", FileDamaged),
        (b"PK\x03\x04 cut off", FileDamaged),
    ],
)
def test_what_is_no_spreadsheet_is_refused(
    tmp_path: Path, content: bytes, refusal: type[FileRefused]
) -> None:
    file = tmp_path / "register.xlsx"
    file.write_bytes(content)

    with pytest.raises(refusal, match=r"register\.xlsx"):
        sheets_of(file)


def test_a_document_of_another_kind_is_refused(tmp_path: Path) -> None:
    file = a_zip(tmp_path / "letter.docx", **{"word/document.xml": b"<w:document/>"})

    with pytest.raises(NotASpreadsheet):
        sheets_of(file)


def test_a_workbook_cut_in_half_is_refused(tmp_path: Path) -> None:
    whole = a_workbook(tmp_path / "register.xlsx", as_cells([a_row()]))
    whole.write_bytes(whole.read_bytes()[:2000])

    with pytest.raises(FileDamaged):
        sheets_of(whole)


def test_a_workbook_whose_parts_are_not_what_they_should_be_is_refused(tmp_path: Path) -> None:
    file = a_zip(tmp_path / "register.xlsx", **{"xl/workbook.xml": b"<workbook"})

    with pytest.raises(FileDamaged):
        sheets_of(file)


@pytest.mark.parametrize(("beginning", "size"), [(b"PK\x03\x04", 200), (COMPOUND, 200), (b"a,b\r\n", 500)])
def test_a_file_that_is_too_large_is_refused_unread(tmp_path: Path, beginning: bytes, size: int) -> None:
    file = tmp_path / "register.xlsx"
    with file.open("wb") as sparse:
        sparse.write(beginning)
        sparse.truncate(size << 20)

    with pytest.raises(FileTooLarge, match=f"{size} MB"):
        sheets_of(file)


def test_a_workbook_that_unpacks_to_more_than_it_says_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST_UNPACKED", 8)
    bomb = a_zip(tmp_path / "register.xlsx", **{"xl/workbook.xml": b"0" * (9 << 20)})
    assert bomb.stat().st_size < 20_000

    with pytest.raises(FileTooLarge, match="9 MB"):
        sheets_of(bomb)


def test_a_stray_cell_far_out_is_refused_before_room_is_made_for_it(tmp_path: Path) -> None:
    stray: list[list[str]] = [[]] * 1_000_000 + [[""] * 100 + ["x"]]
    file = a_workbook(tmp_path / "register.xlsx", stray)

    with pytest.raises(SheetTooLarge, match="row 1000001 and across to column CW"):
        sheets_of(file)


def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFile, match=r"nowhere\.xlsx"):
        sheets_of(tmp_path / "nowhere.xlsx")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotAFile):
        sheets_of(tmp_path)


def test_a_device_is_refused() -> None:
    with pytest.raises(NotAFile):
        sheets_of(Path(os.devnull))


def test_a_file_that_may_not_be_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = a_csv(tmp_path / "register.csv", as_cells([a_row()]))

    def denied(path: Path, *_: object) -> None:
        raise PermissionError(13, "denied", path)

    monkeypatch.setattr(Path, "open", denied)

    with pytest.raises(FileNotReadable):
        sheets_of(file)


def test_a_workbook_protected_by_the_archive_s_own_password_is_refused(tmp_path: Path) -> None:
    file = a_zip(tmp_path / "register.xlsx", **{"xl/workbook.xml": b"<workbook/>"})
    content = bytearray(file.read_bytes())
    content[content.rindex(b"PK\x01\x02") + 8] |= 1
    file.write_bytes(content)

    with pytest.raises(FileEncrypted):
        sheets_of(file)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_csv_file_is_read_in_any_encoding_of_an_office(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    file = a_csv(tmp_path / "register.csv", as_cells([a_row()]), encoding=encoding, delimiter=delimiter)

    ((_, rows),) = sheets_of(file)

    assert rows[1][2] == "赵甲子"


def test_nothing_in_a_csv_file_is_calculated(tmp_path: Path) -> None:
    file = a_csv(tmp_path / "register.csv", [["a", "b"], ["=1+1", '="0210299"', '="a"&"b"']])

    ((_, rows),) = sheets_of(file)

    assert rows[1] == ["=1+1", "0210299", '="a"&"b"']


def test_a_merged_cell_counts_for_all_it_covers(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "register.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_column(0, 0, ["one", "two", "three"])
        sheet.merge_range(1, 1, 2, 1, "both")

    ((_, read),) = sheets_of(tmp_path / "register.xlsx")

    assert read == [["one", ""], ["two", "both"], ["three", "both"]]


def test_a_formula_is_what_was_last_calculated(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "register.xlsx") as book:
        book.add_worksheet().write_formula(0, 0, "=600+50", value=650)

    ((_, read),) = sheets_of(tmp_path / "register.xlsx")

    assert read == [[650.0]]


def test_hidden_sheets_are_named_and_not_read(tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "register.xlsx", [["seen"]], [["not seen"]], names=["A", "B"], hidden=["B"])

    assert sheets_of(file) == [("A", [["seen"]]), ("B", [])]


def test_a_formula_that_nobody_has_calculated_stands_as_it_is_written(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "register.xlsx") as book:
        sheet = book.add_worksheet("台账")
        sheet.write_formula(0, 0, '=IF(A2<1,"a",600+50)')
        sheet.write_formula(2, 1, "=B1", value="赵甲子")

    ((_, rows),) = sheets_of(tmp_path / "register.xlsx")

    assert rows == [['=IF(A2<1,"a",600+50)', ""], ["", ""], ["", "赵甲子"]]


def test_a_cell_in_a_merged_block_that_is_empty_stays_so(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "register.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.merge_range(0, 0, 1, 0, "户")
        sheet.merge_range(0, 1, 1, 2, "both")
        sheet.write_row(2, 0, ["a", "b", "c"])

    ((_, rows),) = sheets_of(tmp_path / "register.xlsx")

    assert rows == [["户", "both", "both"], ["户", "both", "both"], ["a", "b", "c"]]


def test_a_workbook_with_macros_is_read_without_them(tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "register.xlsx", [["seen"]])
    with zipfile.ZipFile(file, "a") as made:
        made.writestr("xl/vbaProject.bin", COMPOUND + b"Sub Auto_Open()")

    assert sheets_of(file) == [("Sheet1", [["seen"]])]


def test_whoever_stops_the_reading_is_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = a_workbook(tmp_path / "register.xlsx", as_cells([a_row()]))

    def stopped(_: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(workbook, "checked", stopped)

    with pytest.raises(KeyboardInterrupt):
        sheets_of(file)
