"""Streams to which something happened are found stretch by stretch, each once."""

from uuid import UUID

import pytest

from audit_service.office import Office
from audit_service.store import reader
from audit_service.store.submission import Submission
from domain.cases.case import Case
from domain.kernel import Event
from tests.builders import STANDARDS, a_case_taken_over, a_managers_act, day


@pytest.mark.parametrize("stretch", [1, 2, 100])
def test_each_stream_is_found_once_wherever_the_stretches_end(
    office: Office, stretch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "STRETCH", stretch)
    ended, other = (a_case_taken_over(number=number) for number in ("DB-0001", "DB-0002"))
    ended.suspend(STANDARDS, a_managers_act("2021-06-01"), valid_from=day("2021-07-01"))
    streams = [ended.id, other.id]
    office.record.keep(Submission(aggregates=(ended, other)))

    def found(*kinds: type[Event], after: int = 0, among: list[UUID] | None = None) -> list[UUID]:
        streams = sorted(office.record.streams_with(kinds, after=after, among=among))
        assert office.record.has_any(kinds, after=after) >= bool(streams)
        return streams

    assert found(*Case.EVENTS) == sorted(streams)
    assert found(Case.Suspended) == streams[:1]
    assert found(*Case.EVENTS, after=3) == streams[1:]
    assert found(*Case.EVENTS, among=[other.id, ended.id]) == sorted(streams)
    assert found(*Case.EVENTS, among=streams[1:]) == streams[1:]
    assert found(Case.Suspended, among=streams[1:]) == found(*Case.EVENTS, among=[]) == []
    assert found(Case.Terminated) == found(*Case.EVENTS, after=4) == []
    assert not office.record.has_any([Case.Terminated], after=0)
    assert not office.record.has_any(Case.EVENTS, after=4)
