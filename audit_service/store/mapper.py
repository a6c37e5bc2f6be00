"""The library's mapper and event store over our codec."""

from typing import cast
from uuid import UUID

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import EventStore, JSONTranscoder, Mapper, StoredEvent

from audit_service.store.codec import Codec
from audit_service.store.recorder import Recorder
from domain.kernel import Event


class EventMapper(Mapper[UUID]):
    """Turns events into stored events and back, as the record keeps them."""

    def __init__(self, codec: Codec) -> None:
        super().__init__(JSONTranscoder())
        self._codec = codec

    def to_stored_event(self, domain_event: DomainEventProtocol[UUID]) -> StoredEvent:
        """Encode an event. Raises KeyDestroyed, StoreUnavailable."""
        return StoredEvent(*self._codec.line(cast("Event", domain_event)))

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[UUID]:
        """Decode an event, its personal fields sealed."""
        stream = UUID(str(stored_event.originator_id))
        return self._codec.decode(
            stored_event.topic, stream, stored_event.originator_version, stored_event.state
        )


class Events(EventStore[UUID]):
    """The library's event store; called with a stream, it returns what happened in it."""

    def __init__(self, codec: Codec, recorder: Recorder) -> None:
        super().__init__(EventMapper(codec), recorder)
        self._codec = codec
        self._rows_of = recorder.rows_of

    def __call__(self, stream: UUID, upto: int | None = None) -> list[Event]:
        """Return a stream's events, those after position `upto` left out; personal fields sealed.

        Raises StoreUnavailable.
        """
        return list(self._codec.events(self._rows_of(stream, upto=upto)))
