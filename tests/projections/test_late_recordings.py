"""What was recorded long after it happened, and what was changed after a notice, is told with its lag."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, Row

from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.inspections.inspection import Inspection
from domain.kernel import Aggregate
from projections.case_register import case_register
from projections.engine import views_engine
from projections.error_register import error_register
from projections.follower import Follower
from projections.late_lists import SoughtRecordings, histogram, listed_recordings
from projections.late_recordings import late_recordings
from projections.needy_register import needy_register
from projections.visit_ledger import visit_ledger
from tests.builders import (
    CASEWORKER,
    MANAGER,
    PULANDIAN,
    ZHONGSHAN,
    a_case_taken_over,
    a_household,
    a_person,
    an_act,
    day,
)
from tests.error_builders import (
    a_notified_error,
    a_reported_error,
    an_issuers_act,
    of_a_family_not_covered,
)
from tests.inspection_builders import an_inspection
from tests.projections.ledger import START, Ledger
from tests.visit_builders import a_visit

VIEWS = (case_register, error_register, late_recordings, needy_register, visit_ledger)
ALL = SoughtRecordings()
TODAY = "2021-07-01"
"""The day on which the ledger of the tests begins."""


class Record:
    """A record to which anything can be added, and the views of it."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.ledger = engine, Ledger()

    def found(self, *aggregates: Aggregate, **sought: Any) -> list[Row[Any]]:
        """Record what is pending, and return the list, the latest first."""
        self.ledger.keep(*aggregates)
        Follower(self.ledger, self.engine, VIEWS).catch_up()
        with self.engine.connect() as db:
            return list(listed_recordings(db, SoughtRecordings(**sought)))

    def bands(self, **sought: Any) -> list[int]:
        with self.engine.connect() as db:
            return histogram(db, SoughtRecordings(**sought))


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    engine = views_engine(f"sqlite:///{tmp_path / 'views.sqlite'}")
    yield Record(engine)
    engine.dispose()


def lags(found: list[Row[Any]]) -> list[tuple[str, int, str]]:
    return [(row.topic, row.lag, row.measured) for row in found]


def changed(case: Case, on: str, *, since: str, **more: Any) -> None:
    """Let the income be another since a day, whatever the rules say."""
    facts = {"fact": "income", "before": 150000, "after": 120000} | more.pop("facts", {})
    event = more.pop("event", Case.FactChanged)
    case.trigger(event, an_act(on, **more), valid_from=day(since), **facts)


def test_a_change_counts_from_the_day_it_became_true(record: Record) -> None:
    case = a_case_taken_over()
    changed(case, TODAY, since="2021-06-01")
    changed(case, TODAY, since="2021-06-24")
    changed(case, TODAY, since="2021-08-01")

    (late,) = record.found(case)

    assert lags([late]) == [("case.fact_changed", 30, "true")]
    assert (late.number, late.area, late.kind) == ("DB-0001", ZHONGSHAN, "case")
    assert (late.official, late.role, late.happened_on) == (CASEWORKER, "caseworker", day("2021-06-01"))


def test_a_correction_counts_from_when_it_was_learned(record: Record) -> None:
    case = a_case_taken_over()
    changed(case, TODAY, since="2020-09-01", event=Case.FactCorrected)
    changed(case, TODAY, since="2020-09-01", event=Case.FactCorrected, learned_on=day("2021-05-01"))

    assert lags(record.found(case)) == [("case.fact_corrected", 61, "learned")]


def test_an_act_counts_from_the_day_it_was_done(record: Record) -> None:
    case = a_case_taken_over()
    case.trigger(Case.Suspended, an_act("2021-06-01"), valid_from=day("2021-07-01"))

    assert lags(record.found(case)) == [("case.suspended", 30, "done")]


def test_a_visit_counts_from_its_day(record: Record) -> None:
    (late,) = record.found(a_visit())

    assert (late.topic, late.measured, late.kind) == ("visit.recorded", "true", "visit")


def test_a_register_that_is_taken_over_is_not_late(record: Record) -> None:
    assert record.found(a_case_taken_over(), a_person()) == []


def test_who_left_a_household_or_died(record: Record) -> None:
    household, person = a_household(), a_person()
    household.leave(person.id, an_act(TODAY), since=day("2021-06-01"))
    person.die(an_act(TODAY), on=day("2021-03-01"), source="police")

    found = record.found(household, person, lag=20)

    assert lags(found) == [
        ("person.died", 122, "true"),
        ("household.member_left", 30, "true"),
        ("household.member_joined", 91, "done"),
    ]
    assert [row.number for row in found] == [None, "H-0001", "H-0001"]
    assert [row.kind for row in found] == ["", "household", "household"]


