"""Whatever can be wrong with input has a sentence of its own in both languages."""

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Annotated, Any, Literal
from uuid import UUID

import pytest
from pydantic import AwareDatetime, BaseModel, Field, TypeAdapter, ValidationError

from audit_service.api.sentences import NOT_VALID, malformed
from audit_service.web.translation import read_in


class Colour(Enum):
    RED = "red"


class Inside(BaseModel):
    name: str


WRONG: list[tuple[Any, Any]] = [
    (str, 1),
    (int, "x"),
    (int, 1.5),
    (Decimal, "x"),
    (float, "x"),
    (bool, "x"),
    (date, "x"),
    (date, "2021-02-30"),
    (datetime, "x"),
    (AwareDatetime, "2021-09-20T10:00:00"),
    (UUID, "x"),
    (Literal["a", "b"], "c"),
    (Colour, "blue"),
    (Inside, 1),
    (Inside, {}),
    (dict[str, int], 1),
    (list[int], 1),
    (tuple[int, ...], 1),
    (set[int], 1),
    (frozenset[int], 1),
    (Annotated[str, Field(min_length=2)], "x"),
    (Annotated[str, Field(max_length=1)], "xx"),
    (Annotated[list[int], Field(min_length=1)], []),
    (Annotated[list[int], Field(max_length=1)], [1, 2]),
    (Annotated[int, Field(gt=1)], 1),
    (Annotated[int, Field(ge=1)], 0),
    (Annotated[int, Field(lt=1)], 1),
    (Annotated[int, Field(le=1)], 2),
]


@pytest.mark.parametrize(("kind", "value"), WRONG, ids=str)
def test_says_what_is_meant(kind: Any, value: Any) -> None:
    with pytest.raises(ValidationError) as wrong:
        TypeAdapter(kind).validate_python(value, strict=kind in {str, tuple[int, ...]})

    for error in wrong.value.errors():
        with read_in("en"):
            english = malformed(error)
        with read_in("zh"):
            chinese = malformed(error)
        assert english != NOT_VALID
        assert "%" not in english
        assert chinese != english


def test_says_at_least_that_something_is_wrong() -> None:
    with pytest.raises(ValidationError) as wrong:
        TypeAdapter(Annotated[str, Field(pattern="a")]).validate_python("b")

    with read_in("en"):
        assert malformed({**wrong.value.errors()[0], "type": "unheard_of"}) == NOT_VALID
