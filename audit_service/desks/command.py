"""What an official can ask for: one frozen model a command, shared by the API and the pages."""

from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Reference = Annotated[
    str,
    Field(
        title="Reference of the decision",
        description="As cited in notices, without a slash.",
        min_length=2,
        max_length=80,
        pattern=r"^[^/?#\\]+$",
    ),
]
"""How a decision for the whole office is cited, which is a part of an address too."""


class Command(BaseModel):
    """Something an official asks for. It is carried out, or refused and nothing is recorded.

    A subclass is named for what is asked (`ConfirmAssistance`). The first line of its docstring
    stands above its form and in the API description; the titles of its fields are the labels.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    because: Annotated[str, Field(title="Grounds", min_length=2, max_length=2000)]
    learned_on: Annotated[date | None, Field(title="Day you came to know of it")] = None

    @model_validator(mode="after")
    def _of_characters_that_every_store_takes(self) -> Self:
        if any(_holds_zero(value) for value in vars(self).values()):
            raise ValueError("The text holds a character that cannot be stored.")
        return self


def _holds_zero(value: Any) -> bool:
    """Say whether a text in the value holds the character that PostgreSQL takes for the end of it."""
    if isinstance(value, str):
        return "\0" in value
    if isinstance(value, tuple):
        return any(_holds_zero(part) for part in value)
    return isinstance(value, BaseModel) and any(_holds_zero(part) for part in vars(value).values())
