"""The decision on an application, and what is decided while a case is in payment."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.offers import RefusalReason, TerminationReason
from audit_service.web.kinds import Fen
from domain.roles import CASEWORKER, MANAGER
from projections import case_lists

DECIDERS = (MANAGER, CASEWORKER)
"""Who is both decides as a manager, as most programmes ask; the case says who may."""

Granted = Annotated[
    Fen | None,
    Field(title="Amount granted", description="Only where the programme pays what the authority grants."),
]


class ConfirmAssistance(Command):
    """Confirm the assistance after the public notice has ended without an open objection."""

    valid_from: Annotated[
        date | None,
        Field(title="Paid from", description="From the month after the decision if left empty."),
    ] = None
    granted: Granted = None


@carries_out(
    ConfirmAssistance, title="Confirm the assistance", at="/cases/{number}/confirmation", roles=DECIDERS
)
def confirm_assistance(desk: Desk, number: str, command: ConfirmAssistance) -> None:
    """Confirm, with the amount that the standards give or that is granted."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    case.confirm(
        standards,
        desk.act(command),
        valid_from=command.valid_from,
        granted=command.granted,
        beside=desk.ask(case_lists.programmes_of, case.people, case.id),
    )


class RefuseApplication(Command):
    """Refuse the application. The grounds are told to the family in writing."""

    reason: Annotated[RefusalReason, Field(title="Reason")]


@carries_out(RefuseApplication, title="Refuse the application", at="/cases/{number}/refusal", roles=DECIDERS)
def refuse_application(desk: Desk, number: str, command: RefuseApplication) -> None:
    """Record the refusal and its reason."""
    desk.keep(desk.case(number)).refuse(command.reason, desk.act(command))


class AdjustAmount(Command):
    """Decide the amount anew, from a day on."""

    valid_from: Annotated[date, Field(title="Valid from")]
    granted: Granted = None


@carries_out(AdjustAmount, title="Adjust the amount", at="/cases/{number}/adjustment", roles=HANDLERS)
def adjust_amount(desk: Desk, number: str, command: AdjustAmount) -> None:
    """Record the amount, and the difference to what was paid."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    case.adjust(standards, desk.act(command), valid_from=command.valid_from, granted=command.granted)


class SuspendPayment(Command):
    """Suspend the payment from a day on."""

    valid_from: Annotated[date, Field(title="Suspended from")]


@carries_out(SuspendPayment, title="Suspend the payment", at="/cases/{number}/suspension", roles=HANDLERS)
def suspend_payment(desk: Desk, number: str, command: SuspendPayment) -> None:
    """Record that nothing is paid from the day on."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    case.suspend(standards, desk.act(command), valid_from=command.valid_from)


class ResumePayment(Command):
    """Resume the payment from a day on."""

    valid_from: Annotated[date, Field(title="Resumed from")]


@carries_out(ResumePayment, title="Resume the payment", at="/cases/{number}/resumption", roles=HANDLERS)
def resume_payment(desk: Desk, number: str, command: ResumePayment) -> None:
    """Record that the amount is paid again from the day on."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    case.resume(standards, desk.act(command), valid_from=command.valid_from)


class EndAssistance(Command):
    """End the assistance from a day on. The grounds are told to the family in writing."""

    reason: Annotated[TerminationReason, Field(title="Reason")]
    valid_from: Annotated[
        date,
        Field(title="Ends on", description="Months that begin on this day or later are not paid."),
    ]


@carries_out(EndAssistance, title="End the assistance", at="/cases/{number}/termination", roles=HANDLERS)
def end_assistance(desk: Desk, number: str, command: EndAssistance) -> None:
    """Record the end, and what was paid for later months."""
    case, standards = desk.keep(desk.case(number)), desk.rests_on(desk.standards())
    case.terminate(standards, command.reason, desk.act(command), valid_from=command.valid_from)
