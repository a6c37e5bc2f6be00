"""What was wrong is put right: in the case and in the record of the error at once."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.cases.facts import RecordCorrection, entered
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import case_of, the_error
from audit_service.desks.errors.difference import found_in
from audit_service.desks.errors.refusals import NoCaseToCorrect
from audit_service.web.kinds import Fen
from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
from domain.errors.error_record import ErrorRecord
from domain.kernel import Act


class CorrectCase(RecordCorrection):
    """Correct the facts that were wrong in the case, and record with the error what difference that makes."""


@carries_out(
    CorrectCase, title="Correct the case", at="/errors/{error_number}/case-correction", roles=HANDLERS
)
def correct_case(desk: Desk, error_number: str, command: CorrectCase) -> None:
    """Correct the case and record it with the error: one transaction, each naming the other."""
    error, case = to_correct(desk, error_number)
    then, standards = case.entitlement, desk.standards()
    act = desk.act(command, basis=error.number)
    for fact, value in entered(desk, command):
        case.correct_fact(standards, fact, value, act, valid_from=command.valid_from, until=command.until)
    record_with(error, case, then, "correction", desk.act(command, basis=case.number))
    desk.keep(case, error)
    desk.rests_on(standards)


class RedetermineCase(Command):
    """Decide the amount of the case anew, and record with the error what difference that makes."""

    valid_from: Annotated[date, Field(title="Wrong since")]
    granted: Annotated[
        Fen | None,
        Field(title="Amount granted", description="Only where the programme pays what the authority grants."),
    ] = None


@carries_out(
    RedetermineCase,
    title="Decide the amount of the case anew",
    at="/errors/{error_number}/redetermination",
    roles=HANDLERS,
)
def redetermine_case(desk: Desk, error_number: str, command: RedetermineCase) -> None:
    """Adjust the case and record it with the error: one transaction, each naming the other."""
    error, case = to_correct(desk, error_number)
    then, standards = case.entitlement, desk.standards()
    act = desk.act(command, basis=error.number)
    case.adjust(standards, act, valid_from=command.valid_from, granted=command.granted)
    record_with(error, case, then, "determination", desk.act(command, basis=case.number))
    desk.keep(case, error)
    desk.rests_on(standards)


def to_correct(desk: Desk, error_number: str) -> tuple[ErrorRecord, Case]:
    """Return the error and its case. Raises what `the_error` raises, NoCaseToCorrect, NotYourArea."""
    error = the_error(desk, error_number)
    case = case_of(desk, error)
    if case is None:
        raise NoCaseToCorrect(number=error.number)
    desk.enter(case.area)
    return error, case


def record_with(
    error: ErrorRecord, case: Case, then: tuple[EntitledPeriod, ...], change: str, act: Act
) -> None:
    """Record with the error what was done to the case, and what difference that made."""
    determined = [event for event in case.pending_events if isinstance(event, Case.Determined)]
    error.correct_case(
        case.id,
        change,
        act,
        monthly_before=determined[0].monthly_before,
        monthly_amount=determined[-1].monthly_amount,
    )
    found = found_in(case, then)
    if found.entries:
        error.find_difference(found.entries, found.arithmetic, act)
