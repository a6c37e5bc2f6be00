from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from audit_service.settings import Settings
from audit_service.store.errors import NotOnRecord
from audit_service.store.record import Record
from audit_service.store.stores import open_record
from audit_service.store.submission import Submission
from domain.kernel import Aggregate
from tests.audit_service.store.dossiers import EXAMPLE_PAGES, NOON, Dossier, Stage


class Letter(Aggregate):
    TOPIC = "letter"


def kept(record: Record, *dossiers: Dossier) -> None:
    record.keep(Submission(aggregates=dossiers))


def test_an_aggregate_is_found_as_it_was_kept(record: Record) -> None:
    dossier = Dossier.opened(pages=EXAMPLE_PAGES, at=NOON).note().note()
    kept(record, dossier)

    found = record.get(Dossier, dossier.id)

    assert (found.version, found.stage, found.notes, found.pages) == (3, Stage.OPEN, 2, EXAMPLE_PAGES)
    assert found.pending_events == []


def test_what_is_not_on_record_is_said_not_to_be(record: Record) -> None:
    stranger = uuid4()

    with pytest.raises(NotOnRecord, match=str(stranger)):
        record.get(Dossier, stranger)

    assert record.find(Dossier, stranger) is None
    assert record.at_hand(Dossier, stranger) is None


def test_another_kind_of_thing_is_not_taken_for_a_dossier(record: Record) -> None:
    dossier = Dossier.opened()
    kept(record, dossier)

    assert record.find(Letter, dossier.id) is None
    assert record.at_hand(Letter, dossier.id) is None
    assert record.get_many(Letter, [dossier.id]) == {}


def test_what_is_found_can_be_changed_without_touching_what_is_held(record: Record) -> None:
    dossier = Dossier.opened()
    kept(record, dossier)

    record.get(Dossier, dossier.id).note()

    assert record.get(Dossier, dossier.id).notes == 0


def test_what_another_process_recorded_is_found(record: Record, settings: Settings) -> None:
    dossier = Dossier.opened()
    kept(record, dossier)
    with open_record(settings) as other:
        kept(other, other.get(Dossier, dossier.id).note())

    at_hand, found = record.at_hand(Dossier, dossier.id), record.get(Dossier, dossier.id)

    assert at_hand is not None
    assert (at_hand.notes, found.notes) == (0, 1)
    assert vars(record.at_hand(Dossier, dossier.id)) == vars(found)
    other.vault.close()


def noted_by_another(settings: Settings, dossier: Dossier) -> None:
    with open_record(settings) as other:
        kept(other, other.get(Dossier, dossier.id).note())
    other.vault.close()


def some_are_kept(record: Record) -> None:
    for _ in range(2):  # when the second is stored, the work after the first is done
        kept(record, Dossier.opened())


def test_what_another_process_recorded_is_at_hand_after_what_is_recorded_next(
    record: Record, settings: Settings
) -> None:
    dossier = Dossier.opened()
    kept(record, dossier)
    noted_by_another(settings, dossier)

    some_are_kept(record)

    at_hand = record.at_hand(Dossier, dossier.id)
    assert at_hand is not None
    assert (at_hand.notes, at_hand.version) == (1, 2)


def test_what_was_held_is_forgotten_when_others_recorded_much(
    record: Record, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.store.filing.FOLLOWED", 0)
    dossier = Dossier.opened()
    kept(record, dossier)
    noted_by_another(settings, dossier)

    some_are_kept(record)

    assert record.at_hand(Dossier, dossier.id) is None
    assert record.get(Dossier, dossier.id).notes == 1


def test_an_aggregate_is_found_as_it_stood_at_a_position(record: Record) -> None:
    first, second = Dossier.opened(), Dossier.opened()
    kept(record, first)
    kept(record, second)
    kept(record, record.get(Dossier, first.id).note())

    assert record.get(Dossier, first.id, at=2).notes == 0
    assert record.get(Dossier, first.id, at=3).notes == 1
    with pytest.raises(NotOnRecord):
        record.get(Dossier, second.id, at=1)


def test_many_are_found_at_once(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.store.reader.CHUNK", 3)
    dossiers = [Dossier.opened(number=number).note() for number in range(7)]
    kept(record, *dossiers)
    kept(record, record.get(Dossier, dossiers[4].id).note())

    found = record.get_many(Dossier, [*(dossier.id for dossier in dossiers), uuid4()])

    assert {identity: dossier.notes for identity, dossier in found.items()} == {
        dossier.id: 2 if dossier is dossiers[4] else 1 for dossier in dossiers
    }
    assert record.get_many(Dossier, []) == {}


def test_a_stream_can_be_read_up_to_a_position(record: Record) -> None:
    dossier = Dossier.opened().note()
    kept(record, dossier)
    kept(record, record.get(Dossier, dossier.id).note())

    assert [event.originator_version for event in record.events(dossier.id)] == [1, 2, 3]
    assert [event.originator_version for event in record.events(dossier.id, upto=2)] == [1, 2]
    assert record.events(uuid4()) == []


def test_events_are_read_in_the_order_of_their_positions(record: Record) -> None:
    for _ in range(3):
        kept(record, Dossier.opened().note())

    everything = record.read(0, 100)

    assert [event.position for event in everything] == [1, 2, 3, 4, 5, 6]
    assert [event.position for event in record.read(2, 3)] == [3, 4, 5]
    assert record.read(6, 10) == []
    assert record.last_position() == 6


def test_an_empty_record_has_no_last_position(record: Record) -> None:
    assert record.last_position() == 0
    assert record.position_at(NOON) == 0
    assert record.read(0, 10) == []


def test_what_was_known_at_a_moment_is_a_position(record: Record) -> None:
    moments = [record.keep(Submission(aggregates=(Dossier.opened().note(),))).recorded_at for _ in range(4)]
    an_instant = timedelta(microseconds=1)

    assert [record.position_at(moment) for moment in moments] == [2, 4, 6, 8]
    assert [record.position_at(moment - an_instant) for moment in moments] == [0, 2, 4, 6]
    assert record.position_at(moments[-1] + timedelta(days=1)) == 8


def test_the_library_finds_what_is_kept(record: Record) -> None:
    dossier = Dossier.opened()
    record.save(dossier)

    found: Dossier = record.repository.get(dossier.id)

    assert found.stage is Stage.OPEN
    assert record.notification_log.select(1, 10)[0].topic == "dossier.opened"
    assert isinstance(dossier.id, UUID)


def test_nothing_is_subscribed_to(record: Record) -> None:
    with pytest.raises(NotImplementedError, match="in batches"):
        record.store.subscribe()
