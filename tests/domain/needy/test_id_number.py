from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.iso7064 import mod_11_2

from domain.needy import id_number

TODAY = date(2021, 6, 1)


@pytest.mark.parametrize(
    ("number", "sex", "born_on"),
    [
        pytest.param("11010519491231002X", "female", "1949-12-31", id="sample of the standard"),
        pytest.param("440524188001010014", "male", "1880-01-01", id="old sample of the standard"),
        pytest.param("210211201202290131", "male", "2012-02-29", id="leap day"),
        pytest.param("210282196006150248", "female", "1960-06-15", id="area that is gone"),
        pytest.param("21020219500505002X", "female", "1950-05-05", id="check digit X"),
    ],
)
def test_a_right_number_tells_sex_and_day_of_birth(number: str, sex: str, born_on: str) -> None:
    assert id_number.reasons(number, TODAY) == ()
    assert id_number.sex(number) == sex
    assert id_number.born_on(number).isoformat() == born_on


@pytest.mark.parametrize(
    "written",
    [
        "21020219500505002x",
        " 210202 19500505 002X ",
        "'21020219500505002X",
        "２１０２０２１９５００５０５００２Ｘ",
    ],
)
def test_repairs_lose_nothing(written: str) -> None:
    assert id_number.normalise(written) == "21020219500505002X"


def test_a_number_of_the_first_generation_gets_century_and_check_digit() -> None:
    assert id_number.normalise("210202470312001") == "210202194703120019"


@given(st.integers(0, 10**17 - 1).map("{:017}".format))
def test_the_check_digit_is_that_of_the_standard(digits: str) -> None:
    assert id_number.check_digit(digits) == mod_11_2.calc_check_digit(digits)


@pytest.mark.parametrize(
    ("number", "reasons"),
    [
        ("210202194703120018", ("id_number.checksum",)),
        ("210202202102290017", ("id_number.checksum", "id_number.birth_date")),
        ("2102021947031200199", ("id_number.format",)),
        ("2102O2194703120019", ("id_number.format",)),
        ("", ("id_number.format",)),
        ("21020219470312001", ("id_number.format",)),
    ],
)
def test_a_wrong_number_is_told_every_reason(number: str, reasons: tuple[str, ...]) -> None:
    assert id_number.reasons(id_number.normalise(number), TODAY) == reasons


def test_nobody_is_born_tomorrow() -> None:
    number = "210202202106020010"
    right = next(f"{number[:17]}{digit}" for digit in "0123456789X" if not _wrong_check(number[:17] + digit))

    assert id_number.reasons(right, date(2021, 6, 2)) == ()
    assert id_number.reasons(right, TODAY) == ("id_number.birth_date",)


def _wrong_check(number: str) -> bool:
    return "id_number.checksum" in id_number.reasons(number, TODAY)
