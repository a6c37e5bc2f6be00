import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from hashlib import sha256
from typing import Any
from uuid import uuid4

import pytest

from audit_service.store.admission import Claim
from audit_service.store.errors import KeyDestroyed, KeyReused, StaleVersion
from audit_service.store.record import Record
from audit_service.store.submission import Attempt, Kept, Submission
from audit_service.store.writer import Ticket
from tests.audit_service.store.dossiers import CLERK, NOON, Dossier

ATTEMPT = Attempt(
    at=NOON, by=CLERK, role="clerk", command="open_dossier", stream=None, code="dossier.too_early"
)


def test_what_is_kept_gets_the_next_positions_and_one_instant(record: Record) -> None:
    dossier = Dossier.opened().note()

    kept = record.keep(Submission(aggregates=(dossier,)))

    assert kept.positions == range(1, 3)
    assert not kept.repeated
    assert [event.recorded_at for event in record.read(0, 2)] == [kept.recorded_at] * 2


def test_entries_say_what_is_stored(record: Record) -> None:
    dossier = Dossier.opened()

    kept = record.keep(Submission(aggregates=(dossier,)))

    ((position, stream, version, topic, state, recorded_at),) = record.store.rows(0, 1)
    (entry,) = kept.entries
    assert entry == (position, stream, version, topic, recorded_at, sha256(state).digest())


