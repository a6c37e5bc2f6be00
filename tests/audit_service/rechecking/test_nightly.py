"""Once a day by itself, by one of all the processes."""

from collections.abc import Iterator
from datetime import datetime
from time import monotonic, sleep

import pytest

from audit_service.office import CALENDAR, Office
from audit_service.rechecking import memory
from audit_service.rechecking.nightly import Nightly
from audit_service.settings import Settings
from tests.audit_service.rechecking.records import (
    a_case_miscounted,
    an_office_at_work,
    keep,
    told,
    with_standards,
)

FOUND = {("arithmetic", "DB-0200")}
PATIENCE = 60.0
"""Seconds that a busy machine may need."""


@pytest.fixture
def at_three(settings: Settings) -> Settings:
    return settings.model_copy(update={"recheck_at": "3"})


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    with an_office_at_work(settings) as office:
        keep(with_standards(office), a_case_miscounted())
        memory.prepare(office.views)
        yield office


def at(hour: int, day: int = 20) -> datetime:
    return datetime(2021, 9, day, hour, 30, tzinfo=CALENDAR)


def test_it_waits_for_its_hour(office: Office, at_three: Settings) -> None:
    waiting = Nightly(office, at_three)

    assert waiting.look_at(at(2)) is None
    assert told(office) == set()
    assert waiting.look_at(at(3)) is not None
    assert told(office) == FOUND


def test_who_was_away_at_night_does_it_by_day(office: Office, at_three: Settings) -> None:
    assert Nightly(office, at_three).look_at(at(9)) is not None
    assert told(office) == FOUND


def test_of_two_processes_one_rechecks_in_a_night(office: Office, at_three: Settings) -> None:
    one, other = Nightly(office, at_three), Nightly(office, at_three)

    looked = [one.look_at(at(3)), other.look_at(at(3)), one.look_at(at(3)), other.look_at(at(3, day=21))]

    assert [outcome is not None for outcome in looked] == [True, False, False, True]


def test_without_an_hour_nothing_is_started(office: Office, settings: Settings) -> None:
    waiting = Nightly(office, settings)

    waiting.start()
    waiting.stop()

    assert told(office) == set()


def test_started_it_looks_at_the_clock_by_itself(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Nightly, "EVERY", 0.02)
    now = str(datetime.now(CALENDAR).hour)
    waiting = Nightly(office, settings.model_copy(update={"recheck_at": now}))

    waiting.start()
    until = monotonic() + PATIENCE
    while not told(office) and monotonic() < until:
        sleep(0.05)
    waiting.stop()

    assert told(office) == FOUND


def test_a_night_that_fails_does_not_end_the_waiting(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[Nightly] = []

    def fail(waiting: Nightly) -> None:
        looked.append(waiting)
        raise OSError

    monkeypatch.setattr(Nightly, "EVERY", 0.01)
    monkeypatch.setattr(Nightly, "look", fail)
    waiting = Nightly(office, settings.model_copy(update={"recheck_at": "3"}))

    waiting.start()
    until = monotonic() + PATIENCE
    while len(looked) < 2 and monotonic() < until:
        sleep(0.01)
    waiting.stop()

    assert len(looked) >= 2
