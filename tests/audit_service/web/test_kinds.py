from typing import Annotated

import pytest
from pydantic import BaseModel, Field, ValidationError

from audit_service.web.kinds import LARGEST, Choice, Choices, Fen

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
