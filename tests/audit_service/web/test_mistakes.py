from datetime import date
from typing import Annotated, Any, Literal

import pytest
from pydantic import BaseModel, Field, ValidationError, model_validator

from audit_service.web.forms import Mistake, mistakes
from audit_service.web.kinds import Fen
from audit_service.web.translation import read_in
from tests.audit_service.web.gallery import RecordChange

GOOD: dict[str, Any] = {
    "because": "理由充分",
    "area": "210200",
    "kind": "urban",
    "monthly_income": 144000,
    "members": 3,
    "from_day": "2021-07-01",
    "favourable": True,
}


def found(**changed: Any) -> tuple[Mistake, ...]:
    given = {name: value for name, value in {**GOOD, **changed}.items() if value is not ...}
    with pytest.raises(ValidationError) as raised:
        RecordChange.model_validate(given)
    return mistakes(RecordChange, raised.value)


@pytest.mark.parametrize(
    ("name", "value", "english", "chinese"),
    [
        ("members", ..., "Fill in “计入人数”.", "请填写“计入人数”。"),
        ("because", "x", "“Grounds” needs at least 2 characters.", None),
        ("found", "x" * 501, "“入户所见” can have at most 500 characters.", None),
        ("area", ..., "Choose “所在辖区”.", None),
        ("area", "999999", "Choose one of the values offered for “所在辖区”.", None),
        ("kind", "lunar", "Choose one of the values offered for “标准种类”.", None),
        ("monthly_income", "abc", "“家庭月收入” must be an amount in yuan, such as 1,440.00.", None),
        ("monthly_income", -1, "“家庭月收入” must be ¥ 0.00 or more.", None),
        ("members", "three", "“计入人数” must be a whole number, such as 3.", None),
        ("members", 99, "“计入人数” must be 20 or less.", None),
        ("from_day", "yesterday", "“起始日” must be a day, such as 2021-07-01.", None),
        ("favourable", ..., "Choose “赞成”.", None),
        ("favourable", "perhaps", "Choose yes or no for “赞成”.", None),
        ("other", 1, "There is no field “other” here.", None),
    ],
)
def test_each_mistake_says_what_to_do(name: str, value: Any, english: str, chinese: str | None) -> None:
    with read_in("en"):
        assert found(**{name: value}) == (Mistake((name,), english),)
    if chinese:
        assert found(**{name: value}) == (Mistake((name,), chinese),)


def test_a_mistake_in_a_part_is_shown_where_it_is() -> None:
    (mistake,) = found(uplifts=[{"category": "child", "percent": 20}, {"category": "child", "percent": 0}])

    assert mistake.anchor == "uplifts-1-percent"
    assert mistake.sentence == "“百分比”应不小于 1。"


def test_mistakes_come_in_the_order_of_the_form() -> None:
    assert [mistake.anchor for mistake in found(because=..., area=..., members=...)] == [
        "area",
        "members",
        "because",
    ]


class Lasting(BaseModel):
    starts: date
    ends: date
    shares: Annotated[tuple[Fen, ...], Field(title="Shares", min_length=1)]

    @model_validator(mode="after")
    def in_order(self) -> "Lasting":
        if self.ends < self.starts:
            raise ValueError("Sign in")
        return self


def test_a_rule_of_the_model_speaks_for_itself() -> None:
    with pytest.raises(ValidationError) as raised:
        Lasting(starts=date(2021, 7, 1), ends=date(2021, 6, 1), shares=(1,))

    assert mistakes(Lasting, raised.value) == (Mistake((), "登录"),)


def test_too_few_are_asked_for_more() -> None:
    with pytest.raises(ValidationError) as raised:
        Lasting(starts=date(2021, 7, 1), ends=date(2021, 7, 1), shares=())

    assert mistakes(Lasting, raised.value) == (Mistake(("shares",), "“Shares”至少需要 1 项。"),)


class Ticked(BaseModel):
    said: Annotated[tuple[Literal["illness", "roof"], ...], Field(title="What stood out", min_length=1)]


def test_one_of_several_choices_is_asked_for_by_its_name() -> None:
    with pytest.raises(ValidationError) as raised:
        Ticked(said=())

    assert mistakes(Ticked, raised.value) == (Mistake(("said",), "请选择“发现的情况”。"),)


def test_what_is_no_object_at_all_is_a_mistake_in_the_whole() -> None:
    with pytest.raises(ValidationError) as raised:
        Lasting.model_validate("nothing")

    assert mistakes(Lasting, raised.value) == (Mistake((), "填写的内容不符合要求，请再检查一遍。"),)
