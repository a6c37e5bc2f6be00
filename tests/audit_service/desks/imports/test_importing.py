"""Files are sent in, tried out, carried out in the background and reported row by row."""

from collections import Counter
from typing import Any

import pytest

from audit_service.imports import importer
from domain.cases.case import Case
from domain.imports.imported import Import
from tests.audit_service.desks.imports.conftest import Desk
from tests.ledger_files import FictionalRegister


def expected(made: list[FictionalRegister]) -> list[tuple[int, int, int]]:
    return [(one.truth.accepted, one.truth.duplicate, one.truth.rejected) for one in made]


def counted(answer: dict[str, Any]) -> list[tuple[int, int, int]]:
    return [(file["accepted"], file["duplicate"], file["rejected"]) for file in answer["files"]]


def test_files_of_all_kinds_are_tried_out_and_then_carried_out(desk: Desk) -> None:
    made = desk.made()
    files = desk.written(made)

    sent = desk.sends(*files)
    number = sent.json()["number"]
    looked_at = desk.reads(number)
    before = desk.office.record.last_position()
    desk.importer.look()
    tried = desk.reads(number)
    assert desk.office.record.last_position() == before
    answer = desk.clerk.asks(f"/imports/{number}/carrying-out")
    announced = desk.reads(number)
    desk.importer.look()
    done = desk.reads(number)

    assert (sent.status_code, sent.headers["Location"]) == (202, f"/api/v1/imports/{number}")
    assert [looked_at["state"], tried["state"], announced["state"], done["state"]] == [
        "looked_at",
        "tried",
        "announced",
        "carried_out",
    ]
    assert answer["status"] == 201
    assert counted(tried) == counted(done) == expected(made)
    assert [file["kinds"] for file in tried["files"]] == [one.kind.code for one in made]
    assert [file["rows_by_reason"] for file in done["files"]] == [one.truth.rows_by_reason for one in made]


def test_what_was_recorded_carries_the_import_and_who_asked_for_it(desk: Desk) -> None:
    number = desk.carried_out(*desk.written(desk.made(dibao=24)))

    events = desk.office.record.read(0, 10_000)
    announced = next(event for event in events if isinstance(event, Import.Announced))
    cases = [event for event in events if isinstance(event, Case.TakenOver)]
    assert {(event.correlation, event.by, event.role) for event in cases} == {
        (announced.stream, desk.official.official, "clerk")
    }
    desk.story.settled()
    (listed,) = desk.clerk.reads("/imports")["imports"]
    assert (listed["number"], listed["state"], listed["kinds"]) == (number, "carried_out", "dibao")


def test_the_same_files_again_record_nothing_twice(desk: Desk) -> None:
    files = desk.written(desk.made())
    desk.carried_out(*files)
    once = Counter(event.TOPIC for event in desk.office.record.read(0, 100_000) if event.OF is not Import)

    number = desk.carried_out(*files)

    twice = Counter(event.TOPIC for event in desk.office.record.read(0, 100_000) if event.OF is not Import)
    assert twice == once
    assert {file["accepted"] for file in desk.reads(number)["files"]} == {0}


def test_an_import_that_fails_is_tried_again_and_keeps_no_other_waiting(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importer, "RETRY_AFTER", 0.0)
    (file,) = desk.written(desk.made(tekun=12))
    broken, sound = (str(desk.sends(file).json()["number"]) for _ in range(2))
    first = desk.office.imports.sent(broken).path / "file-0.sealed"
    kept = first.read_bytes()
    first.write_bytes(kept[:-1] + bytes([kept[-1] ^ 1]))

    desk.importer.look()
    states = desk.reads(broken)["state"], desk.reads(sound)["state"]
    first.write_bytes(kept)
    desk.importer.look()

    assert states == ("looked_at", "tried")
    assert desk.reads(broken)["state"] == "tried"
