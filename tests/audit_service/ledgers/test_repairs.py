"""What can be repaired without a loss is; what cannot gets its reason."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_service.demo.dirt import REPAIRABLE, full_width
from audit_service.ledgers import repairs
from tests.ledger_files import a_row, id_number

TODAY = date(2021, 6, 1)

READERS: dict[str, Callable[[Any, date], repairs.Found[Any]]] = {
    "户编号": repairs.number,
    "姓名": repairs.name,
    "身份证号码": repairs.id_number,
    "区市县": repairs.area,
    "月保障金额": repairs.amount,
    "享受起始日期": repairs.day,
}


@pytest.mark.parametrize(
    "cell",
    [
        date(2021, 4, 12),
        datetime(2021, 4, 12),  # noqa: DTZ001 - a spreadsheet knows no zones
        "2021年4月12日",
        "2021 年 4 月 12 日",
        "2021年04月12号",
        "2021/04/12",
        "2021/4/12",
        "2021.4.12",
        "2021．4．12",
        "20210412",
        20210412.0,
        "２０２１－０４－１２",
        "2021-04-12",
        "2021-4-12 00:00:00",
        "2021-04-12T00:00:00",
        44298.0,
        "44298",
    ],
)
def test_a_day_is_read_however_it_is_written(cell: Any) -> None:
    assert repairs.day(cell, TODAY) == (date(2021, 4, 12), ())


@pytest.mark.parametrize(
    "cell",
    [
        "2021-02-30",
        "2021年13月1日",
        "2021年4月",
        "21-04-12",
        "12/04/2021",
        "2021-04/12",
        "2021-04-12 08:30:00",
        datetime(2021, 4, 12, 8, 30),  # noqa: DTZ001 - a spreadsheet knows no zones
        "待定",
        "0000-01-01",
        "=TODAY()",
        "09999",
        2021.0,
        44298.5,
        -44298.0,
        float("inf"),
        float("nan"),
        True,
        timedelta(1),
        "9" * 400,
    ],
)
def test_what_is_no_day_is_not_guessed(cell: Any) -> None:
    assert repairs.day(cell, TODAY) == (None, ("date.invalid",))


@pytest.mark.parametrize("cell", ["2021-06-02", "2099-01-01", date(2021, 6, 2)])
def test_a_day_to_come_is_rejected(cell: Any) -> None:
    assert repairs.day(cell, TODAY) == (None, ("date.future",))


@pytest.mark.parametrize(
    "cell",
    [
        1150.0,
        1150,
        "1150",
        "1150元",
        "1,150.00",
        "1,150.00元",
        "１１５０",
        "１，１５０．００元",
        "¥1,150",
        "￥1150.0",
        " 1 150 ",
        "1150.000",
        "1150元整",
        "人民币1150元",
        "1150元/月",
        1149.9999999999998,
    ],
)
def test_an_amount_is_read_however_it_is_written(cell: Any) -> None:
    assert repairs.amount(cell, TODAY) == (115_000, ())


@pytest.mark.parametrize(
    "cell",
    [
        "待定",
        "1,15",
        "11,50.00",
        "1150.005",
        1150.005,
        "1.15E+03",
        "=100+50",
        "1150-",
        "约1150",
        "一千",
        "#N/A",
        "99999999999",
        "9" * 5_000,
        1e300,
        float("inf"),
        float("nan"),
        True,
        date(2021, 1, 1),
    ],
)
def test_what_is_no_amount_is_not_guessed(cell: Any) -> None:
    assert repairs.amount(cell, TODAY) == (None, ("amount.invalid",))


@pytest.mark.parametrize("cell", [-370.0, "-370", "-¥370", "－３７０元", "−370"])
def test_an_amount_below_nothing_is_rejected(cell: Any) -> None:
    assert repairs.amount(cell, TODAY) == (None, ("amount.negative",))


@given(st.integers(0, repairs.LARGEST_AMOUNT))
def test_every_amount_survives_every_way_to_write_it(fen: int) -> None:
    yuan = f"{fen // 100}.{fen % 100:02}"

    for cell in (yuan, f"{yuan}元", f"{fen // 100:,}.{fen % 100:02}", full_width(yuan), fen / 100):
        assert repairs.amount(cell, TODAY) == (fen, ())


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_day_survives_every_way_to_write_it(day: date) -> None:
    ways = [dirt.written(day) for dirt in REPAIRABLE if dirt.column == "享受起始日期"]

    for cell in (day, day.isoformat(), f"{day:%Y%m%d}", full_width(day.isoformat()), *ways):
        assert repairs.day(cell, TODAY) == (day, ())


@given(st.dates(date(1930, 1, 1), TODAY), st.integers(1, 999), st.data())
def test_every_id_number_survives_any_dirt_that_can_be_repaired(
    born: date, sequence: int, data: st.DataObject
) -> None:
    number = id_number(born, sequence)
    ways = [dirt.written for dirt in REPAIRABLE if dirt.column == "身份证号码"]

    soiled = data.draw(st.sampled_from(ways))(number)
    soiled = data.draw(st.sampled_from(["", " ", "'", "’", "\u3000", "\ufeff", "\xa0"])) + soiled

    assert repairs.id_number(soiled, TODAY) == (number, ())


@pytest.mark.parametrize("number", ["210299600101001", 210299600101001.0])
def test_a_number_of_fifteen_digits_is_brought_to_eighteen(number: Any) -> None:
    assert repairs.id_number(number, TODAY) == ("210299196001010016", ())


@pytest.mark.parametrize(
    "cell",
    [
        210299196001010016.0,
        2.10299196001010e17,
        "2.10299E+17",
        "210299196001010016.0",
        "2102991960010100",
        "2102991960010100166",
        "21O299196001010016",
        "=210299196001010016",
        "待补",
        True,
        date(1960, 1, 1),
    ],
)
def test_a_number_that_was_cut_or_mistyped_is_rejected(cell: Any) -> None:
    assert repairs.id_number(cell, TODAY) == (None, ("id_number.format",))


def test_a_number_with_several_faults_gets_every_reason() -> None:
    value, reasons = repairs.id_number("210299196002300010", TODAY)

    assert value is None
    assert set(reasons) == {"id_number.birth_date", "id_number.checksum"}


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("普兰店区", "210214"),
        ("普兰店", "210214"),
        ("普兰店市", "210214"),
        ("大连市普兰店区", "210214"),
        ("辽宁省大连市普兰店区", "210214"),
        ("大连普兰店", "210214"),
        ("金州新区", "210213"),
        ("长海", "210224"),
        ("旅顺", "210212"),
        ("210282", "210214"),
        ("瓦 房 店", "210281"),
        ("２１０２８３", "210283"),
        (210283.0, "210283"),
    ],
)
def test_an_area_is_known_by_its_names_and_its_code(cell: Any, code: str) -> None:
    assert repairs.area(cell, TODAY) == (code, ())


@pytest.mark.parametrize(
    "cell", ["未知区", "高新园区", "大连市", "大连", "区", "=中山区", "沈阳市", 210299.0]
)
def test_an_area_that_is_not_the_office_s_is_rejected(cell: Any) -> None:
    assert repairs.area(cell, TODAY) == (None, ("area.unknown",))


@pytest.mark.parametrize("cell", ["赵甲子", " 赵 甲 子 ", "赵　甲子", "赵甲子\n", "\ufeff赵甲子"])
def test_a_name_loses_the_blanks_that_pad_it(cell: str) -> None:
    assert repairs.name(cell, TODAY) == ("赵甲子", ())


@pytest.mark.parametrize("cell", ["=VLOOKUP(A1,B:C,2,0)", "#N/A", "#REF!"])
def test_a_formula_is_no_name_and_no_number(cell: str) -> None:
    assert repairs.name(cell, TODAY) == (None, ("required.missing",))
    assert repairs.number(cell, TODAY) == (None, ("required.missing",))


def test_a_name_in_letters_keeps_its_blanks() -> None:
    assert repairs.name("Zhao  Jiazi", TODAY) == ("Zhao Jiazi", ())


@pytest.mark.parametrize("cell", ["DB 0000 001", " DB0000001", "ＤＢ００００００１"])
def test_a_household_number_loses_its_blanks(cell: str) -> None:
    assert repairs.number(cell, TODAY) == ("DB0000001", ())


@pytest.mark.parametrize("cell", [1.2345678901234567e17, "1.23E+17"])
def test_a_household_number_that_was_cut_is_missing(cell: Any) -> None:
    assert repairs.number(cell, TODAY) == (None, ("required.missing",))


@pytest.mark.parametrize("dirt", REPAIRABLE)
def test_what_the_demonstration_calls_repairable_is(dirt: Any) -> None:
    clean = a_row(月保障金额=650.0, 享受起始日期=date(2020, 1, 1))[dirt.column]
    read = READERS[dirt.column]

    assert read(dirt.written(clean), TODAY) == read(clean, TODAY)
