"""A recheck is killed and run again, or run by two at once: the leads are the same, each once."""

from time import sleep

import pytest

from audit_service.office import Office
from audit_service.opening import following, opened
from audit_service.rechecking import rooms
from audit_service.rechecking.run import recheck
from audit_service.settings import Settings
from domain.cases.case import Case
from tests.audit_service.rechecking.records import (
    a_case_in_order,
    a_case_miscounted,
    keep,
    leads,
    told,
    with_standards,
)
from tests.made import make
from tests.processes import started

WRONG = 60
KILLS = (0.0, 0.02, 0.05, 0.1, 0.2)
"""Seconds after the first lead at which the process is killed."""
PATIENCE = 60.0


@pytest.fixture
def office_of_errors(settings: Settings) -> Settings:
    make(settings)
    with opened(settings) as office, following(office):
        keep(with_standards(office), *cases())
        office.follower.wait_for(office.record.last_position(), PATIENCE)
    return settings


def cases() -> list[Case]:
    wrong = [a_case_miscounted(f"DB-2{number:03}") for number in range(WRONG)]
    return [*wrong, *(a_case_in_order(f"DB-1{number:03}") for number in range(WRONG))]


EXPECTED = {("arithmetic", f"DB-2{number:03}") for number in range(WRONG)}


def _recheck(settings: Settings) -> None:
    rooms.CHUNK = 5  # many small steps, so that it is killed between them
    with opened(settings) as office, following(office):
        recheck(office, settings, rooms=1)


def wrong_amounts(office: Office) -> set[tuple[str, str]]:
    return {lead for lead in told(office) if lead[0] == "arithmetic"}


def test_killed_and_run_again_it_finds_the_same(office_of_errors: Settings) -> None:
    with opened(office_of_errors) as office:
        for after in KILLS:
            known = len(leads(office))
            process = started(_recheck, office_of_errors)
            while process.is_alive() and len(leads(office)) == known:
                sleep(0.005)
            sleep(after)
            process.kill()
            process.join()

        last = started(_recheck, office_of_errors)
        last.join(PATIENCE)

        assert last.exitcode == 0
        assert wrong_amounts(office) == EXPECTED


def test_two_at_once_find_each_lead_once(office_of_errors: Settings) -> None:
    both = [started(_recheck, office_of_errors) for _ in range(2)]
    for process in both:
        process.join(PATIENCE)

    assert [process.exitcode for process in both] == [0, 0]
    with opened(office_of_errors) as office:
        assert wrong_amounts(office) == EXPECTED
