"""A register is found wherever it stands in a file, and each of its rows is judged on its own."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from audit_service.ledgers.reading import Fault, Ledger, Row, read_ledger
from audit_service.ledgers.refused_files import ColumnsMissing, NoKnownHeadings, NoRows
from tests.ledger_files import HEADINGS, a_csv, a_row, a_workbook, as_cells, fictional_register

TODAY = date(2021, 6, 1)
ROW = as_cells([a_row()])[1]


def read(file: Path) -> Ledger:
    return read_ledger(file, TODAY, file.parent)


def codes_of(row: Row) -> set[str]:
    return {fault.code for fault in row.faults}


def values_of(ledger: Ledger) -> list[dict[str, Any]]:
    return [row.values for row in ledger]


CLEAN = {
    "household": "DB0000001",
    "relation": "户主",
    "name": "赵甲子",
    "id_number": "210299196001010016",
    "area": "210202",
    "income": 10_000,
    "amount": 65_000,
    "paid_from": date(2020, 1, 1),
    "phone": None,
    "address": "示例街道",
}


@pytest.mark.parametrize("seed", range(3))
def test_a_fictional_register_is_judged_as_it_was_soiled(tmp_path: Path, seed: int) -> None:
    made = fictional_register(300, seed=seed)

    register = read(made.write(tmp_path / "dibao.xlsx"))

    assert Counter(code for row in register for code in codes_of(row)) == made.truth.rows_by_reason
    assert len(register) == made.truth.rows
    assert sum(bool(row.faults) for row in register) == made.truth.rejected


def test_the_same_seed_makes_the_same_register() -> None:
    assert fictional_register(50, seed=7).rows == fictional_register(50, seed=7).rows


def test_a_register_from_csv_reads_like_one_from_a_workbook(tmp_path: Path) -> None:
    rows = as_cells([row for row in fictional_register(200).rows if isinstance(row["身份证号码"], str)])

    from_csv = read(a_csv(tmp_path / "dibao.csv", rows, encoding="gb18030"))
    from_workbook = read(a_workbook(tmp_path / "dibao.xlsx", rows))

    assert values_of(from_csv) == values_of(from_workbook)
    assert [row.faults for row in from_csv] == [row.faults for row in from_workbook]


@pytest.mark.parametrize(
    "above",
    [[], [["低保台账"]], [["低保台账"], [], ["填报单位：示例区", "", "", "2021年6月1日"], ["单位：元"]]],
)
def test_headings_are_found_below_titles(tmp_path: Path, above: list[list[str]]) -> None:
    register = read(a_workbook(tmp_path / "dibao.xlsx", [*above, HEADINGS, ROW]))

    assert values_of(register) == [CLEAN]
    assert register[0].number == len(above) + 2


@pytest.mark.parametrize(
    "wordings",
    [
        {"户编号": "户号", "姓名": "家庭成员姓名", "身份证号码": "公民身份号码", "区市县": "所属区县"},
        {
            "家庭月收入": "家庭月收入（元）",
            "月保障金额": "月保障金(元/月)",
            "享受起始日期": "享受低保起始日期",
        },
        {
            "姓名": "姓　名",
            "身份证号码": " 身份证\n号码 ",
            "户编号": "户 编 号*",
            "与户主关系": "与户主关系：",
        },
        {"区市县": "县（市、区）"} | {"区市县": "县(市、区)"},
    ],
)
def test_headings_may_be_worded_otherwise(tmp_path: Path, wordings: dict[str, str]) -> None:
    headings = [wordings.get(heading, heading) for heading in HEADINGS]

    assert values_of(read(a_workbook(tmp_path / "dibao.xlsx", [headings, ROW]))) == [CLEAN]


def test_columns_may_stand_in_any_order_among_others(tmp_path: Path) -> None:
    headings = ["序号", *reversed(HEADINGS), "备注"]
    cells = [1, *reversed(ROW), "无"]

    assert values_of(read(a_workbook(tmp_path / "dibao.xlsx", [headings, cells]))) == [CLEAN]


@pytest.mark.parametrize(
    "line",
    [
        ["合计", "1条"],
        ["合 计"],
        ["", "", "", "总计"],
        ["小计：1户"],
        ["共1户1人"],
        ["Total", 1],
        ["制表人：赵甲子", "", "审核人：钱乙丑"],
        ["备注：以上数据截至5月"],
        ["本页小计", "1人"],
        ["中山区", "小计", "", "1户"],
        ["中山区小计"],
        ["注1：金额单位为元"],
        ["以上人员均已公示无异议。"] * 10,
        ["大连市最低生活保障家庭成员名册"],
        ["填报日期：2021年6月1日"],
        ["第1页"],
        ["", " ", "　"],
        HEADINGS,
    ],
)
def test_what_is_not_data_is_not_a_row(tmp_path: Path, line: list[Any]) -> None:
    register = read(a_workbook(tmp_path / "dibao.xlsx", [HEADINGS, ROW, line, ROW]))

    assert [row.number for row in register] == [2, 4]


@pytest.mark.parametrize("line", [["", "", "赵甲子"], ["DB0000009"], ["", "", "买买提·吐尔逊江"]])
def test_a_row_that_says_hardly_anything_is_still_a_row(tmp_path: Path, line: list[Any]) -> None:
    ledger = read(a_workbook(tmp_path / "dibao.xlsx", [HEADINGS, ROW, line]))

    assert len(ledger) == 2
    assert codes_of(ledger[1]) == {"required.missing"}


def test_a_row_that_is_only_numbered_is_not_a_row(tmp_path: Path) -> None:
    file = a_workbook(tmp_path / "dibao.xlsx", [["序号", *HEADINGS], [1, *ROW], [2], [3]])

    assert [row.number for row in read(file)] == [2]


def test_the_sheet_with_the_register_is_found_among_others(tmp_path: Path) -> None:
    file = a_workbook(
        tmp_path / "dibao.xlsx",
        [["填表说明"], ["姓名", "须与身份证一致"]],
        [HEADINGS, ROW],
        [],
        names=["说明", "低保", "空"],
    )

    (row,) = read(file)

    assert (row.part.sheet, row.number, row.values) == ("低保", 2, CLEAN)


def test_a_register_may_go_on_over_several_sheets(tmp_path: Path) -> None:
    file = a_workbook(
        tmp_path / "dibao.xlsx", [HEADINGS, ROW], [["续"], HEADINGS, ROW], names=["城市", "农村"]
    )

    assert [(row.part.sheet, row.number) for row in read(file)] == [("城市", 2), ("农村", 3)]


def test_sheets_of_several_kinds_are_read_each_as_what_it_is(tmp_path: Path) -> None:
    tekun = ["姓名", "身份证号码", "区市县", "供养方式", "月供养金", "认定日期"]
    someone = ["钱乙丑", "210299196001010024", "西岗", "集中供养", 975.0, "2020-01-01"]
    file = a_workbook(tmp_path / "all.xlsx", [HEADINGS, ROW], [tekun, someone], names=["低保", "特困"])

    rows = list(read(file))

    assert [(row.part.register.code, row.part.sheet) for row in rows] == [
        ("dibao", "低保"),
        ("tekun", "特困"),
    ]
    assert rows[1].values["care"] == "institution"


def test_a_sheet_without_all_of_its_columns_is_named_not_read(tmp_path: Path) -> None:
    others = ["姓名", "身份证号码", "区市县", "供养方式", "供养机构"]
    file = a_workbook(tmp_path / "all.xlsx", [HEADINGS, ROW], [others, ["x"] * 5], names=["低保", "特困"])

    ledger = read(file)

    assert len(ledger) == 1
    assert ledger.left_out == ["特困"]


def test_headings_may_stand_in_two_rows(tmp_path: Path) -> None:
    above = [
        "户编号",
        "与户主关系",
        "成员情况",
        "",
        "区市县",
        "街道乡镇",
        "救助情况（元）",
        "",
        "",
        "联系电话",
    ]
    below = ["", "", "姓名", "身份证号码", "", "", "家庭月收入", "月保障金额", "享受起始日期", ""]

    ledger = read(a_csv(tmp_path / "dibao.csv", [["名册"], above, below, ROW]))

    assert values_of(ledger) == [CLEAN | {"income": 10_000, "amount": 65_000}]
    assert ledger[0].number == 4
    assert ledger[0].part.headings[2:4] == ("姓名", "身份证号码")


@pytest.mark.parametrize(
    "line",
    [
        ["", "", "", "", "", "", "元", "元/月", "年月日"],
        [*range(1, 11)],
        [f"({number})" for number in range(1, 11)],
        ["甲", "乙", "丙", "丁", 1, 2, 3, 4, 5, 6],
    ],
)
def test_units_and_numbers_of_columns_below_the_headings_are_no_row(tmp_path: Path, line: list[Any]) -> None:
    assert values_of(read(a_workbook(tmp_path / "dibao.xlsx", [HEADINGS, line, ROW]))) == [CLEAN]


def test_a_register_without_a_needed_column_is_refused_and_the_column_named(tmp_path: Path) -> None:
    headings = [{"身份证号码": "证书", "月保障金额": "备注"}.get(heading, heading) for heading in HEADINGS]

    with pytest.raises(ColumnsMissing, match=r"身份证号码.*月保障金额"):
        read(a_workbook(tmp_path / "dibao.xlsx", [headings, ROW]))


def test_a_register_without_relations_is_read_all_the_same(tmp_path: Path) -> None:
    headings = [{"与户主关系": "附注"}.get(heading, heading) for heading in HEADINGS]

    (row,) = read(a_workbook(tmp_path / "dibao.xlsx", [headings, ROW]))

    assert row.values == CLEAN | {"relation": None}
    assert not row.faults


def test_a_spreadsheet_without_known_headings_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoKnownHeadings):
        read(a_workbook(tmp_path / "cars.xlsx", [["brand", "colour"], ["a", "red"]]))


def test_headings_without_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(NoRows):
        read(a_workbook(tmp_path / "dibao.xlsx", [HEADINGS, ["合计", "0条"]]))


def test_a_row_that_ends_early_lacks_what_stands_after(tmp_path: Path) -> None:
    (row,) = read(a_csv(tmp_path / "dibao.csv", [HEADINGS, ROW[:7]]))

    assert row.faults == (Fault("required.missing", "月保障金额"), Fault("required.missing", "享受起始日期"))


def test_a_row_gets_every_reason_that_applies(tmp_path: Path) -> None:
    bad = a_row(
        户编号="",
        身份证号码="2102",
        区市县="未知区",
        家庭月收入=-1.0,
        月保障金额="待定",
        享受起始日期="2099-01-01",
    )

    (row,) = read(a_workbook(tmp_path / "dibao.xlsx", as_cells([bad])))

    assert row.faults == (
        Fault("required.missing", "户编号"),
        Fault("id_number.format", "身份证号码"),
        Fault("area.unknown", "区市县"),
        Fault("amount.negative", "家庭月收入"),
        Fault("amount.invalid", "月保障金额"),
        Fault("date.future", "享受起始日期"),
    )
