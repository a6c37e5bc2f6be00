"""Assistance that should have ended before is ended in the case and in the record of the error at once."""

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.cases.decisions import EndAssistance
from audit_service.desks.desk import Desk
from audit_service.desks.errors.correcting import record_with, to_correct


class EndCase(EndAssistance):
    """End the assistance that should have ended before, and record with the error what was paid since."""


@carries_out(
    EndCase,
    title="End the assistance of the case",
    at="/errors/{error_number}/case-termination",
    roles=HANDLERS,
)
def end_case(desk: Desk, error_number: str, command: EndCase) -> None:
    """End it and record it with the error: one transaction, each naming the other."""
    error, case = to_correct(desk, error_number)
    then, standards = case.entitlement, desk.standards()
    act = desk.act(command, basis=error.number)
    case.terminate(standards, command.reason, act, valid_from=command.valid_from)
    record_with(error, case, then, "termination", desk.act(command, basis=case.number))
    desk.keep(case, error)
    desk.rests_on(standards)
