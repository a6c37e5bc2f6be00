"""Everything that the domain is made of can be stored, and its state restored from a snapshot."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import walk_packages
from typing import Any
from uuid import uuid4

import pytest

import domain
from audit_service.store import snapshots
from audit_service.store.codec import form_of
from domain.kernel import Aggregate, Event
from tests.builders import a_case_taken_over, a_confirmed_case, a_noticed_case, standards


def every_aggregate() -> list[type[Aggregate]]:
    modules = [import_module(found.name) for found in walk_packages(domain.__path__, "domain.")]
    everything = {value for module in modules for value in vars(module).values() if isinstance(value, type)}
    found = [value for value in everything if issubclass(value, Aggregate) and value.TOPIC]
    return sorted(found, key=lambda aggregate: aggregate.TOPIC)


def every_event() -> list[type[Event]]:
    return [event for aggregate in every_aggregate() for event in aggregate.EVENTS]


@pytest.mark.parametrize("event", every_event(), ids=lambda event: event.TOPIC)
def test_every_event_has_a_form(event: type[Event]) -> None:
    form: Any = form_of(event)

    assert form.event is event


@pytest.mark.parametrize("aggregate", every_aggregate(), ids=lambda aggregate: aggregate.TOPIC)
def test_every_aggregate_can_be_restored(aggregate: type[Aggregate]) -> None:
    blank = aggregate.blank(uuid4())

    assert state_of(restored(blank)) == state_of(blank)


@pytest.mark.parametrize("make", [a_case_taken_over, a_noticed_case, a_confirmed_case, standards])
def test_what_was_decided_is_restored_in_equal_values_of_equal_types(make: Callable[[], Aggregate]) -> None:
    decided = make()

    again = restored(decided)

    assert again == decided.copied()
    assert {name: type(value) for name, value in state_of(again).items()} == {
        name: type(value) for name, value in state_of(decided).items()
    }


def restored(aggregate: Aggregate) -> Aggregate:
    state = snapshots._state(aggregate)
    return snapshots._restored(type(aggregate), aggregate.id, aggregate.version, state)


def state_of(aggregate: Aggregate) -> dict[str, object]:
    return {name: getattr(aggregate, name) for name in snapshots._attributes(type(aggregate))}
