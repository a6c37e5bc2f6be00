"""The money of an error: paid back, decided on, recovered, and reversed where it was entered wrongly."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import case_of, the_catalogue, the_error
from audit_service.web.kinds import Choice, Choices, Fen, Month, OnRecord
from domain.errors.error_record import ErrorRecord
from domain.errors.recovery_policy import RECOVERIES, RecoveryPolicy
from domain.periods import months_between
from domain.roles import CASEWORKER, MANAGER

DECIDES, RECORDS = (MANAGER,), (CASEWORKER,)

Recovery = Annotated[str, Choices(lambda: [Choice(*each) for each in RECOVERIES.items()])]


class OrderBackPayment(Command):
    """Order that the family is paid what it is owed for some months, in full."""

    from_month: Annotated[Month, Field(title="First month")]
    to_month: Annotated[Month, Field(title="Last month")]
    amount: Annotated[Fen, Field(title="Amount in all")]


@carries_out(
    OrderBackPayment,
    title="Order a back payment",
    at="/errors/{error_number}/back-payments",
    roles=DECIDES,
)
def order_back_payment(desk: Desk, error_number: str, command: OrderBackPayment) -> None:
    """Record the order, to be carried out by somebody else."""
    error = desk.keep(the_error(desk, error_number))
    months = months_between(command.from_month, command.to_month)
    error.order_back_payment(months, command.amount, desk.act(command))


class RecordBackPayment(Command):
    """Record that the family was paid back, in full or in part."""

    amount: Annotated[Fen, Field(title="Amount paid")]
    paid_on: Annotated[date, Field(title="Paid on")]


@carries_out(
    RecordBackPayment,
    title="Record a back payment",
    at="/errors/{error_number}/back-payments-paid",
    roles=RECORDS,
)
def record_back_payment(desk: Desk, error_number: str, command: RecordBackPayment) -> None:
    """Record what was paid."""
    desk.keep(the_error(desk, error_number)).pay_back(command.amount, command.paid_on, desk.act(command))


class DecideRecoverability(Command):
    """Decide whether an overpayment is recoverable. Whether it is recovered is a decision of its own."""

    amount: Annotated[Fen, Field(title="Amount overpaid")]
    noticeable: Annotated[bool, Field(title="The family could notice that it was too much")]
    recoverable: Annotated[bool, Field(title="The overpayment is recoverable")]


@carries_out(
    DecideRecoverability,
    title="Decide whether it is recoverable",
    at="/errors/{error_number}/recoverability",
    roles=DECIDES,
)
def decide_recoverability(desk: Desk, error_number: str, command: DecideRecoverability) -> None:
    """Record the decision, with the policy that it rests on."""
    desk.keep(the_error(desk, error_number)).decide_recoverability(
        command.amount,
        desk.act(command),
        recoverable=command.recoverable,
        noticeable=command.noticeable,
        policies=_policies(desk),
    )


class DecideRecovery(Command):
    """Decide what is done about an overpayment that is recoverable."""

    decision: Annotated[Recovery, Field(title="Decision")]
    amount: Annotated[Fen, Field(title="Amount decided on")]


@carries_out(
    DecideRecovery,
    title="Decide whether it is recovered",
    at="/errors/{error_number}/recovery",
    roles=DECIDES,
)
def decide_recovery(desk: Desk, error_number: str, command: DecideRecovery) -> None:
    """Record the decision, unless an objection is open."""
    error = desk.keep(the_error(desk, error_number))
    error.decide_recovery(
        command.decision,
        command.amount,
        desk.act(command),
        open_objections=_objections(desk, error),
        policies=_policies(desk),
    )


class RecordRecovery(Command):
    """Record that something came in of what is to be recovered, or was offset."""

    amount: Annotated[Fen, Field(title="Amount received or offset")]
    received_on: Annotated[date, Field(title="Received or offset on")]


@carries_out(
    RecordRecovery, title="Record what was recovered", at="/errors/{error_number}/recoveries", roles=RECORDS
)
def record_recovery(desk: Desk, error_number: str, command: RecordRecovery) -> None:
    """Record what came in, unless an objection is open."""
    error = desk.keep(the_error(desk, error_number))
    error.receive_recovery(
        command.amount, command.received_on, desk.act(command), open_objections=_objections(desk, error)
    )


class ReverseEntry(Command):
    """Reverse an entry of the ledger, as far as nothing rests on it."""

    entry: Annotated[int, OnRecord(), Field(title="Entry that is wrong", ge=1, le=1_000_000)]


@carries_out(ReverseEntry, title="Reverse an entry", at="/errors/{error_number}/reversals", roles=DECIDES)
def reverse_entry(desk: Desk, error_number: str, command: ReverseEntry) -> None:
    """Record the reversal as an entry of its own."""
    desk.keep(the_error(desk, error_number)).reverse_entry(command.entry, desk.act(command))


def _policies(desk: Desk) -> tuple[RecoveryPolicy, ...]:
    """Return the policies that are published when the command is recorded."""
    return desk.rests_on(the_catalogue(desk)).recovery_policies


def _objections(desk: Desk, error: ErrorRecord) -> tuple[int, ...]:
    """Return the objections on the case that are open when the command is recorded."""
    case = case_of(desk, error)
    if case is None:
        return ()
    desk.rests_on(case)
    return case.open_objections
