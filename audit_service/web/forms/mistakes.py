"""What is wrong with a command, in sentences that say what to do, at the field they are about."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from audit_service.web.forms.fields import Asked, asked
from audit_service.web.translation import gettext as _
from audit_service.web.wording import filled, money
from domain.refusal import Message

MISSING = {"missing", "string_type", "tuple_type", "list_type", "none_required"}
TO_FILL = {
    "choice": "Choose “%(label)s”.",
    "several": "Choose “%(label)s”.",
    "yes_no": "Choose “%(label)s”.",
    "group": "Add at least one “%(label)s”.",
    "parts": "Answer at least one part of “%(label)s”.",
    "file": "Choose “%(label)s”.",
}
"""What to do when nothing was answered; messages to translate."""
OF_KIND = {
    "money": "“%(label)s” must be an amount in yuan, such as 1,440.00.",
    "number": "“%(label)s” must be a whole number, such as 3.",
    "date": "“%(label)s” must be a day, such as 2021-07-01.",
    "month": "“%(label)s” must be a month, such as 2021-07.",
    "choice": "Choose one of the values offered for “%(label)s”.",
    "several": "Choose from the values offered for “%(label)s”.",
    "yes_no": "Choose yes or no for “%(label)s”.",
    "tick": "Choose yes or no for “%(label)s”.",
}
"""What to do when the answer is not of the kind that is asked for; messages to translate."""
OF_LIMIT = {
    "string_too_short": ("min_length", "“%(label)s” needs at least %(limit)s characters."),
    "string_too_long": ("max_length", "“%(label)s” can have at most %(limit)s characters."),
    "too_short": ("min_length", "“%(label)s” needs at least %(limit)s entries."),
    "too_long": ("max_length", "“%(label)s” can have at most %(limit)s entries."),
    "greater_than": ("gt", "“%(label)s” must be more than %(limit)s."),
    "greater_than_equal": ("ge", "“%(label)s” must be %(limit)s or more."),
    "less_than": ("lt", "“%(label)s” must be less than %(limit)s."),
    "less_than_equal": ("le", "“%(label)s” must be %(limit)s or less."),
}
"""Where the limit that the answer passes stands in the error, and what to do; messages to translate."""
OWN = {"value_error", "assertion_error"}
"""Raised by a validator of the model itself, which speaks for itself."""


@dataclass(frozen=True)
class Mistake:
    """One thing to put right."""

    location: tuple[str | int, ...]
    """Names and places that lead to the value, as in JSON."""
    sentence: str
    """In the reader's language."""

    @property
    def anchor(self) -> str:
        """Identity of the input on the page; empty when the mistake is in the whole."""
        return "-".join(str(step) for step in self.location)


def mistakes(model: type[BaseModel], error: ValidationError) -> tuple[Mistake, ...]:
    """Return what is wrong with a command of this model, in the order in which a form asks."""
    order = {field.name: place for place, field in enumerate(asked(model))}
    found = (
        Mistake(_location(each["loc"]), _sentence(model, cast("dict[str, Any]", each)))
        for each in error.errors(include_url=False, include_input=False)
    )
    return tuple(sorted(found, key=lambda mistake: order.get(str(next(iter(mistake.location), "")), -1)))


def _location(steps: Iterable[str | int]) -> tuple[str | int, ...]:
    return tuple(step for step in steps if isinstance(step, int) or step.isidentifier())


def _sentence(model: type[BaseModel], error: dict[str, Any]) -> str:
    context = error.get("ctx", {})
    if error["type"] in OWN:
        return _(str(context["error"]))
    if error["type"] == "extra_forbidden":
        return filled("There is no field “%(name)s” here.", name=str(error["loc"][-1]))
    field = _field(asked(model), error["loc"])
    if field is None:
        return _("This is not as it should be. Look at it again.")
    label = Message(field.label)
    nothing_chosen = error["type"] == "too_short" and context["min_length"] == 1 and field.kind in TO_FILL
    if error["type"] in MISSING or nothing_chosen:
        return filled(TO_FILL.get(_to_fill(field), "Fill in “%(label)s”."), label=label)
    kind = f"string_{error['type']}" if field.kind == "password" else error["type"]
    if kind in OF_LIMIT:
        name, message = OF_LIMIT[kind]
        limit = money(context[name]) if field.kind == "money" else context[name]
        return filled(message, label=label, limit=limit)
    return filled(OF_KIND.get(field.kind, "“%(label)s” is not in the form that is expected."), label=label)


def _to_fill(field: Asked) -> str:
    """Return what is to be filled in: a kind, or the parts that a group has by itself."""
    return "parts" if any(inside.kind == "carried" for inside in field.inside) else field.kind


def _field(fields: tuple[Asked, ...], location: tuple[str | int, ...]) -> Asked | None:
    """Return the innermost field that the location leads to."""
    found = None
    for step in location:
        inside = fields if found is None else found.inside
        found = next((field for field in inside if field.name == step), found)
    return found
