"""What holds for every event there is, and for every one that will be added."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints
from uuid import UUID

import pytest

from audit_service.desks.carrying import every_module
from audit_service.desks.reading import Reading
from audit_service.opening import opened
from audit_service.settings import Settings
from audit_service.store.codec import Codec, form_of
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext, read_in
from domain.kernel import Aggregate, Event
from tests.made import make

GIVEN_BY_THE_RECORD = {"position", "recorded_at", "stored"}
TENSELESS = {"Updated", "StatusChanged", "Set", "Deleted", "Modified"}
IRREGULAR = {
    "Left",
    "Paid",
    "Given",
    "Taken",
    "TakenOver",
    "Out",
    "Told",
    "Held",
    "Made",
    "Begun",
    "Found",
    "To",
    "Up",
    "Withdrawn",
    "Aside",
    "Otherwise",
    "Distinct",
    "Drawn",
    "Off",
    "TakenBack",
    "BecameFinal",
    "SuspendedForCase",
    "Cast",
    "Sent",
}

EXAMPLES: dict[type, Any] = {
    str: "虚构 fictional",
    int: 42,
    bool: True,
    date: date(2021, 7, 1),
    datetime: datetime(2021, 7, 1, 2, 30, tzinfo=UTC),
    UUID: UUID("00000000-0000-4000-8000-000000210299"),
}


def every_event() -> list[type[Event]]:
    every_module()
    return sorted(
        (event for kind in _kinds(Aggregate) for event in kind.EVENTS), key=lambda event: event.TOPIC
    )


def _kinds(kind: type[Aggregate]) -> set[type[Aggregate]]:
    found = {part for below in kind.__subclasses__() for part in _kinds(below)}
    return found | {kind} if kind.__module__.startswith("domain.") and kind.TOPIC else found


def an_example_of(event: type[Event]) -> Event:
    """Return the event with something in each of its fields."""
    hints = get_type_hints(event, include_extras=True)
    return event(**{field.name: _example(hints[field.name]) for field in fields(event)})


def _example(hint: Any) -> Any:
    if get_origin(hint) is Annotated:
        return _example(get_args(hint)[0])
    if get_origin(hint) in {Union, UnionType}:
        return _example(next(part for part in get_args(hint) if part is not NoneType))
    if get_origin(hint) is tuple:
        return (_example(get_args(hint)[0]),) * 2
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        make: Any = hint
        return make(**{field.name: _example(hints[field.name]) for field in fields(make)})
    return EXAMPLES[hint]


def every_reading() -> dict[type[Event], Reading]:
    modules = (module for name, module in every_module().items() if name.endswith(".readings"))
    return {event: reading for module in modules for event, reading in module.READINGS.items()}


@pytest.fixture(scope="module")
def codec(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Codec]:
    """What makes bytes of events. It knows nothing of the database that they go to."""
    settings = Settings(data_dir=tmp_path_factory.mktemp("events") / "var")
    make(settings)
    with opened(settings) as office:
        yield office.record.codec


each_event = pytest.mark.parametrize("event", every_event(), ids=lambda event: event.TOPIC)


@each_event
def test_has_a_topic_that_stays_wherever_the_code_moves(event: type[Event]) -> None:
    assert re.fullmatch(r"[a-z_]+\.[a-z_]+", event.TOPIC)
    assert event.TOPIC.startswith(f"{event.OF.TOPIC}.")
    assert [other for other in every_event() if other.TOPIC == event.TOPIC] == [event]


@each_event
def test_says_in_its_docstring_what_happened(event: type[Event]) -> None:
    first = (event.__doc__ or "").partition("\n")[0]

    assert re.fullmatch(r"[A-Z].{15,}\.", first)


@each_event
def test_is_named_for_what_happened(event: type[Event]) -> None:
    last_word = re.findall(r"[A-Z][a-z]*", event.__name__)[-1]

    assert event.__name__ not in TENSELESS
    assert last_word.endswith("ed") or last_word in IRREGULAR or event.__name__ in IRREGULAR


@each_event
def test_survives_storage_unchanged(event: type[Event], codec: Codec) -> None:
    before = an_example_of(event)

    stored = codec.encode(before)
    sealed = codec.decode(event.TOPIC, before.stream, before.originator_version, stored)
    after = codec.opened(sealed)

    kept = {name: value for name, value in vars(after).items() if name not in GIVEN_BY_THE_RECORD}
    assert kept == vars(before)
    assert {name: type(value) for name, value in kept.items()} == {
        name: type(value) for name, value in vars(before).items()
    }


@each_event
def test_survives_storage_where_nothing_was_said_about_anybody(event: type[Event], codec: Codec) -> None:
    nothing: dict[str, Any] = dict.fromkeys(form_of(event).personal, "")
    before = replace(an_example_of(event), **nothing)

    stored = codec.decode(event.TOPIC, before.stream, before.originator_version, codec.encode(before))
    after = codec.opened(stored)

    empty = [getattr(after, name) for name in form_of(event).personal]
    assert {(text, type(text)) for text in empty} == {("", str)}


@each_event
def test_shows_nothing_personal_in_what_is_stored(event: type[Event], codec: Codec) -> None:
    before = an_example_of(event)
    hints = get_type_hints(event, include_extras=True)
    personal = [name for name, hint in hints.items() if get_origin(hint) is Annotated]

    stored = codec.decode(event.TOPIC, before.stream, before.originator_version, codec.encode(before))

    assert "because" in personal
    assert all(isinstance(getattr(stored, name), Sealed) for name in personal)
    assert not any(getattr(stored, name) == getattr(before, name) for name in personal)


@each_event
def test_is_read_on_the_timeline_in_both_languages(event: type[Event]) -> None:
    reading = every_reading()[event]
    shown = {shown.after for shown in reading.shows} | {shown.before for shown in reading.shows} - {""}

    assert shown <= {field.name for field in fields(event)}
    for message in (reading.title, *(shown.label for shown in reading.shows)):
        with read_in("zh"):
            assert re.search("[\u4e00-\u9fff]", gettext(message)), message
