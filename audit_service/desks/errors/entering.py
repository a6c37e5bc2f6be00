"""The difference of an error that no correction of a case brings, month by month."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_error
from audit_service.desks.errors.stretches import First, Last, months_in
from audit_service.web.kinds import Fen, LongText
from domain.errors.ledger import MonthEntry


class PaidAndDue(BaseModel):
    """What was paid for a month, or for each of several in a row, and what was due for it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: First
    until: Last = None
    paid: Annotated[Fen, Field(title="Really paid to the family")]
    due: Annotated[Fen, Field(title="Due to the family")]


class EnterDifference(Command):
    """Say by month what was really paid and what was due, for an error that no correction of a case tells."""

    months: Annotated[
        tuple[PaidAndDue, ...],
        Field(
            title="Month that was paid otherwise than is due",
            description=(
                "Months without amounts are left out. Where several in a row are alike, one row is enough,"
                " from the first to the last."
            ),
            min_length=1,
            max_length=600,
        ),
    ]
    because: Annotated[
        str,
        LongText(),
        Field(
            title="How it is reckoned",
            description="In words that the family can follow: by which standard, for whom, shown by what.",
            min_length=2,
            max_length=2000,
        ),
    ]


@carries_out(
    EnterDifference, title="Enter the difference", at="/errors/{error_number}/difference", roles=HANDLERS
)
def enter_difference(desk: Desk, error_number: str, command: EnterDifference) -> None:
    """Record what was paid and what was due, for the money to be put right by."""
    error = the_error(desk, error_number)
    entries = [MonthEntry(month, each.paid, each.due) for each in command.months for month in months_in(each)]
    error.enter_difference(entries, desk.act(command))
    desk.keep(error)
