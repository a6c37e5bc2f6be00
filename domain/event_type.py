"""How the classes of events are made."""

from collections.abc import Callable
from dataclasses import MISSING, dataclass, fields
from typing import Any, cast, dataclass_transform

from eventsourcing.domain import EventsourcingType


@dataclass_transform(kw_only_default=True, frozen_default=True)
class EventType(EventsourcingType):
    """Makes every event a frozen dataclass whose fields are named when it is made."""

    def __new__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> "EventType":  # noqa: PYI034 - a metaclass has no Self
        made: Any = dataclass(frozen=True, kw_only=True, eq=True, init=False)(
            super().__new__(cls, name, bases, namespace)
        )
        blank = {field.name: field.default for field in fields(made)}
        required = frozenset(name for name, default in blank.items() if default is MISSING)
        made.__init__ = _initialiser(blank, required)
        return cast("EventType", made)


def _initialiser(blank: dict[str, Any], required: frozenset[str]) -> Callable[..., None]:
    """Return what assigns all fields of an event at once: one by one takes three times as long."""

    def initialise(event: object, **said: Any) -> None:
        state = blank | said
        if len(state) > len(blank) or not said.keys() >= required:
            wrong = sorted(said.keys() ^ (required | (blank.keys() & said.keys())))
            raise TypeError(f"{type(event).__qualname__}: {wrong} are no fields, or not named")
        object.__setattr__(event, "__dict__", state)

    return initialise
