from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from audit_service.web.translation import read_in
from audit_service.web.wording import (
    day,
    difference,
    instant,
    money,
    month,
    number,
    sentence,
    written,
)
from domain.areas import AREAS
from domain.money import Fen
from domain.periods import Month
from domain.refusal import Message, Refused


@pytest.mark.parametrize(
    ("fen", "expected"),
    [(144000, "¥ 1,440.00"), (0, "¥ 0.00"), (5, "¥ 0.05"), (-10050, "−¥ 100.50"), (None, "—")],
)
def test_amounts_are_written_in_yuan(fen: int | None, expected: str) -> None:
    assert money(fen) == expected


@pytest.mark.parametrize(
    ("fen", "expected"), [(3000, "+¥ 30.00"), (-3000, "−¥ 30.00"), (0, "¥ 0.00"), (None, "—")]
)
def test_differences_have_a_sign(fen: int | None, expected: str) -> None:
    assert difference(fen) == expected


def test_days_and_months_are_written_as_the_reader_writes_them() -> None:
    assert (day(date(2021, 7, 1)), month(date(2021, 7, 1))) == ("2021年7月1日", "2021年7月")
    with read_in("en"):
        assert (day(date(2021, 7, 1)), month(date(2021, 7, 1))) == ("1 July 2021", "July 2021")
    assert (day(None), month(None), instant(None), number(None)) == ("—", "—", "—", "—")


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2021, 9, 20, 2, 0, tzinfo=UTC),
        datetime(2021, 9, 20, 2, 0),  # noqa: DTZ001 - as a database without zones hands it over
        datetime(2021, 9, 19, 21, 0, tzinfo=timezone(-timedelta(hours=5))),
    ],
)
def test_moments_are_written_by_the_clock_of_the_office(moment: datetime) -> None:
    assert instant(moment) == "2021年9月20日 10:00"
    with read_in("en"):
        assert instant(moment) == "20 September 2021, 10:00"


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (12480, "12,480"),
        (True, "是"),
        (None, "—"),
        (date(2021, 7, 1), "2021年7月1日"),
        (datetime(2021, 7, 1, tzinfo=UTC), "2021年7月1日 08:00"),
        (("低保", 3), "低保、3"),
        ("Sign in", "Sign in"),
        (Message("Sign in"), "登录"),
        (AREAS["210202"], "中山区"),
        (Fen(144000), "¥ 1,440.00"),
        (Month(2021, 7, 1), "2021年7月"),
        ("", ""),
    ],
)
def test_any_value_is_written_for_the_reader(fact: object, expected: str) -> None:
    assert written(fact) == expected


class NothingToSignIn(Refused):
    CODE = "test.nothing"
    SENTENCE = "Fill in “%(label)s”."


def test_a_refusal_speaks_the_language_of_the_reader() -> None:
    refusal = NothingToSignIn(label=date(2021, 7, 1))

    assert sentence(refusal) == "请填写“2021年7月1日”。"
    with read_in("en"):
        assert sentence(refusal) == "Fill in “1 July 2021”."