def test_time_never_runs_backwards_along_positions(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    first = record.keep(Submission(aggregates=(Dossier.opened(),)))
    monkeypatch.setattr("audit_service.store.recorder.time.time_ns", lambda: 0)

    second = record.keep(Submission(aggregates=(Dossier.opened(),)))

    assert second.recorded_at > first.recorded_at


def test_a_decision_on_an_older_version_is_not_recorded(record: Record) -> None:
    dossier = Dossier.opened()
    record.keep(Submission(aggregates=(dossier,)))
    mine, yours = record.get(Dossier, dossier.id).note(), record.get(Dossier, dossier.id).note()
    record.keep(Submission(aggregates=(yours,)))

    with pytest.raises(StaleVersion, match="decided on at version 1 and stands at 2"):
        record.keep(Submission(aggregates=(mine,)))

    assert record.get(Dossier, dossier.id).notes == 1
    assert record.last_position() == 2


def test_an_identity_cannot_be_opened_twice(record: Record) -> None:
    identity = uuid4()
    record.keep(Submission(aggregates=(Dossier.opened(identity),)))

    with pytest.raises(StaleVersion):
        record.keep(Submission(aggregates=(Dossier.opened(identity),)))


def test_a_decision_that_rests_on_what_has_changed_is_not_recorded(record: Record) -> None:
    rule = Dossier.opened()
    record.keep(Submission(aggregates=(rule,)))
    read = record.get(Dossier, rule.id)
    record.keep(Submission(aggregates=(Dossier.opened(),), rests_on=(read,)))
    record.keep(Submission(aggregates=(record.get(Dossier, rule.id).note(),)))

    with pytest.raises(StaleVersion):
        record.keep(Submission(aggregates=(Dossier.opened(),), rests_on=(read,)))

    assert record.last_position() == 3


def test_several_streams_are_kept_together_or_not_at_all(record: Record) -> None:
    old = Dossier.opened()
    record.keep(Submission(aggregates=(old,)))
    stale = record.get(Dossier, old.id).note()
    record.keep(Submission(aggregates=(record.get(Dossier, old.id).note(),)))
    new = Dossier.opened()

    with pytest.raises(StaleVersion):
        record.keep(Submission(aggregates=(new, stale)))

    assert record.find(Dossier, new.id) is None


def test_one_stream_is_not_submitted_with_two_histories(record: Record) -> None:
    dossier = Dossier.opened()

    with pytest.raises(ValueError, match="submitted twice"):
        record.keep(Submission(aggregates=(dossier, Dossier.opened(dossier.id))))

    assert record.keep(Submission(aggregates=(dossier, dossier))).positions == range(1, 2)


def test_the_same_request_under_the_same_key_is_recorded_once(record: Record) -> None:
    dossier = Dossier.opened().note()
    first = record.keep(Submission(aggregates=(dossier,), key=b"k", request=b"r"))
    again = Submission(aggregates=(Dossier.opened(),), key=b"k", request=b"r")

    second = record.keep(again)

    assert second.repeated
    assert replace(second, repeated=False) == first
    assert second.entries == first.entries
    assert record.answered(b"k", b"r") == second
    assert record.last_position() == 2


def test_a_key_is_not_used_for_another_request(record: Record) -> None:
    record.keep(Submission(aggregates=(Dossier.opened(),), key=b"k", request=b"r"))

    with pytest.raises(KeyReused):
        record.keep(Submission(aggregates=(Dossier.opened(),), key=b"k", request=b"other"))

    with pytest.raises(KeyReused):
        record.answered(b"k", b"other")
    assert record.last_position() == 1


def test_a_key_that_was_not_used_has_no_answer(record: Record) -> None:
    assert record.answered(b"k", b"r") is None
    assert record.answered(None, b"r") is None


def test_attempts_are_logged_in_order(record: Record) -> None:
    subject = uuid4()
    attempts = [replace(ATTEMPT, code=f"rule.{number}", stream=subject) for number in range(5)]

    for attempt in attempts:
        assert record.keep(Submission(attempt=attempt)).positions == range(0)

    newest = record.attempts(limit=2)
    assert newest == [replace(attempts[4], number=5), replace(attempts[3], number=4)]
    assert [attempt.code for attempt in record.attempts(before=4)] == ["rule.2", "rule.1", "rule.0"]
    assert record.last_position() == 0


def test_each_submission_of_a_group_stands_for_itself(record: Record) -> None:
    old = Dossier.opened()
    record.keep(Submission(aggregates=(old,)))
    here = record.get(Dossier, old.id)
    submissions = [
        Submission(aggregates=(here.copied().note(),), key=b"1", request=b"a"),
        Submission(aggregates=(here.copied().note(),)),
        Submission(aggregates=(Dossier.opened(),), key=b"1", request=b"a"),
        Submission(aggregates=(Dossier.opened(),), key=b"1", request=b"b"),
        Submission(attempt=ATTEMPT),
        Submission(aggregates=(Dossier.opened(),)),
    ]

    outcomes = record.store.write([claim_of(record, submission) for submission in submissions])

    first, stale, repeated, reused, logged, last = outcomes
    assert isinstance(stale, StaleVersion)
    assert isinstance(reused, KeyReused)
    assert isinstance(first, Kept)
    assert isinstance(last, Kept)
    assert isinstance(logged, Kept)
    assert repeated == replace(first, repeated=True)
    assert (first.positions, last.positions) == (range(2, 3), range(3, 4))


def claim_of(record: Record, submission: Submission) -> Claim:
    ticket = Ticket(submission, record.submit(Submission()))
    record.vault.ensure_keys(aggregate.id for aggregate in submission.aggregates)
    record._filing.begin(ticket)
    assert ticket.claim is not None
    return ticket.claim


def test_many_threads_are_all_answered(record: Record) -> None:
    def open_and_note(number: int) -> int:
        dossier = Dossier.opened(number=number)
        record.keep(Submission(aggregates=(dossier,)))
        record.keep(Submission(aggregates=(record.get(Dossier, dossier.id).note(),)))
        return record.get(Dossier, dossier.id).notes

    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(open_and_note, range(100))) == [1] * 100

    assert [event.position for event in record.read(0, 1000)] == list(range(1, 201))


