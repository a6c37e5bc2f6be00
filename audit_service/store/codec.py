"""Events as they are stored: JSON of what the event says, without what the row says already.

What is empty is left out, text about people is sealed. Stored bytes are never rewritten: an event
whose fields change gets a `class_version` and an upcaster `upcast_v1_v2(state)` on its class, which
changes the stored fields in place. The name of a personal field stays, the seal is bound to it.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import MISSING, fields
from datetime import datetime
from functools import cache
from operator import call
from types import UnionType
from typing import (
    Annotated,
    Any,
    Generic,
    NotRequired,
    TypedDict,
    TypeVar,
    Union,
    cast,
    get_args,
    get_origin,
    get_type_hints,
)
from uuid import UUID

import msgspec
from eventsourcing.utils import resolve_topic

from audit_service.store import sealing
from audit_service.store.sealing import Sealed
from audit_service.store.submission import Line, StoredRow, instant
from audit_service.store.vault import Vault
from domain.kernel import PERSONAL, Event

E = TypeVar("E", bound=Event)

_new, _assign = object.__new__, object.__setattr__

GIVEN_BY_THE_ROW = (
    "originator_id",
    "originator_version",
    "subject",
    "position",
    "recorded_at",
    "stored",
)
"""The subject is stored only where it is not the stream itself."""
VERSION = "class_version"
EMPTY: tuple[object, ...] = (None, "", 0, ())
"""Defaults that may be left out of storage: they mean nothing was said, now and later."""


class Form(Generic[E]):
    """How the events of one class are stored."""

    def __init__(self, event: type[E]) -> None:
        self.event = event
        self.version = event.class_version
        hints = get_type_hints(event, include_extras=True)
        stored = [field for field in fields(event) if field.name not in GIVEN_BY_THE_ROW]
        self.required = [field.name for field in stored if field.default is MISSING]
        self.defaults: dict[str, Any] = {
            field.name: field.default for field in stored if field.default is not MISSING
        }
        if filled := [name for name, default in self.defaults.items() if default not in EMPTY]:
            raise TypeError(f"{event.TOPIC}: the default of {filled[0]} is not empty, so it could not change")
        self.personal = [field.name for field in stored if _is_personal(hints[field.name])]
        self._shape = _shape(
            event.__qualname__, {field.name: hints[field.name] for field in stored}, self.required
        )
        read = msgspec.json.Decoder(self._shape, dec_hook=call).decode
        self._said: Callable[[bytes], dict[str, Any]] = read if self.version == 1 else self._brought_up
        self._blank = {**dict.fromkeys((*GIVEN_BY_THE_ROW, *self.required)), **self.defaults}

    def event_from(
        self, stream: UUID, version: int, state: bytes, position: int = 0, at: datetime | None = None
    ) -> E:
        """Return the event that is stored so, made without asking its rules again."""
        said = self._blank | self._said(state)
        said["originator_id"] = stream
        said["originator_version"] = version
        if said["subject"] is None:
            said["subject"] = stream
        said["position"] = position
        said["recorded_at"] = at
        said["stored"] = state
        event: E = _new(self.event)
        _assign(event, "__dict__", said)
        return event

    def _brought_up(self, state: bytes) -> dict[str, Any]:
        """Return the stored fields as the current version of the class has them."""
        found: dict[str, Any] = msgspec.json.decode(state)
        for version in range(found.pop(VERSION, 1), self.version):
            getattr(self.event, f"upcast_v{version}_v{version + 1}")(found)
        return cast("dict[str, Any]", msgspec.convert(found, self._shape, dec_hook=call))


class Codec:
    """Turns events into what is stored and back, with the personal data sealed in the vault."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._write = msgspec.json.Encoder(enc_hook=str, uuid_format="hex").encode

    def encode(self, event: Event) -> bytes:
        """Return the bytes to be stored. Raises KeyDestroyed, StoreUnavailable."""
        form = form_of(type(event))
        said = event.__dict__
        state = {name: said[name] for name in form.required}
        for name, default in form.defaults.items():
            value = said[name]
            if value is not default and value != default:
                state[name] = value
        if event.subject != event.originator_id:
            state["subject"] = event.subject
        for name in form.personal:
            if text := state.get(name):
                state[name] = self._vault.seal(
                    event.subject, event.originator_id, event.originator_version, name, text
                )
        if form.version > 1:
            state[VERSION] = form.version
        return self._write(state)

    def line(self, event: Event) -> Line:
        """Return the event as a line of a submission."""
        return Line(event.originator_id, event.originator_version, event.TOPIC, self.encode(event))

    def subjects(self, events: Iterable[Event]) -> set[UUID]:
        """Return whose keys are needed to encode these events."""
        return {
            event.subject
            for event in events
            if any(getattr(event, name) for name in form_of(type(event)).personal)
        }

    def decode(self, topic: str, stream: UUID, version: int, state: bytes) -> Event:
        """Return the event, its personal fields as `Sealed`."""
        return form_at(topic).event_from(stream, version, state)

    def events(self, rows: Iterable[StoredRow]) -> Iterator[Event]:
        """Return the events of these rows, with their position and time; personal fields as `Sealed`."""
        for position, stream, version, topic, state, recorded_at in rows:
            yield form_at(topic).event_from(stream, version, state, position, instant(recorded_at))

    def opened(self, event: E) -> E:
        """Return the event with its personal fields readable. Raises StoreUnavailable, NotGenuine.

        A field whose subject's key was destroyed stays `Sealed`.
        """
        return self.opened_all([event])[0]

    def opened_all(self, events: list[E]) -> list[E]:
        """Return the events with their personal fields readable, with one question to the vault."""
        places = [
            (index, name)
            for index, event in enumerate(events)
            for name in form_of(type(event)).personal
            if isinstance(getattr(event, name), Sealed)
        ]
        texts = self._vault.open_many(_in_its_place(events[index], name) for index, name in places)
        copies = [_copy(event) for event in events]
        for (index, name), text in zip(places, texts, strict=True):
            if text is not None:
                copies[index].__dict__[name] = text
        return copies


