from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from uuid import uuid4

import pytest

from audit_service.settings import Settings
from audit_service.store.codec import Codec, Form
from audit_service.store.errors import KeyDestroyed
from audit_service.store.sealing import NotGenuine, Sealed
from audit_service.store.stores import open_vault, prepare
from audit_service.store.vault import Vault
from domain.kernel import Aggregate, Event, Personal
from tests.audit_service.store.dossiers import ACT, EXAMPLE_PAGES, NOON, Dossier


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    settings = Settings(data_dir=tmp_path)
    prepare(settings)
    vault = open_vault(settings)
    yield vault
    vault.close()


@pytest.fixture
def codec(vault: Vault) -> Codec:
    return Codec(vault)


def pending(dossier: Dossier) -> list[Event]:
    return [event for event in dossier.pending_events if isinstance(event, Event)]


def stored_and_read_back(codec: Codec, event: Event) -> Event:
    stream, version, topic, state = codec.line(event)
    return codec.decode(topic, stream, version, state)


def said(event: Event) -> dict[str, object]:
    return {
        name: value
        for name, value in vars(event).items()
        if name not in ("position", "recorded_at", "stored")
    }


def test_an_event_is_read_back_with_equal_values_of_equal_types(codec: Codec) -> None:
    act = replace(ACT, learned_on=date(2021, 6, 30), seen=9, correlation=uuid4(), causation=4, basis="Rule 7")
    dossier = Dossier.blank(uuid4())
    dossier.trigger(
        Dossier.Opened,
        act,
        valid_from=date(2021, 1, 1),
        title="一",
        number=0,
        holder=uuid4(),
        pages=EXAMPLE_PAGES,
        at=NOON,
    )
    (before,) = pending(dossier)

    after = stored_and_read_back(codec, before)

    assert after == before
    assert said(after) == said(before)
    assert {name: type(value) for name, value in said(after).items()} == {
        name: type(value) for name, value in said(before).items()
    }


def test_what_is_empty_takes_no_room(codec: Codec) -> None:
    (event,) = pending(Dossier.opened())

    state = codec.encode(event).decode()

    assert "pages" not in state
    assert "because" not in state
    assert "subject" not in state
    assert str(event.by.hex) in state


def test_a_subject_other_than_the_stream_is_stored(codec: Codec) -> None:
    person = uuid4()
    dossier = Dossier.opened()
    dossier.note("seen", subject=person)

    assert stored_and_read_back(codec, pending(dossier)[1]).subject == person


def test_personal_text_is_stored_sealed_and_can_be_opened(codec: Codec) -> None:
    act = replace(ACT, because="told by the neighbour")
    dossier = Dossier.opened().note("lives alone", act, hint="green door")
    before = pending(dossier)[1]

    stored = codec.encode(before)
    after = stored_and_read_back(codec, before)

    assert b"alone" not in stored
    assert isinstance(after, Dossier.Noted)
    assert {type(after.text), type(after.because), type(after.hint)} == {Sealed}
    opened = codec.opened(after)
    assert (opened.text, opened.because, opened.hint) == (
        "lives alone",
        "told by the neighbour",
        "green door",
    )
    assert opened == before


def test_an_empty_text_is_not_sealed_and_opens_as_it_is(codec: Codec) -> None:
    after = stored_and_read_back(codec, pending(Dossier.opened().note(""))[1])

    opened = codec.opened(after)

    assert isinstance(opened, Dossier.Noted)
    assert (opened.text, type(opened.text)) == ("", str)


def test_the_same_text_is_never_sealed_the_same(codec: Codec) -> None:
    dossier = Dossier.opened().note()
    event = pending(dossier)[1]

    assert codec.encode(event) != codec.encode(event)


def test_text_moved_to_another_event_does_not_open_there(codec: Codec) -> None:
    mine, yours = (stored_and_read_back(codec, pending(Dossier.opened().note())[1]) for _ in range(2))
    assert isinstance(mine, Dossier.Noted)
    assert isinstance(yours, Dossier.Noted)

    with pytest.raises(NotGenuine, match="sealed for another event"):
        codec.opened(replace(mine, text=yours.text))


def test_text_of_a_destroyed_subject_stays_sealed(codec: Codec, vault: Vault) -> None:
    gone, there = (stored_and_read_back(codec, pending(Dossier.opened().note("text"))[1]) for _ in range(2))
    vault.destroy(gone.subject)

    first, second = codec.opened_all([gone, there])

    assert isinstance(first, Dossier.Noted)
    assert isinstance(second, Dossier.Noted)
    assert isinstance(first.text, Sealed)
    assert second.text == "text"
    with pytest.raises(KeyDestroyed):
        codec.encode(pending(Dossier.opened(gone.subject).note())[1])


def test_opening_nothing_asks_nothing(codec: Codec) -> None:
    assert codec.opened_all([]) == []


def test_a_default_that_means_something_is_refused() -> None:
    class Drawer(Aggregate):
        TOPIC = "drawer"

        class Labelled(Event):
            """The drawer got a label."""

            TOPIC = "drawer.labelled"
            colour: str = "red"

    with pytest.raises(TypeError, match="the default of colour is not empty"):
        Form(Drawer.Labelled)


class Shelf(Aggregate):
    TOPIC = "shelf"

    class Filled(Event):
        """The shelf was filled. Version 1 counted in dozens; version 2 did not know who filled it."""

        TOPIC = "shelf.filled"
        class_version = 3
        pieces: int
        filled_by: str
        on_day: datetime | None = None
        note: Personal = ""

        @staticmethod
        def upcast_v1_v2(state: dict[str, object]) -> None:
            state["pieces"] = int(str(state.pop("dozens"))) * 12

        @staticmethod
        def upcast_v2_v3(state: dict[str, object]) -> None:
            state["filled_by"] = "unknown"


@pytest.mark.parametrize(
    ("stored", "pieces", "filled_by"),
    [
        (b'"dozens":2', 24, "unknown"),
        (b'"pieces":30,"class_version":2', 30, "unknown"),
        (b'"pieces":31,"filled_by":"Wu","class_version":3', 31, "Wu"),
    ],
)
def test_older_versions_are_read_as_the_current_one(
    codec: Codec, stored: bytes, pieces: int, filled_by: str
) -> None:
    state = (
        b'{"by":"00000000000040008000000000000001","role":"clerk","unit":"U","on":"2021-07-01",%s}' % stored
    )

    event = codec.decode("shelf.filled", uuid4(), 1, state)

    assert isinstance(event, Shelf.Filled)
    assert (event.pieces, event.filled_by, event.on) == (pieces, filled_by, date(2021, 7, 1))


def test_the_current_version_is_stored_with_its_number(codec: Codec) -> None:
    shelf = Shelf.blank(uuid4())
    shelf.trigger(Shelf.Filled, ACT, pieces=1, filled_by="Wu", note="by night")
    event = shelf.pending_events[0]
    assert isinstance(event, Shelf.Filled)

    assert b'"class_version":3' in codec.encode(event)
    assert codec.opened(stored_and_read_back(codec, event)) == event


def test_an_event_without_personal_text_needs_no_key(codec: Codec) -> None:
    assert codec.subjects(pending(Dossier.opened())) == set()
