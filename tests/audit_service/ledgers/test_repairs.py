"""What can be repaired without a loss is; what cannot gets its reason."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audit_service.demo import dirt
from audit_service.demo.dirt import REPAIRABLE
from audit_service.ledgers import amounts, days, found, repairs
from audit_service.ledgers.cells import is_cut
from audit_service.ledgers.registers import REGISTERS
from audit_service.ledgers.visiting import questions_in
from domain.areas import AREAS
from domain.needy import id_number as resident_id
from tests.ledger_files import id_number

TODAY = date(2021, 6, 1)

READERS: dict[str, Callable[[Any, date], found.Found[Any]]] = {
    dirt.HOUSEHOLD: repairs.number,
    dirt.NAME: repairs.name,
    dirt.ID_NUMBER: repairs.id_number,
    dirt.AREA: repairs.area,
    dirt.AMOUNT: amounts.amount,
    dirt.DAY: days.day,
}


@given(st.dates(date(1930, 1, 1), TODAY), st.integers(1, 999), st.data())
def test_every_id_number_survives_any_dirt_that_can_be_repaired(
    born: date, sequence: int, data: st.DataObject
) -> None:
    number = id_number(born, sequence)
    ways = [way.written for way in REPAIRABLE if way.column == dirt.ID_NUMBER]

    soiled = data.draw(st.sampled_from(ways))(number)
    soiled = (
        data.draw(st.sampled_from(["", " ", "'", "’", "\u3000", "\ufeff", "\xa0", "\u200b", "\u202d"]))
        + soiled
    )

    assert repairs.id_number(soiled, TODAY) == (number, ())


@pytest.mark.parametrize("number", ["210299-19600101-0016", "210299–19600101–0016", "210299 19600101 001-6"])
def test_a_number_loses_the_dashes_between_its_parts(number: str) -> None:
    assert repairs.id_number(number, TODAY) == ("210299196001010016", ())


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
        ("210202000000", "210202"),
        ("大连市－中山区", "210202"),
        ("甘井子區", "210211"),
        ("\u200b莊河市", "210283"),
    ],
)
def test_an_area_is_known_by_its_names_and_its_code(cell: Any, code: str) -> None:
    assert repairs.area(cell, TODAY) == (code, ())


@pytest.mark.parametrize(
    "cell",
    [
        "未知区",
        "高新园区",
        "大连市",
        "大连",
        "区",
        "=中山区",
        "沈阳市",
        "中山市",
        "瓦房店区",
        "中山区某街道",
        210299.0,
    ],
)
def test_an_area_that_is_not_the_office_s_is_rejected(cell: Any) -> None:
    assert repairs.area(cell, TODAY) == (None, ("area.unknown",))


@pytest.mark.parametrize("cell", ["赵甲子", " 赵 甲 子 ", "赵　甲子", "赵甲子\n", "\ufeff赵甲子"])
def test_a_name_loses_the_blanks_that_pad_it(cell: str) -> None:
    assert repairs.name(cell, TODAY) == ("赵甲子", ())


@pytest.mark.parametrize("cell", ["赵·甲子", "赵•甲子", "赵・甲子", "赵 . 甲子", "赵．甲子"])
def test_a_name_of_parts_has_one_kind_of_dot(cell: str) -> None:
    assert repairs.name(cell, TODAY) == ("赵·甲子", ())


@pytest.mark.parametrize("cell", ["-", "——", "/", "*", "…", "1", "'"])
def test_what_holds_no_letter_is_no_name(cell: str) -> None:
    assert repairs.name(cell, TODAY) == (None, ("required.missing",))


@pytest.mark.parametrize(
    ("cell", "number"),
    [(3.0, 3), ("3", 3), ("3.0", 3), ("3人", 3), ("３口", 3), ("约3人", None), (0.0, None), ("三", None)],
)
def test_people_are_counted_where_a_number_says_how_many(cell: Any, number: int | None) -> None:
    assert repairs.count(cell, TODAY) == (number, ())


@pytest.mark.parametrize(
    ("cell", "phone"), [(13900000000.0, "13900000000"), ("139 0000 0000", "13900000000"), (1.39e16, None)]
)
def test_a_phone_number_is_kept_unless_it_was_cut(cell: Any, phone: str | None) -> None:
    assert repairs.digits(cell, TODAY) == (phone, ())


def test_words_stay_on_their_lines_without_what_nobody_sees() -> None:
    assert repairs.words(" 房屋\u200b漏雨； \n\n 看病  贵 ", TODAY) == ("房屋漏雨；\n看病 贵", ())


def test_a_code_is_read_from_its_wordings_and_other_words_stay() -> None:
    read = repairs.coded({"home": "分散供养 分散", "institution": "集中供养"})

    assert [read(cell, TODAY) for cell in ("分散", " 集中 供养", "托养")] == [
        ("home", ()),
        ("institution", ()),
        ("托养", ()),
    ]


EVERY_READER = {column.read for register in REGISTERS for column in register.columns}
ANY_CELL = st.one_of(
    st.text("=+-@#'DB0123456789eE.\u200b\n；;、赵甲 ·(){}", max_size=24),
    st.text(max_size=40),
    st.floats(),
    st.integers(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
    st.from_regex(r"[0-9０-９年月日元,.，（(\-−—'￥ :时分]{1,24}", fullmatch=True),
)


@given(ANY_CELL)
def test_no_cell_breaks_any_reader_and_none_has_a_value_and_a_reason(cell: Any) -> None:
    for read in EVERY_READER:
        value, reasons = read(cell, TODAY)
        assert value is None or not reasons
        assert value != ""


@given(ANY_CELL)
def test_what_is_accepted_is_within_its_bounds(cell: Any) -> None:
    day, _ = days.day(cell, TODAY)
    fen, _ = amounts.amount(cell, TODAY)
    number, _ = repairs.id_number(cell, TODAY)
    area, _ = repairs.area(cell, TODAY)

    assert day is None or day <= TODAY
    assert fen is None or 0 <= fen <= amounts.LARGEST_AMOUNT
    assert number is None or resident_id.reasons(number, TODAY) == ()
    assert area is None or area in AREAS


@given(ANY_CELL)
def test_what_is_accepted_as_words_hides_nothing(cell: Any) -> None:
    household, _ = repairs.number(cell, TODAY)
    name, _ = repairs.name(cell, TODAY)
    phone, _ = repairs.digits(cell, TODAY)
    people, _ = repairs.count(cell, TODAY)
    asked = questions_in(repairs.words(cell, TODAY)[0] or "")

    assert household is None or (household == "".join(household.split()) and not is_cut(household))
    assert not any(text.startswith("=") for text in (household or "", name or ""))
    assert name is None or any(map(str.isalpha, name))
    assert phone is None or not is_cut(phone)
    assert people is None or 1 <= people <= 99
    assert all(question == question.strip() != "" for question in asked)


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


CLEAN = {
    dirt.HOUSEHOLD: "DB0000001",
    dirt.NAME: "赵甲子",
    dirt.ID_NUMBER: "210299196001010016",
    dirt.AREA: "中山区",
    dirt.AMOUNT: 650.0,
    dirt.DAY: date(2020, 1, 1),
}


@pytest.mark.parametrize("way", REPAIRABLE)
def test_what_the_demonstration_calls_repairable_is(way: Any) -> None:
    clean, read = CLEAN[way.column], READERS[way.column]

    assert read(way.written(clean), TODAY) == read(clean, TODAY)
