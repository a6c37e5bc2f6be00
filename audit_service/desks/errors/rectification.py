"""A correction is reported as done, looked at by another person, and looked at again some time later."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_error


class CompleteCorrection(Command):
    """Say that everything the notice asks for is done."""


@carries_out(
    CompleteCorrection,
    title="Report the correction as done",
    at="/errors/{error_number}/completion",
    roles=HANDLERS,
)
def complete_correction(desk: Desk, error_number: str, command: CompleteCorrection) -> None:
    """Record that it is done, for another person to verify."""
    desk.keep(the_error(desk, error_number)).complete_correction(desk.act(command))


class VerifyCorrection(Command):
    """Say, as somebody who did not take part in it, that the correction is as it should be."""


@carries_out(
    VerifyCorrection, title="Verify the correction", at="/errors/{error_number}/verification", roles=HANDLERS
)
def verify_correction(desk: Desk, error_number: str, command: VerifyCorrection) -> None:
    """Record that it is put right."""
    desk.keep(the_error(desk, error_number)).verify_correction(desk.act(command))


class RejectCorrection(Command):
    """Say, as somebody who did not take part in it, what is not put right yet."""


@carries_out(
    RejectCorrection, title="Reject the correction", at="/errors/{error_number}/rejection", roles=HANDLERS
)
def reject_correction(desk: Desk, error_number: str, command: RejectCorrection) -> None:
    """Record why it is not put right."""
    desk.keep(the_error(desk, error_number)).reject_correction(desk.act(command))


class FollowUp(Command):
    """Look again, 30 or 90 days after the verification, whether the correction holds."""

    after_days: Annotated[
        int, Field(title="Days after the verification", description="30 or 90.", ge=1, le=1000)
    ]
    holds: Annotated[bool, Field(title="The correction holds")]


@carries_out(FollowUp, title="Record the follow-up", at="/errors/{error_number}/follow-up", roles=HANDLERS)
def follow_up(desk: Desk, error_number: str, command: FollowUp) -> None:
    """Record what was found."""
    desk.keep(the_error(desk, error_number)).follow_up(
        command.after_days, desk.act(command), holds=command.holds
    )
