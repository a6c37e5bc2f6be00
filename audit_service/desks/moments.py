"""Events as a timeline shows them: opened, named, and read in the reader's language."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import cast
from uuid import UUID

from audit_service.desks.names import role_name
from audit_service.desks.reading import Reading
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.store.sealing import Sealed
from audit_service.web.parts import Moment, Tag
from audit_service.web.translation import gettext as _
from domain.kernel import Event


def moments_of(
    office: Office, events: Sequence[Event], readings: Mapping[type[Event], Reading]
) -> list[Moment]:
    """Return what happened, the latest first; the events are given the first first, and sealed."""
    names = Names.of(
        office,
        officials={event.by for event in events}.union(*_held(events, readings, "officials")),
        people=set[UUID]().union(*_held(events, readings, "people")),
        documents=set[UUID]().union(*_held(events, readings, "documents")),
    )
    opened = office.record.codec.opened_all(list(events))
    return [_moment(event, readings[type(event)], names) for event in reversed(opened)]


def _held(events: Sequence[Event], readings: Mapping[type[Event], Reading], kind: str) -> Iterator[set[UUID]]:
    return (readings[type(event)].held(event, kind) for event in events)


def _moment(event: Event, reading: Reading, names: Names) -> Moment:
    called = {"officials": names.official, "people": names.person, "documents": names.document}
    return Moment(
        title=_(reading.title),
        recorded_at=cast("datetime", event.recorded_at),
        by=f"{names.official(event.by)} · {role_name(event.role)}",
        tag=Tag(_(reading.tag), reading.colour) if reading.tag else None,
        because="" if isinstance(event.because, Sealed) else event.because,
        changes=reading.changes(event, called),
        valid_from=event.valid_from,
        learned_on=event.learned_on,
        basis=event.basis,
        position=event.position,
    )
