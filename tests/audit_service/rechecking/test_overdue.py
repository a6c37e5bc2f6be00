"""What is overdue is handed up every night, on either database."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from audit_service.identity.console import SERVICE
from audit_service.office import Office
from audit_service.rechecking import overdue
from audit_service.rechecking.overdue import hand_up
from audit_service.rechecking.run import recheck
from audit_service.settings import Settings
from audit_service.store.record import Record
from domain.errors.error_record import ErrorRecord
from tests.audit_service.rechecking.records import an_office_at_work, events, keep
from tests.builders import an_act, day
from tests.error_builders import (
    BEGAN,
    CATALOGUE,
    EVIDENCE,
    a_classification,
    a_notice,
    a_notified_error,
    a_report,
    a_reviewers_act,
    an_issuers_act,
    reported,
)

DUE, LATE = date(2021, 9, 30), date(2021, 10, 1)


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    """An office in which one notice waits to be complied with by the end of September."""
    with an_office_at_work(settings, today=LATE) as office:
        keep(office, a_notified_error())
        yield office


def on(office: Office, today: date) -> Office:
    """The same office on another day, with views that hold everything."""
    assert office.follower.wait_for(office.record.last_position(), 10)
    return replace(office, today=lambda: today)


def handed_up(office: Office) -> list[ErrorRecord.HandedUp]:
    return [event for event in events(office) if isinstance(event, ErrorRecord.HandedUp)]


def test_it_is_the_services_act_and_done_once(office: Office) -> None:
    assert hand_up(on(office, DUE)) == 0
    assert hand_up(on(office, LATE)) == 1
    assert hand_up(on(office, date(2021, 10, 2))) == 0

    [event] = handed_up(office)
    assert (event.by, event.role, event.on, event.due_on) == (SERVICE, "service", LATE, DUE)


def test_it_is_done_beside_the_recheck(office: Office, settings: Settings) -> None:
    assert recheck(on(office, LATE), settings).handed_up == 1
    assert recheck(on(office, LATE), settings).handed_up == 0


def test_it_is_done_again_when_the_later_day_is_missed(office: Office) -> None:
    hand_up(on(office, LATE))
    error = office.record.get(ErrorRecord, a_notified_error().id)
    error.acknowledge(an_act("2021-10-08"))
    error.submit_plan("By the 20th.", an_act("2021-10-08"), done_by=day("2021-10-20"))
    keep(office, error)

    waited, missed = hand_up(on(office, date(2021, 10, 20))), hand_up(on(office, date(2021, 10, 21)))

    assert (waited, missed) == (0, 1)
    assert [event.due_on for event in handed_up(office)] == [DUE, date(2021, 10, 20)]


def test_what_somebody_is_just_seeing_to_waits_for_another_night(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = Record.get_many

    def meanwhile(record: Record, kind: type[ErrorRecord], some: list[UUID]) -> dict[UUID, ErrorRecord]:
        found = read(record, kind, some)
        error = record.get(ErrorRecord, a_notified_error().id)
        error.acknowledge(an_act("2021-10-01"))
        keep(office, error)
        return found

    late = on(office, LATE)
    with monkeypatch.context() as patched:
        patched.setattr(Record, "get_many", meanwhile)
        assert hand_up(late) == 0

    assert handed_up(office) == []
    assert hand_up(on(office, LATE)) == 1


def test_two_that_do_so_at_once_hand_up_once(office: Office) -> None:
    late = on(office, LATE)

    with ThreadPoolExecutor(8) as processes:
        counts = list(processes.map(lambda _: hand_up(late), range(8)))

    assert sum(counts) == len(handed_up(office)) == 1


def test_many_are_read_some_at_a_time(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overdue, "AT_ONCE", 1)
    keep(office, another_notified_error())

    assert hand_up(on(office, LATE)) == 2


def another_notified_error() -> ErrorRecord:
    error = reported(a_report(case_number="DB-0002", number="CC210202-2021-0002"))
    error.begin_substantiation(a_reviewers_act())
    error.substantiate(EVIDENCE, a_reviewers_act())
    error.classify(a_classification(), CATALOGUE, a_reviewers_act(), began=BEGAN)
    error.issue_notice("JC210202-2021-0002", an_issuers_act(), **a_notice())
    return error
