"""A large file is read by a process beside as it would be read here."""

from itertools import chain, islice
from pathlib import Path

import pytest

from audit_service.ledgers import reading_beside
from audit_service.ledgers.reading_beside import TOGETHER, sheets_in
from audit_service.ledgers.refused_files import FileDamaged, NotASpreadsheet
from audit_service.ledgers.source import sheets_of
from tests.ledger_files import a_row, a_workbook, as_cells


@pytest.fixture(autouse=True)
def every_file_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_beside, "LARGE", 0)


def a_large_workbook(folder: Path) -> Path:
    rows = as_cells([a_row(户编号=f"DB{number}") for number in range(2 * TOGETHER + 1)])
    sheets, names = (rows, [["说明"]], rows), ("低保", "说明", "去年")
    return a_workbook(folder / "register.xlsx", *sheets, names=names, hidden=["去年"])


def test_sheets_are_those_of_the_file(tmp_path: Path) -> None:
    file = a_large_workbook(tmp_path)

    found = [(sheet.name, sheet.hidden, list(sheet.rows)) for sheet in sheets_in(file, tmp_path)]

    assert found == [(sheet.name, sheet.hidden, list(sheet.rows)) for sheet in sheets_of(file, tmp_path)]
    assert [len(rows) for _, _, rows in found] == [2 * TOGETHER + 2, 1, 0]


def test_a_sheet_that_nobody_went_through_keeps_none_from_the_next(tmp_path: Path) -> None:
    sheets = sheets_in(a_large_workbook(tmp_path), tmp_path)

    first = next(iter(next(sheets).rows))

    assert list(next(sheets).rows) == [["说明"]] != [first]


def test_a_file_that_is_no_register_is_refused_as_it_would_be_here(tmp_path: Path) -> None:
    file = tmp_path / "register.pdf"
    file.write_bytes(b"%PDF-1.7")

    with pytest.raises(NotASpreadsheet) as refused:
        list(sheets_in(file, tmp_path))

    assert refused.value.facts == {"file": "register.pdf"}


def test_a_file_that_turns_out_damaged_is_refused_after_its_first_rows(tmp_path: Path) -> None:
    file = tmp_path / "register.csv"
    file.write_bytes("姓名,区市县\n".encode() * TOGETHER + b"x" * 200_000)
    (sheet,) = islice(sheets := sheets_in(file, tmp_path), 1)
    rows = iter(sheet.rows)

    assert next(rows) == ["姓名", "区市县"]
    with pytest.raises(FileDamaged):
        list(chain(rows, sheets))


def test_a_process_that_is_lost_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "true")

    with pytest.raises(OSError, match=r"lost|Broken pipe"):
        list(sheets_in(a_large_workbook(tmp_path), tmp_path))
