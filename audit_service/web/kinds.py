"""Kinds of fields that a command model can have, beyond the plain types: amounts, choices, long texts.

The same mark decides how a value is checked, how the API describes it, and how a form asks for it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Annotated, Any, NamedTuple

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

LARGEST = 10_000_000_00
"""Ten million yuan: no amount that one decision is about is larger. In fen."""


@dataclass(frozen=True)
class Money:
    """Marks a whole number as an amount in fen, which a form shows and takes in yuan."""


@dataclass(frozen=True)
class LongText:
    """Marks a text that may need several lines."""

    rows: int = 4


@dataclass(frozen=True)
class Autocomplete:
    """Marks a text that the browser may fill in by itself, in the words of HTML: `username`."""

    token: str


Fen = Annotated[int, Money(), Field(ge=0, le=LARGEST)]
"""An amount in fen, not negative."""

Grounds = Annotated[str, LongText()]
"""A text of several lines."""


class Choice(NamedTuple):
    """One of the values that can be chosen, and how it is called."""

    value: str
    label: str
    """In the reader's language already, or a message to translate."""
    hint: str = ""


@dataclass(frozen=True)
class Choices:
    """Marks a text as one of a list that is asked for anew each time, such as a registry.

    `offered` returns the choices in the order they are shown; a value that is not among them is refused.
    """

    offered: Callable[[], Iterable[Choice]]

    def checked(self, value: str) -> str:
        """Return the value. Raises PydanticCustomError when it is not offered."""
        if any(value == choice.value for choice in self.offered()):
            return value
        raise PydanticCustomError("not_offered", "Choose one of the values that are offered.")

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        described = handler(schema)
        described["enum"] = [choice.value for choice in self.offered()]
        return described
