from datetime import date
from typing import Annotated

import pytest
from pydantic import BaseModel, Field, ValidationError

from audit_service.web.kinds import LARGEST, Choice, Choices, Difference, Fen, Month

offered = [Choice("dibao", "低保"), Choice("tekun", "特困")]


class Asking(BaseModel):
    programme: Annotated[str, Choices(lambda: offered), Field(title="Programme")]
    amount: Fen = 0


def test_a_value_that_is_offered_is_taken() -> None:
    assert Asking(programme="tekun").programme == "tekun"


def test_a_value_that_is_not_offered_is_refused() -> None:
    with pytest.raises(ValidationError, match="Choose one of the values that are offered"):
        Asking(programme="pension")


def test_programs_are_told_what_is_offered() -> None:
    assert Asking.model_json_schema()["properties"]["programme"]["enum"] == ["dibao", "tekun"]


@pytest.mark.parametrize("amount", [-1, LARGEST + 1])
def test_an_amount_is_neither_negative_nor_absurd(amount: int) -> None:
    with pytest.raises(ValidationError):
        Asking(programme="dibao", amount=amount)


class Spoken(BaseModel):
    month: Month
    until: Month | None = None
    amount: Difference = 0


def test_a_month_is_kept_as_its_first_day_whichever_is_given() -> None:
    found = Spoken.model_validate({"month": "2021-07-15", "until": date(2021, 8, 31)})

    assert (found.month, found.until) == (date(2021, 7, 1), date(2021, 8, 1))
    described = Spoken.model_json_schema()["properties"]["month"]
    assert (described["format"], described["description"]) == ("date", "A month, by any of its days.")


@pytest.mark.parametrize("amount", [-LARGEST - 1, LARGEST + 1])
def test_a_difference_is_no_larger_than_any_amount_either_way(amount: int) -> None:
    assert Spoken(month=date(2021, 7, 1), amount=-LARGEST).amount == -LARGEST
    with pytest.raises(ValidationError):
        Spoken(month=date(2021, 7, 1), amount=amount)
