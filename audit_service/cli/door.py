"""The command line as a door: it asks for the same commands as the pages and the API.

What is asked without naming an official is asked by the console: whoever may run programs on the
office's machine. The record says so.
"""

import asyncio
from dataclasses import replace

from audit_service.desks.asked import Asked
from audit_service.desks.carry_out import Answer, carry_out
from audit_service.desks.carrying import every_command
from audit_service.desks.command import Command
from audit_service.identity.console import CONSOLE
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext
from domain.identities import official_id
from domain.officials.official import WHOLE_OFFICE
from domain.refusal import Refused


class NoSuchOfficial(Refused):
    """A login that nobody has."""

    CODE = "cli.no_such_official"
    SENTENCE = "Nobody is registered under the login %(login)s."


def asking(office: Office, role: str, login: str | None = None) -> Identity:
    """Return who asks: the official, else the console in this role. Raises NoSuchOfficial."""
    if login is not None:
        return official(office, login)
    return replace(CONSOLE, roles={role: frozenset({WHOLE_OFFICE})})


def official(office: Office, login: str) -> Identity:
    """Return the official with this login. Raises NoSuchOfficial."""
    found = office.identities.by_token.identity(official_id(login))
    if found is None:
        raise NoSuchOfficial(login=login)
    return found


def ask(office: Office, command: Command, identity: Identity, **parameters: str) -> Answer:
    """Have the command carried out. Raises Refused, StoreUnavailable and what else `carry_out` raises."""
    (entry,) = (entry for entry in every_command() if entry.model is type(command))
    asked = Asked(entry=entry, command=command, parameters=parameters, identity=identity)
    return asyncio.run(carry_out(office, asked))


def grounds(given: str | None) -> str:
    """Return the grounds that were given, or those that hold for all that the command line asks."""
    return given or gettext("Asked for on the command line.")
