from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from starlette.datastructures import FormData, ImmutableMultiDict

from audit_service.web.forms.fields import asked
from audit_service.web.forms.reading import (
    fen,
    posted,
    shown,
    telling_parts,
    values,
    without_blank_parts,
)
from audit_service.web.kinds import LARGEST
from tests.audit_service.web.gallery import RecordChange

FIELDS = asked(RecordChange)
FULL: dict[str, Any] = {
    "area": "210202",
    "kind": "urban",
    "monthly_income": 144000,
    "members": 3,
    "from_day": date(2021, 7, 1),
    "favourable": True,
    "told": True,
    "found": "两行\n文字",
    "programmes": ["dibao"],
    "uplifts": [{"category": "child", "percent": 20}],
    "because": "理由充分",
    "learned_on": None,
}


def flat(answers: dict[str, Any], prefix: str = "") -> list[tuple[str, str]]:
    """What a browser posts for these answers."""
    pairs: list[tuple[str, str]] = []
    for name, answer in answers.items():
        if isinstance(answer, str):
            pairs.append((prefix + name, answer))
        elif answer and isinstance(answer[0], dict):
            pairs.append((f"{prefix}{name}-parts", str(len(answer))))
            for place, part in enumerate(answer):
                pairs += flat(part, f"{prefix}{name}-{place}-")
        else:
            pairs += [(prefix + name, value) for value in answer]
    return pairs


def test_what_is_shown_comes_back_as_it_was() -> None:
    answers = posted(FIELDS, ImmutableMultiDict(flat(shown(FIELDS, FULL))))

    assert answers == shown(FIELDS, FULL)
    assert RecordChange.model_validate(values(FIELDS, answers)) == RecordChange.model_validate(FULL)


def test_a_model_is_shown_like_its_values() -> None:
    assert shown(FIELDS, RecordChange.model_validate(FULL)) == shown(FIELDS, FULL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,440.00", 144000),
        ("1440", 144000),
        ("１，４４０．５", 144050),
        ("¥ 1 440.5", 144050),
        ("￥300元", 30000),
        ("-0.05", -5),
        ("−3", -300),
        ("1，234，567", 123456700),
        ("1.234", "1.234"),
        ("780,5", "780,5"),
        ("780，50", "780，50"),
        ("1,4400", "1,4400"),
        ("440,", "440,"),
        ("很多", "很多"),
        ("1e9", "1e9"),
    ],
)
def test_amounts_are_read_as_people_write_them(text: str, expected: int | str) -> None:
    assert fen(text) == expected


@given(st.integers(-LARGEST, LARGEST))
def test_every_amount_survives_being_shown(amount: int) -> None:
    answers = shown(FIELDS, {"monthly_income": amount})

    assert fen(answers["monthly_income"]) == amount


@pytest.mark.parametrize(
    "text", ["2021-07-01", "2021/7/1", "2021年7月1日", "２０２１．７．１", "2021 - 7 - 1"]
)
def test_days_are_read_as_people_write_them(text: str) -> None:
    answers = shown(FIELDS, FULL) | {"from_day": text}

    assert values(FIELDS, answers)["from_day"] == "2021-07-01"


def test_what_cannot_be_read_is_left_as_it_was_written() -> None:
    answers = shown(FIELDS, FULL) | {"from_day": "昨天", "members": "三"}

    assert values(FIELDS, answers) | {"from_day": "昨天", "members": "三"} == values(FIELDS, answers)


def test_what_is_left_empty_is_left_out() -> None:
    assert values(FIELDS, posted(FIELDS, FormData())) == {"told": False, "programmes": [], "uplifts": []}


def test_blank_parts_do_not_count() -> None:
    blank = {"category": "", "percent": ""}
    answers = shown(FIELDS, FULL) | {"uplifts": [blank, {"category": "child", "percent": "20"}, blank]}

    telling = telling_parts(FIELDS, answers)
    assert without_blank_parts(answers, telling)["uplifts"] == [{"category": "child", "percent": "20"}]


@pytest.mark.parametrize(("count", "expected"), [("2", 2), ("999999999", 50), ("-1", 0), ("many", 0)])
def test_nobody_makes_us_read_more_parts_than_a_page_has(count: str, expected: int) -> None:
    answers = posted(FIELDS, FormData([("uplifts-parts", count)]))

    assert len(answers["uplifts"]) == expected


class Visit(BaseModel):
    visitors: tuple[str, ...]


def test_each_line_is_an_entry() -> None:
    answers = {"visitors": "王芳\n\n 李四 \n"}

    assert values(asked(Visit), answers) == {"visitors": ["王芳", "李四"]}
    assert shown(asked(Visit), {"visitors": ("王芳", "李四")}) == {"visitors": "王芳\n李四"}


def test_an_address_fills_in_what_it_can_tell() -> None:
    answers = shown(FIELDS, {"programmes": "dibao", "uplifts": "child", "members": "3"})

    assert (answers["programmes"], answers["members"]) == (["dibao"], "3")
    assert answers["uplifts"] == shown(FIELDS, {})["uplifts"]
