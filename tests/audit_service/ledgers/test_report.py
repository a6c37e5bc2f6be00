"""The report of rejected rows: for the clerk's eyes only, and harmless to open."""

from datetime import date, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from python_calamine import CalamineWorkbook

from audit_service.ledgers.outcomes import Judged, Outcome
from audit_service.ledgers.reading import Fault, RegisterRead, Row
from audit_service.ledgers.registers import DIBAO
from audit_service.ledgers.report import REASONS, write_report
from audit_service.web.translation import read_in

FAULTS = (Fault("id_number.format", "身份证号码"), Fault("amount.negative", "月保障金额"))


def a_row(*cells: object, sheet: str = "台账", number: int = 7) -> Row:
    return Row(sheet, number, list(cells), {}, ())  # type: ignore[arg-type]


def rejected(*cells: object, sheet: str = "台账", faults: tuple[Fault, ...] = FAULTS) -> Judged:
    return Judged(a_row(*cells, sheet=sheet), Outcome.REJECTED, faults)


def reported(folder: Path, *judged: Judged) -> list[list[Any]]:
    headings = {"台账": ["户编号", "姓名"], "附表": ["姓名", "户编号"]}
    register = RegisterRead(Path("dibao.xlsx"), DIBAO, headings, [], ())
    with read_in("en"):
        file = write_report(register, judged, folder)
    assert file is not None
    return CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()


def test_a_rejected_row_is_reported_with_its_place_its_reasons_and_its_cells(tmp_path: Path) -> None:
    rows = reported(tmp_path, rejected("DB1", "赵甲子"))

    assert rows[1] == ["Row", "Reasons", "Codes", "户编号", "姓名"]
    assert rows[2] == [
        7,
        f"身份证号码: {REASONS['id_number.format']}\n月保障金额: {REASONS['amount.negative']}",
        "id_number.format amount.negative",
        "DB1",
        "赵甲子",
    ]


def test_each_sheet_has_its_own_headings(tmp_path: Path) -> None:
    rows = reported(tmp_path, rejected("DB1", "赵甲子"), rejected("钱乙丑", "DB2", sheet="附表"))

    assert [row[0] for row in rows] == ["台账", "Row", 7, "附表", "Row", 7]
    assert rows[4][3:] == ["姓名", "户编号"]


def test_what_was_not_rejected_is_not_in_the_report(tmp_path: Path) -> None:
    rows = reported(tmp_path, rejected("DB1"), Judged(a_row("DB2"), Outcome.ACCEPTED, person=uuid4()))

    assert len(rows) == 3


def test_nothing_is_written_as_a_formula_or_a_link(tmp_path: Path) -> None:
    dangerous = ["=1+1", "+1", "@SUM(1)", "-1", "https://example.invalid", "{=1}"]

    rows = reported(tmp_path, rejected(*dangerous))

    assert rows[2][3:] == dangerous


def test_every_kind_of_cell_can_be_reported(tmp_path: Path) -> None:
    cells = [
        1.5,
        True,
        float("nan"),
        date(2021, 4, 12),
        datetime(2021, 4, 12, 8),  # noqa: DTZ001 - a spreadsheet knows no zones
        date(1, 1, 1),
        "x" * 40_000,
    ]

    rows = reported(tmp_path, rejected(*cells))

    found = rows[2][3:]
    assert found[:3] == [1.5, True, "nan"]
    assert str(found[3]).startswith("2021-04-12")
    assert found[5] == "0001-01-01"
    assert len(str(found[6])) == 32_767


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    reported(tmp_path / "new" / "folder", rejected("DB1"))

    (file,) = (tmp_path / "new" / "folder").iterdir()
    assert file.stat().st_mode & 0o777 == 0o600
    assert file.name.startswith("dibao-rejected-")


def test_without_rejected_rows_there_is_no_report(tmp_path: Path) -> None:
    register = RegisterRead(Path("dibao.xlsx"), DIBAO, {}, [], ())

    assert write_report(register, [], tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_it_is_written_in_the_reader_s_language(tmp_path: Path) -> None:
    register = RegisterRead(Path("dibao.xlsx"), DIBAO, {"台账": []}, [], ())

    file = write_report(register, [rejected("DB1")], tmp_path)

    assert file is not None
    rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    assert rows[1][:3] == ["行号", "原因", "代码"]


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_a_sentence(code: str) -> None:
    assert REASONS[code].endswith(".")
