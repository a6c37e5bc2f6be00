from collections.abc import Callable
from uuid import UUID

from sqlalchemy import Connection

from domain.kernel import Event
from projections.case_timeline import case_timeline, event_of, timeline
from tests.builders import a_case_taken_over, a_confirmed_case
from tests.history import events_of
from tests.projections.ledger import START


def test_the_timeline_holds_every_event_of_a_case_as_it_was_stored(
    shown: Callable[..., Connection],
) -> None:
    other, case = a_case_taken_over(), a_confirmed_case()
    happened = events_of(case)
    stored = {b"%d" % position: event for position, event in enumerate(happened, start=2)}

    def decode(topic: str, stream: UUID, version: int, state: bytes) -> Event:
        event = stored[state]
        assert (topic, stream, version) == (event.TOPIC, case.id, event.originator_version)
        return event

    db = shown(case_timeline, other, case)
    entries = timeline(db, case.id)

    events = [event_of(entry, decode) for entry in entries]
    assert events == list(reversed(happened))
    assert events[-1].position == 2
    assert events[-1].recorded_at is not None
    assert events[-1].recorded_at > START
    assert [entry.position for entry in timeline(db, case.id, upto=4)] == [4, 3, 2]
    assert [entry.position for entry in timeline(db, case.id, limit=1)] == [len(happened) + 1]
