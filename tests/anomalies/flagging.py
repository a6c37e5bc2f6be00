"""Services that flag the same error as tolerable in the same moment, each in a process of its own."""

from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerProcess
from multiprocessing.synchronize import Barrier
from typing import Any

from audit_service.desks.tolerance.flagging import FlagAsTolerable
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.opening import following, opened
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import official_id
from domain.refusal import Refused
from tests.error_builders import CATALOGUE, EVIDENCE, a_classification, a_report, a_reviewers_act, reported
from tests.error_builders import of_a_family_not_covered as not_covered
from tests.office import a_newcomer, ask
from tests.processes import processes, started

PATIENCE = 30
CONCERNED = "li"


def an_error_to_flag(office: Office, number: str = "CC210202-2021-00000001") -> str:
    """Have an error of a family that was not covered found and classified; return its number."""
    if office.identities.by_token.identity(official_id(CONCERNED)) is None:
        a_newcomer(office, CONCERNED, caseworker=("*",))
    error = reported(a_report(**not_covered() | {"about": f"210202/{number}", "number": number}))
    error.begin_substantiation(a_reviewers_act())
    error.substantiate(EVIDENCE, a_reviewers_act())
    found = a_classification(element="E10", from_month=date(2021, 5, 1))
    error.classify(found, CATALOGUE, a_reviewers_act())
    office.record.keep(Submission(aggregates=(error,)))
    return number


def flagged(office: Office, manager: Identity, number: str) -> str:
    """Have a manager flag the error as tolerable; return the number of the review."""
    command = FlagAsTolerable(because="In good faith.", applicant="manager", officials=(CONCERNED,))
    return ask(office, command, manager, {"error_number": number}).shown_at.rpartition("/")[2]


def flagging(
    settings: Settings, login: str, numbers: list[str], barrier: Barrier
) -> tuple[ForkServerProcess, Connection]:
    """Start a service that flags these errors, each when all services are ready; and where it answers."""
    here, there = processes().Pipe(duplex=False)
    process = started(_flag, settings, login, numbers, barrier, there)
    there.close()
    return process, here


def _flag(settings: Settings, login: str, numbers: list[str], barrier: Barrier, pipe: Connection) -> None:
    with opened(settings) as office, following(office):
        manager: Any = office.identities.by_token.identity(official_id(login))
        for number in numbers:
            barrier.wait(PATIENCE)
            pipe.send(_answer(office, manager, number))


def _answer(office: Office, manager: Identity, number: str) -> tuple[str, str]:
    """Return the number of the review that was begun, or of the one that stands in the way."""
    try:
        return "begun", flagged(office, manager, number)
    except Refused as refusal:
        return refusal.CODE, str(refusal.facts.get("other", ""))
