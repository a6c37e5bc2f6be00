"""Two services are asked in the same moment to begin an application for the same error."""

from audit_service.settings import Settings
from domain.tolerance.refusals import ReviewOpen
from tests.anomalies.flagging import an_error_to_flag, flagging
from tests.office import an_office, an_official
from tests.processes import processes

SERVICES, ERRORS = 2, 3


def test_one_of_two_services_begins_it_and_the_other_names_it(settings: Settings) -> None:
    barrier = processes().Barrier(SERVICES)
    with an_office(settings) as office:
        logins = [f"manager-{each}" for each in range(SERVICES)]
        for login in logins:
            an_official(office, login, manager=("*",))
        numbers = [an_error_to_flag(office, f"CC210202-2021-{each:08}") for each in range(ERRORS)]

    started = [flagging(settings, login, numbers, barrier) for login in logins]
    answers = [[pipe.recv() for _ in numbers] for _, pipe in started]
    for process, _ in started:
        process.join()

    for each in zip(*answers, strict=True):
        assert sorted(code for code, _ in each) == sorted(["begun", ReviewOpen.CODE])
        assert len({number for _, number in each}) == 1
