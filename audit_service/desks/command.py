"""What an official can ask for: one frozen model a command, shared by the API and the pages."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator


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
        if any("\0" in text for text in _texts(self)):
            raise ValueError("The text holds a character that cannot be stored.")
        return self


def _texts(value: Any) -> Iterator[str]:
    """Yield every text in the command."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for part in vars(value).values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
