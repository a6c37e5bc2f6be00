"""Closing an error when nothing is left to put right, and opening it again when something new is known."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS, Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_error
from domain.roles import MANAGER


class CloseError(Command):
    """Close the error: everything is put right, and the money is settled."""


@carries_out(CloseError, title="Close the error", at="/errors/{error_number}/closure", roles=(MANAGER,))
def close_error(desk: Desk, error_number: str, command: CloseError) -> None:
    """Record that nothing is left to put right."""
    desk.keep(the_error(desk, error_number)).close(desk.act(command))


class ReopenError(Command):
    """Open the error again, to be looked into anew, because something new is known."""

    new_fact: Annotated[Text, Field(title="What is new")]


@carries_out(ReopenError, title="Open the error again", at="/errors/{error_number}/reopening", roles=HANDLERS)
def reopen_error(desk: Desk, error_number: str, command: ReopenError) -> None:
    """Record what is new."""
    desk.keep(the_error(desk, error_number)).reopen(command.new_fact, desk.act(command))