@cache
def form_of(event: type[E]) -> Form[E]:
    """Return how the events of this class are stored."""
    return Form(event)


@cache
def form_at(topic: str) -> Form[Event]:
    """Return how the events with this topic are stored."""
    return form_of(resolve_topic(topic))


def _shape(name: str, hints: dict[str, Any], required: list[str]) -> Any:
    """Return the type that a decoder reads the stored fields into."""
    read_as = {field: Sealed if _is_personal(hint) else hint for field, hint in hints.items()}
    read_as["subject"] = UUID
    return TypedDict(  # type: ignore[operator]
        name, {field: hint if field in required else NotRequired[hint] for field, hint in read_as.items()}
    )


def _is_personal(hint: Any) -> bool:
    """Tell whether a field of this type is `Personal`, or either that or None."""
    if get_origin(hint) is Annotated:
        return PERSONAL in hint.__metadata__
    return get_origin(hint) in {Union, UnionType} and any(map(_is_personal, get_args(hint)))


def _in_its_place(event: Event, field: str) -> str:
    """Return the sealed text of the field. Raises NotGenuine if it was sealed for another place."""
    sealed = cast("str", getattr(event, field))
    if not sealed:  # nothing was said, so nothing was sealed
        return sealed
    raw = sealing.raw_of(sealed)
    if raw[: sealing.head_length(raw)] != sealing.heading(
        event.subject, event.originator_id, event.originator_version, field
    ):
        raise sealing.NotGenuine(f"{event.TOPIC}: {field} was sealed for another event or field")
    return sealed


def _copy(event: E) -> E:
    copy = object.__new__(type(event))
    object.__setattr__(copy, "__dict__", event.__dict__.copy())
    return copy
