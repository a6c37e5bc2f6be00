"""Kinds of fields that a command model can have, beyond the plain types: amounts, choices, long texts.

The same mark decides how a value is checked, how the API describes it, and how a form asks for it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Annotated, Any, Final, NamedTuple

from pydantic import Field, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from audit_service.web.parts import Step
from domain.periods import month_of

LARGEST = 10_000_000_00
"""Ten million yuan: no amount that one decision is about is larger. In fen."""

NOT_OFFERED: Final = "Choose one of the values that are offered."
"""A message to translate."""


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


@dataclass(frozen=True)
class OfMonth:
    """Marks a date as a month, by any of its days; it is kept as the first, and a form asks for the month."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(month_of, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {**handler(schema), "description": "A month, by any of its days."}


@dataclass(frozen=True)
class Carried:
    """Marks a text by which the parts of a group are told apart, where there is one for each of a list.

    A form carries it unseen: its parts are `prepared`, each under a heading of its own, and those in which
    nothing else was filled in are left out.
    """


@dataclass(frozen=True)
class OnRecord:
    """Marks an identity as one of what is on record with what the command is about, such as its documents.

    A form offers them by name, as they are `prepared` for it; what else is sent is for the command to refuse.
    """


Fen = Annotated[int, Money(), Field(ge=0, le=LARGEST)]
"""An amount in fen, not negative."""

Difference = Annotated[int, Money(), Field(ge=-LARGEST, le=LARGEST)]
"""An amount in fen with its sign."""

Month = Annotated[date, OfMonth()]
"""The first day of a month."""

Grounds = Annotated[str, LongText()]
"""A text of several lines."""


class Choice(NamedTuple):
    """One of the values that can be chosen, and how it is called."""

    value: str
    label: str
    """In the reader's language already, or a message to translate."""
    hint: str = ""


class Part(NamedTuple):
    """One of the parts that a group has by itself. Texts are in the reader's language."""

    code: str
    """What tells it from the others: the value of its field that is carried."""
    title: str
    hint: str = ""
    facts: Sequence[Step] = ()
    """What is on record about it: sentences, with the address where each is shown, if there is one."""
    choices: Mapping[str, Sequence[Choice]] = MappingProxyType({})
    """What can be chosen in it, by field."""


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
        raise PydanticCustomError("not_offered", NOT_OFFERED)

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        described = handler(schema)
        described["enum"] = [choice.value for choice in self.offered()]
        return described
