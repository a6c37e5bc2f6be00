"""An inspection of many cases: gone on with from its snapshot, its beacon found past much of one's own."""

import pytest

from audit_service.desks.inspections import beacons
from audit_service.desks.inspections.beacons import beacon_after
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.inspections.focus import SATISFIED
from domain.inspections.inspection import Inspection
from tests.builders import CLERK, a_case_taken_over
from tests.history import state_of
from tests.inspection_builders import (
    EXAMINER,
    INSPECTOR,
    a_committed_inspection,
    a_frame,
    an_examiners_act,
    an_inspection,
    an_inspectors_act,
    draw,
    looked,
    sampled,
)
from tests.office import an_office

MANY = a_frame(visited=200)


def test_an_inspection_goes_on_from_its_snapshot(sqlite: Settings) -> None:
    inspection = a_committed_inspection(MANY)
    draw(inspection, MANY)
    inspection.assign_examiners([EXAMINER], an_inspectors_act("2021-09-03"))
    for number in sampled(inspection):
        for focus in inspection.focus:
            inspection.examine(looked(number, focus), SATISFIED, "", an_examiners_act())
    with an_office(sqlite) as office:
        office.record.keep(Submission(aggregates=(inspection,)))
        office.record.keep(Submission())  # snapshots are taken before what comes next
        office.record.cache.drop([inspection.id])

        found = office.record.get(Inspection, inspection.id)

        assert state_of(found) == state_of(office.record.get(Inspection, inspection.id, at=10_000))
    assert (found.drawn, found.left, found.satisfied) == (61, 0, 122)


def test_the_beacon_is_the_first_event_of_somebody_else(
    sqlite: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(beacons, "AT_ONCE", 2)
    own = [an_inspection(number=f"JD-2021-100{place}") for place in range(5)]
    others = a_case_taken_over(), an_inspection(number="JD-2021-2000")
    with an_office(sqlite) as office:
        office.record.keep(Submission(aggregates=tuple(own)))
        assert beacon_after(office, 0, INSPECTOR) is None
        office.record.keep(Submission(aggregates=others))

        found = beacon_after(office, 0, INSPECTOR)

    assert found is not None
    assert (found.position, found.by) == (6, CLERK)