def test_a_change_after_a_notice(record: Record) -> None:
    case, error = a_case_taken_over(), a_notified_error()
    assert error.notice
    changed(case, TODAY, since=TODAY)
    record.found(case, error)
    changed(case, TODAY, since=TODAY)
    changed(case, TODAY, since=TODAY, basis=error.number)

    (after,) = record.found(case, after_notice=True)

    assert (after.topic, after.after, after.notice) == (
        "case.fact_changed",
        "correction",
        error.notice.number,
    )
    assert after.notice_on == an_issuers_act().on
    assert [row.topic for row in record.found(lag=8)].count("case.fact_changed") == 0


def test_a_notice_is_open_until_the_error_is_closed(record: Record) -> None:
    case, error = a_case_taken_over(), a_notified_error()
    record.found(case, error)
    changed(case, TODAY, since=TODAY)
    record.found(case)
    error.trigger(ErrorRecord.Closed, an_act())
    record.found(error)
    changed(case, TODAY, since=TODAY)
    assert len(record.found(case, after_notice=True)) == 1

    error.trigger(ErrorRecord.Reopened, an_act(), new_fact="More is known.")
    changed(case, TODAY, since=TODAY)

    assert len(record.found(error, case, after_notice=True)) == 3


def test_a_notice_where_there_is_no_case(record: Record) -> None:
    error = a_reported_error(**of_a_family_not_covered())
    error.trigger(
        ErrorRecord.NoticeIssued, an_issuers_act(), notice="JZ-1", items=(), persons=(), due_on=day(TODAY)
    )

    assert record.found(error, after_notice=True) == []


def test_the_list_is_narrowed(record: Record) -> None:
    case = a_case_taken_over()
    changed(case, TODAY, since="2021-06-01")
    changed(case, TODAY, since="2021-01-01", by=MANAGER)
    changed(case, TODAY, since="2020-01-01")
    third, second, first = record.found(case)
    moment = START + timedelta(microseconds=second.position)

    def positions(**sought: Any) -> list[int]:
        return [row.position for row in record.found(**sought)]

    assert positions(lag=31) == [third.position, second.position]
    assert positions(official=MANAGER) == [second.position]
    assert positions(unit="Fictional Street") == [third.position, second.position, first.position]
    assert positions(unit="Elsewhere") == positions(areas=[PULANDIAN]) == []
    assert len(positions(areas=[ZHONGSHAN])) == len(positions(streams=[case.id])) == 3
    assert positions(streams=[]) == []
    assert positions(first=moment) == [third.position, second.position]
    assert positions(last=moment) == [first.position]
    assert record.bands() == [1, 0, 1, 1]
    assert record.bands(areas=[PULANDIAN]) == [0, 0, 0, 0]
    with record.engine.connect() as db:
        assert [row.position for row in listed_recordings(db, ALL, before=second.position)] == [
            first.position
        ]


def test_a_change_after_a_notice_of_accountability(record: Record) -> None:
    case, error = a_case_taken_over(), a_reported_error()
    held: dict[str, Any] = {"official": CASEWORKER, "noticed_on": day(TODAY), "reference": "WZ-1"}
    error.trigger(ErrorRecord.AccountabilityNoticed, an_act(TODAY), **held)
    record.found(error, case)
    changed(case, TODAY, since=TODAY)

    (after,) = record.found(case, after_notice=True)

    assert (after.after, after.notice, after.notice_on) == ("accountability", "WZ-1", day(TODAY))


def test_a_change_while_an_inspection_of_its_area_is_announced(record: Record) -> None:
    case, inspection, elsewhere = a_case_taken_over(), an_inspection(), an_inspection(areas=(PULANDIAN,))
    changed(case, TODAY, since=TODAY)
    record.found(case, elsewhere)
    assert record.found(during_inspection=True) == []
    record.found(inspection)
    changed(case, TODAY, since=TODAY)
    assert [row.lag for row in record.found(case, during_inspection=True)] == [0]

    inspection.trigger(Inspection.Withdrawn, an_act())
    record.found(inspection)
    changed(case, TODAY, since=TODAY)

    assert len(record.found(case, during_inspection=True)) == 1
    assert record.found(during_inspection=True, areas=[PULANDIAN]) == []
