"""The report of rejected rows: for the clerk's eyes only, and harmless to open."""

from collections.abc import Collection, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from audit_service.ledgers.headings import Part
from audit_service.ledgers.outcomes import Judged, Judgement, Outcome
from audit_service.ledgers.reading import Fault, Ledger, Row, read_ledger
from audit_service.ledgers.registers import DIBAO
from audit_service.ledgers.report import write_report
from audit_service.ledgers.telling import REASONS, as_json
from audit_service.web.translation import read_in
from tests import ledger_files

TODAY = date(2021, 6, 1)
FAULTS = (Fault("id_number.format", "身份证号码"), Fault("amount.negative", "月保障金额"))


class Written(Judgement):
    """Rows with outcomes that were never read from a file."""

    def __init__(self, *judged: Judged) -> None:
        self.ledger = Ledger(Path("dibao.xlsx"), spool=[])  # type: ignore[arg-type]
        self._judged = judged

    def having(self, outcomes: Collection[Outcome]) -> Iterator[Judged]:
        return (each for each in self._judged if each.outcome in outcomes)

    def count(self, outcome: Outcome) -> int:
        return [each.outcome for each in self._judged].count(outcome)


PARTS = {
    "台账": Part(DIBAO, "台账", ("户编号", "姓名"), {"household": 0, "name": 1}),
    "附表": Part(DIBAO, "附表", ("姓名", "户编号"), {"household": 1, "name": 0}),
}
NOTHING = {column.name: None for column in DIBAO.columns}


def judged(outcome: Outcome, *cells: Any, sheet: str = "台账", **more: Any) -> Judged:
    values = NOTHING | more.pop("values", {})
    return Judged(Row(0, PARTS[sheet], 7, cells, values, ()), outcome, **more)


def rejected(*cells: Any, sheet: str = "台账", faults: tuple[Fault, ...] = FAULTS) -> Judged:
    return judged(Outcome.REJECTED, *cells, sheet=sheet, faults=faults)


def sheets(file: Path | None) -> list[list[list[Any]]]:
    assert file is not None
    book = CalamineWorkbook.from_path(file)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def reported(folder: Path, *rows: Judged) -> list[list[Any]]:
    with read_in("en"):
        (sheet,) = sheets(write_report(Written(*rows), folder))
    return sheet


def test_a_rejected_row_is_reported_with_its_place_its_reasons_and_its_cells(tmp_path: Path) -> None:
    rows = reported(tmp_path, rejected("DB1", "赵甲子"))

    assert rows[0] == ["Row", "Outcome", "Reasons and repairs", "Codes", "户编号", "姓名"]
    assert rows[1] == [
        7,
        "Rejected",
        f"身份证号码: {REASONS['id_number.format']}\n月保障金额: {REASONS['amount.negative']}",
        "id_number.format amount.negative",
        "DB1",
        "赵甲子",
    ]


def test_each_sheet_has_its_own_headings(tmp_path: Path) -> None:
    written = Written(rejected("DB1", "赵甲子"), rejected("钱乙丑", "DB2", sheet="附表"))

    first, second = sheets(write_report(written, tmp_path))

    assert first[0][4:] == ["户编号", "姓名"]
    assert second[0][4:] == ["姓名", "户编号"]
    assert second[1][4:] == ["钱乙丑", "DB2"]


def test_what_was_not_rejected_is_not_in_the_report(tmp_path: Path) -> None:
    assert len(reported(tmp_path, rejected("DB1"), judged(Outcome.ACCEPTED, "DB2"))) == 2


def test_a_whole_report_tells_every_outcome_and_every_repair(tmp_path: Path) -> None:
    repaired = judged(Outcome.ACCEPTED, " DB 1", "赵 甲子", values={"household": "DB1", "name": "赵甲子"})
    again = judged(Outcome.DUPLICATE, "DB1", "赵甲子", values={"household": "DB1", "name": "赵甲子"})

    with read_in("en"):
        (rows,) = sheets(write_report(Written(repaired, again, rejected("DB2")), tmp_path, tuple(Outcome)))

    assert [row[1:3] for row in rows[1:3]] == [
        ["Taken over", "户编号: “ DB 1” read as “DB1”\n姓名: “赵 甲子” read as “赵甲子”"],
        ["Already on record", ""],
    ]
    assert rows[3][1] == "Rejected"


def test_the_rejected_rows_can_be_corrected_and_sent_in_again(tmp_path: Path) -> None:
    wrong = ledger_files.a_row(姓名="")
    file = ledger_files.a_workbook(tmp_path / "dibao.xlsx", [["名册"], *ledger_files.as_cells([wrong])])
    ledger = read_ledger(file, TODAY, tmp_path)
    judgement = Judgement(ledger)
    judgement.note([Judged(ledger[0], Outcome.REJECTED, ledger[0].faults)])
    (rows,) = sheets(write_report(judgement, tmp_path))

    rows[1][rows[0].index("姓名")] = "赵甲子"
    (again,) = read_ledger(ledger_files.a_workbook(tmp_path / "again.xlsx", rows), TODAY, tmp_path)

    assert not again.faults
    assert again.values == ledger[0].values | {"name": "赵甲子"}


def test_programs_are_told_of_each_row_in_codes() -> None:
    values = {"household": "DB1", "name": "赵甲子"}

    with read_in("en"):
        accepted = as_json(judged(Outcome.ACCEPTED, "ＤＢ１", "赵甲子", values=values))
        refused = as_json(rejected("DB1"))

    assert accepted["repairs"] == [{"heading": "户编号", "written": "ＤＢ１", "read": "DB1"}]
    assert (accepted["sheet"], accepted["row"], accepted["outcome"]) == ("台账", 7, "accepted")
    assert refused["reasons"][1] == {
        "code": "amount.negative",
        "column": "月保障金额",
        "text": REASONS["amount.negative"],
    }


def test_nothing_is_written_as_a_formula_or_a_link(tmp_path: Path) -> None:
    dangerous = ["=1+1", "+1", "@SUM(1)", "-1", "https://example.invalid", "{=1}"]

    rows = reported(tmp_path, rejected(*dangerous))

    assert rows[1][4:] == dangerous


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

    found = rows[1][4:]
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
    assert write_report(Written(judged(Outcome.ACCEPTED, "DB1")), tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_it_is_written_in_the_reader_s_language(tmp_path: Path) -> None:
    with read_in("zh"):
        (rows,) = sheets(write_report(Written(rejected("DB1")), tmp_path))

    assert rows[0][:4] == ["行号", "结果", "原因和更正", "代码"]


@pytest.mark.parametrize("code", REASONS)
def test_every_reason_is_a_sentence(code: str) -> None:
    assert REASONS[code].endswith(".")