def test_an_event_loop_is_answered(record: Record) -> None:
    committed: list[int] = []
    record.on_committed(committed.append)

    async def ask() -> list[Kept]:
        submissions = [Submission(aggregates=(Dossier.opened().note(),)) for _ in range(50)]
        return await asyncio.gather(*(record.submit_here(submission) for submission in submissions))

    answers = asyncio.run(ask())

    assert [kept.positions.start for kept in answers] == list(range(1, 101, 2))
    assert committed[-1] == 100


def test_who_stops_waiting_does_not_stop_what_is_recorded(record: Record) -> None:
    async def ask_and_go() -> None:
        record.submit_here(Submission(aggregates=(Dossier.opened(),))).cancel()
        await record.submit_here(Submission(aggregates=(Dossier.opened(),)))

    asyncio.run(ask_and_go())
    third = record.submit(Submission(aggregates=(Dossier.opened(),)))

    assert not third.cancel()
    assert third.result().positions == range(3, 4)
    assert record.last_position() == 3


def test_a_failure_of_one_watcher_leaves_everyone_answered(
    record: Record, caplog: pytest.LogCaptureFixture
) -> None:
    def stumble(position: int) -> None:
        raise RuntimeError(position)

    record.on_committed(stumble)

    kept = record.keep(Submission(aggregates=(Dossier.opened(),)))

    assert kept.positions == range(1, 2)
    assert "could not be taken note of" in caplog.text


def test_nothing_is_recorded_about_a_subject_whose_key_is_destroyed(record: Record) -> None:
    dossier = Dossier.opened()
    record.keep(Submission(aggregates=(dossier,)))
    record.vault.destroy(dossier.id)

    outcomes = [
        record.submit(Submission(aggregates=(record.get(Dossier, dossier.id).note(),))),
        record.submit(Submission(aggregates=(Dossier.opened().note(),))),
    ]

    with pytest.raises(KeyDestroyed, match=str(dossier.id)):
        outcomes[0].result()
    assert outcomes[1].result().positions == range(2, 4)


def test_a_large_submission_is_kept_whole(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.store.filing.CHUNK", 100)
    dossiers = [Dossier.opened().note() for _ in range(1500)]

    kept = record.keep(Submission(aggregates=tuple(dossiers)))

    assert kept.positions == range(1, 3001)
    assert record.at_hand(Dossier, dossiers[0].id) is None
    assert {dossier.notes for dossier in record.get_many(Dossier, [d.id for d in dossiers]).values()} == {1}


def test_a_large_submission_is_refused_if_one_of_its_streams_went_on(record: Record) -> None:
    opened = [Dossier.opened() for _ in range(1000)]
    record.keep(Submission(aggregates=tuple(opened)))
    found = record.get_many(Dossier, [dossier.id for dossier in opened])
    gone_on = record.get(Dossier, opened[-1].id).note()
    record.keep(Submission(aggregates=(gone_on,)))
    last = record.last_position()

    with pytest.raises(StaleVersion, match=str(gone_on.id)):
        record.keep(Submission(aggregates=tuple(dossier.note() for dossier in found.values())))

    assert record.last_position() == last
    assert record.keep(Submission(aggregates=(Dossier.opened(),))).positions == range(last + 1, last + 2)


def test_attempts_are_found_by_what_they_were(record: Record) -> None:
    li, case = uuid4(), uuid4()
    since = ATTEMPT.at
    differing: list[dict[str, Any]] = [{"by": li}, {"stream": case}, {"code": "rule.other"}, {}]
    for number, more in enumerate(differing):
        record.keep(Submission(attempt=replace(ATTEMPT, at=since + timedelta(days=number), **more)))

    def numbers(**sought: Any) -> list[int]:
        return [attempt.number for attempt in record.attempts(**sought)]

    assert numbers() == [4, 3, 2, 1]
    assert (numbers(by=li), numbers(about=[case]), numbers(code="rule.other")) == ([1], [2], [3])
    assert numbers(first=since + timedelta(days=2), last=since + timedelta(days=3)) == [3]
