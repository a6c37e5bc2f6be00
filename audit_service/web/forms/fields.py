"""What a form asks: one field for each of a model's, in the order they are written."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from annotated_types import MaxLen
from pydantic import BaseModel, SecretStr
from pydantic.fields import FieldInfo

from audit_service.web.kinds import (
    Autocomplete,
    Carried,
    Choice,
    Choices,
    LongText,
    Money,
    OfMonth,
    OnRecord,
)
from audit_service.web.sent import SentFile

Kind = Literal[
    "text",
    "long_text",
    "lines",
    "password",
    "number",
    "money",
    "date",
    "month",
    "choice",
    "several",
    "yes_no",
    "tick",
    "file",
    "carried",
    "group",
]

RADIOS = 7
"""So many choices are shown at once; more are folded into a list."""
LINE = 200
"""A text that may be longer than this gets several lines."""
MARKED: dict[type, Kind] = {OnRecord: "choice", Carried: "carried"}
"""Kinds that a mark alone decides."""
PLAIN: dict[Any, Kind] = {date: "date", SecretStr: "password", SentFile: "file"}
"""Kinds that the type alone decides."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """One thing that a form asks for. Texts are messages to translate."""

    name: str
    kind: Kind
    label: str
    hint: str = ""
    required: bool = True
    default: object = None
    longest: int | None = None
    """Characters that a text may have at most."""
    rows: int = 4
    autocomplete: str = "off"
    """What the browser may fill in by itself, in the words of HTML."""
    offered: Callable[[], tuple[Choice, ...]] = tuple
    inside: tuple["Asked", ...] = ()
    """What each part of a group asks for."""
    model: type[BaseModel] | None = field(default=None, repr=False)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen, as it is at the moment."""
        return self.offered()

    @property
    def folded(self) -> bool:
        """Whether the choices are too many to be shown at once."""
        return len(self.choices) > RADIOS


@cache
def asked(model: type[BaseModel]) -> tuple[Asked, ...]:
    """Return what a form for the model asks for: its own fields, then what every such model has."""
    written = [vars(part).get("__annotations__", {}) for part in model.__mro__]
    own_first = sorted(
        model.model_fields, key=lambda name: next(at for at, own in enumerate(written) if name in own)
    )
    return tuple(_field(name, model.model_fields[name]) for name in own_first)


def takes_file(model: type[BaseModel]) -> bool:
    """Say whether a file is sent with what is asked for."""
    return any(field.kind == "file" for field in asked(model))


def _field(name: str, info: FieldInfo) -> Asked:
    annotation, marks = info.annotation, list(info.metadata)
    kind, more = _kind(annotation, marks, required=info.is_required())
    filled_in = next((mark.token for mark in marks if isinstance(mark, Autocomplete)), "off")
    return Asked(
        name=name,
        kind=kind,
        label=info.title or name.replace("_", " ").capitalize(),
        hint=info.description or "",
        required=info.is_required(),
        default=None if info.is_required() else info.get_default(call_default_factory=True),
        autocomplete=filled_in,
        **more,
    )


def _kind(annotation: Any, marks: list[Any], *, required: bool) -> tuple[Kind, dict[str, Any]]:
    annotation = _laid_bare(annotation, marks)
    offering = next((mark for mark in marks if isinstance(mark, Choices)), None)
    if offering:
        return "choice", {"offered": lambda: tuple(offering.offered())}
    marked = next((MARKED[type(mark)] for mark in marks if type(mark) in MARKED), None)
    if marked:
        return marked, {}
    if get_origin(annotation) in {tuple, list}:
        return _repeated(get_args(annotation)[0])
    if named := tuple(_named(annotation)):
        return "choice", {"offered": lambda: named}
    if annotation is bool:
        return ("yes_no" if required else "tick"), {}
    return _written(annotation, {type(mark): mark for mark in marks})


def _written(annotation: Any, marks: dict[type, Any]) -> tuple[Kind, dict[str, Any]]:
    if annotation is int:
        return ("money" if Money in marks else "number"), {}
    if OfMonth in marks:
        return "month", {}
    if annotation in PLAIN:
        return PLAIN[annotation], {}
    longest = marks[MaxLen].max_length if MaxLen in marks else None
    if LongText in marks or (longest or 0) > LINE:
        return "long_text", {"longest": longest, "rows": marks.get(LongText, LongText()).rows}
    return "text", {"longest": longest}


def _laid_bare(annotation: Any, marks: list[Any]) -> Any:
    """Take off `Annotated` and `| None`, and keep their marks."""
    if get_origin(annotation) is Annotated:
        bare, *more = get_args(annotation)
        for mark in more:
            marks.extend(mark.metadata if isinstance(mark, FieldInfo) else [mark])
        return _laid_bare(bare, marks)
    if get_origin(annotation) in {Union, UnionType}:
        [one] = [part for part in get_args(annotation) if part is not NoneType]
        return _laid_bare(one, marks)
    return annotation


def _repeated(part: Any) -> tuple[Kind, dict[str, Any]]:
    marks: list[Any] = []
    part = _laid_bare(part, marks)
    if isinstance(part, type) and issubclass(part, BaseModel):
        return "group", {"inside": asked(part), "model": part}
    kind, more = _kind(part, marks, required=True)
    return ("several", more) if kind == "choice" else ("lines", {})


def _named(annotation: Any) -> Iterator[Choice]:
    """Yield the values of a Literal or an Enum; their names are messages to translate."""
    if get_origin(annotation) is Literal:
        values = [str(value) for value in get_args(annotation)]
    elif isinstance(annotation, type) and issubclass(annotation, Enum):
        values = [str(member.value) for member in annotation]
    else:
        return
    for value in values:
        yield Choice(value, value.replace("_", " ").capitalize())
