"""A recheck of an office: everything that does not fit, each once, and at the cost of what is new."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from audit_service.demo.loading import SIZES, load
from audit_service.demo.register import fictional_ledgers, found_over_all
from audit_service.office import Office
from audit_service.rechecking import memory, rooms, run
from audit_service.rechecking.run import ViewsBehind, recheck
from audit_service.settings import Settings
from domain.cases.case import Case
from domain.leads.lead import Lead
from tests.audit_service.rechecking.records import (
    FOUND,
    a_case_in_order,
    a_case_miscounted,
    an_office_at_work,
    events,
    everything_wrong,
    keep,
    leads,
    long_ago,
    told,
    with_standards,
)
from tests.builders import a_managers_act, day


@pytest.fixture
def office(settings: Settings) -> Iterator[Office]:
    with an_office_at_work(settings) as office:
        yield with_standards(office)


def test_each_kind_of_lead_is_found_where_it_is(office: Office, settings: Settings) -> None:
    keep(office, *everything_wrong())

    outcome = recheck(office, settings)

    assert told(office) == FOUND
    assert outcome.leads == dict.fromkeys((kind for kind, _ in FOUND), 1)
    assert (outcome.since, outcome.cases) == (0, len(everything_wrong()))


def test_a_lead_says_what_was_found_and_changes_nothing_else(office: Office, settings: Settings) -> None:
    keep(office, a_case_miscounted())
    before = events(office)

    recheck(office, settings)

    added = events(office)[len(before) :]
    [lead] = leads(office)
    [decision] = [event for event in before if isinstance(event, Case.FactChanged)]
    assert added == [lead]
    assert (lead.expected, lead.found, lead.from_month) == (114_000, 99_900, day("2021-07-01"))
    assert (lead.decision, lead.decided_by, lead.area) == (decision.position, decision.by, "210202")
    assert lead.subject == decision.subject


def test_run_again_it_finds_nothing_new_and_replays_nothing(office: Office, settings: Settings) -> None:
    keep(office, *everything_wrong())
    first = recheck(office, settings)
    position = office.record.last_position()

    second = recheck(office, settings)

    assert (second.since, second.cases, second.leads) == (first.position, 0, {})
    assert office.record.last_position() == position


def test_only_what_happened_since_is_replayed(office: Office, settings: Settings) -> None:
    keep(office, *(a_case_in_order(f"DB-1{number:03}") for number in range(20)))
    recheck(office, settings)
    keep(office, a_case_miscounted())

    outcome = recheck(office, settings)

    assert outcome.cases == 1
    assert told(office) == {("arithmetic", "DB-0200")}


def test_what_only_time_makes_late_is_found_without_an_event(office: Office, settings: Settings) -> None:
    keep(office, a_case_in_order())
    recheck(office, settings)

    on_the_last_day = recheck(replace(office, today=lambda: date(2022, 5, 11)), settings)
    a_day_later = recheck(replace(office, today=lambda: date(2022, 5, 12)), settings)
    another_day_later = recheck(replace(office, today=lambda: date(2022, 5, 13)), settings)

    assert (on_the_last_day.cases, a_day_later.cases, another_day_later.cases) == (0, 1, 0)
    assert told(office) == {("overdue_review", "DB-0100")}


def test_other_rules_start_over_and_find_the_same(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(office, *everything_wrong())
    recheck(office, settings)
    monkeypatch.setattr(run, "rules", lambda _=(): "other rules")

    outcome = recheck(office, settings)

    assert (outcome.since, outcome.cases, outcome.leads) == (0, len(everything_wrong()), {})
    assert told(office) == FOUND


def test_a_lead_that_was_settled_is_not_found_again(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(office, a_case_miscounted())
    recheck(office, settings)
    lead = office.record.get(Lead, leads(office)[0].stream)
    lead.set_aside("as_recorded", a_managers_act("2021-09-20"))
    keep(office, lead)
    monkeypatch.setattr(run, "rules", lambda _=(): "other rules")

    assert recheck(office, settings).leads == {}
    assert len(leads(office)) == 1


def test_many_cases_are_shared_by_processes_beside(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "CHUNK", 3)
    keep(office, *everything_wrong(), *(a_case_in_order(f"DB-1{number:03}") for number in range(10)))
    moved: list[tuple[int, int]] = []

    recheck(office, settings, rooms=2, advance=lambda done, of: moved.append((done, of)))

    assert told(office) == FOUND
    assert moved[-1] == (len(everything_wrong()) + 10,) * 2
    assert [done for done, _ in moved] == sorted(done for done, _ in moved)


def test_cases_of_one_person_are_compared_when_either_is_touched(office: Office, settings: Settings) -> None:
    first, second = everything_wrong()[5:7]
    keep(office, first)
    recheck(office, settings)
    keep(office, second)

    outcome = recheck(office, settings)

    assert outcome.leads == {"incompatible": 1}
    assert outcome.cases == 1


def test_views_that_stay_behind_are_told(
    office: Office, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(run, "PATIENCE", 0.05)
    office.follower.stop()
    keep(office, a_case_miscounted())

    with pytest.raises(ViewsBehind, match="have not reached position"):
        recheck(office, settings)

    assert leads(office) == []


def test_an_office_in_order_has_only_leads_that_its_ledgers_give(settings: Settings, tmp_path: Path) -> None:
    with an_office_at_work(settings, date(2021, 9, 21)) as office:
        load(office, tmp_path)

        outcome = recheck(office, settings)

    assert outcome.cases > 300
    excluding = found_over_all(fictional_ledgers(SIZES))["people_in_exclusive_programmes"]
    assert outcome.leads == {"incompatible": sum(excluding.values())}


def test_the_memory_never_goes_back(office: Office) -> None:
    memory.prepare(office.views)
    memory.remember(office.views, "rules", 7)

    memory.remember(office.views, "rules", 5)

    assert memory.position(office.views, "rules") == 7
    assert memory.position(office.views, "others") == 0


def test_a_night_is_taken_once(office: Office) -> None:
    memory.prepare(office.views)

    assert memory.claim(office.views, date(2021, 9, 20))
    assert not memory.claim(office.views, date(2021, 9, 20))
    assert memory.claim(office.views, date(2021, 9, 21))


def test_cases_to_look_at_again_are_noted_anew_each_time(office: Office, settings: Settings) -> None:
    memory.prepare(office.views)
    case = long_ago().id
    memory.note(office.views, {case: date(2021, 9, 1)})

    assert memory.due(office.views, date(2021, 8, 31)) == []
    assert memory.due(office.views, date(2021, 9, 1)) == [case]
    memory.note(office.views, {case: None})
    assert memory.due(office.views, date(2021, 9, 1)) == []
