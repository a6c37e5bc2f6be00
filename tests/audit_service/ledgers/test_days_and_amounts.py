"""Days and amounts are read however a register writes them, and never guessed."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_service.demo.dirt import DAY, REPAIRABLE, full_width
from audit_service.ledgers import amounts, days

TODAY = date(2021, 6, 1)


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
        "'2021-04-12",
        "2021—04—12",
        "2021年四月12日",
        "二〇二一年四月十二日",
        "二○二一年四月十二日",
        "2021-04-12 08:30:00",
        "2021-04-12T08:30:00.000Z",
        "2021年4月12日8时30分",
        "2021/4/12 下午3点",
        datetime(2021, 4, 12, 8, 30),  # noqa: DTZ001 - a spreadsheet knows no zones
        "\u200b2021-04-12\u202c",
    ],
)
def test_a_day_is_read_however_it_is_written(cell: Any) -> None:
    assert days.day(cell, TODAY) == (date(2021, 4, 12), ())


@pytest.mark.parametrize(
    "cell",
    [
        "2021-02-30",
        "2021年13月1日",
        "2021年4月",
        "21-04-12",
        "12/04/2021",
        "2021-04/12",
        "2021-04-12 25:30",
        "2021-04-12 08:61",
        "2021-04-1208:30",
        "二〇二一年四月",
        "二十一年四月十二日",
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
    assert days.day(cell, TODAY) == (None, ("date.invalid",))


@pytest.mark.parametrize("cell", ["2021-06-02", "2099-01-01", date(2021, 6, 2)])
def test_a_day_to_come_is_rejected(cell: Any) -> None:
    assert days.day(cell, TODAY) == (None, ("date.future",))


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
        "'1150",
        "RMB 1,150.00",
        "1150 圆",
        "\u200e1150\u00ad",
    ],
)
def test_an_amount_is_read_however_it_is_written(cell: Any) -> None:
    assert amounts.amount(cell, TODAY) == (115_000, ())


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
        "((370))",
        "(-370)",
        "0.1万元",
        "750/人",
        "-",
    ],
)
def test_what_is_no_amount_is_not_guessed(cell: Any) -> None:
    assert amounts.amount(cell, TODAY) == (None, ("amount.invalid",))


@pytest.mark.parametrize(
    "cell", [-370.0, "-370", "-¥370", "－３７０元", "−370", "(370)", "（370.00元）", "负370元", "–370"]
)
def test_an_amount_below_nothing_is_rejected(cell: Any) -> None:
    assert amounts.amount(cell, TODAY) == (None, ("amount.negative",))


@given(st.integers(0, amounts.LARGEST_AMOUNT))
def test_every_amount_survives_every_way_to_write_it(fen: int) -> None:
    yuan = f"{fen // 100}.{fen % 100:02}"

    for cell in (yuan, f"{yuan}元", f"{fen // 100:,}.{fen % 100:02}", full_width(yuan), fen / 100):
        assert amounts.amount(cell, TODAY) == (fen, ())


@given(st.dates(date(1900, 1, 1), TODAY))
def test_every_day_survives_every_way_to_write_it(day: date) -> None:
    ways = [dirt.written(day) for dirt in REPAIRABLE if dirt.column == DAY]

    for cell in (day, day.isoformat(), f"{day:%Y%m%d}", full_width(day.isoformat()), *ways):
        assert days.day(cell, TODAY) == (day, ())
