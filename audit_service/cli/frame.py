"""The frame of the command line: its language, and how a command ends."""

import os
import traceback
from collections.abc import Mapping, Sequence
from typing import Any

import typer
from typer.main import get_command

from audit_service.cli.failures import DONE, explained
from audit_service.web.translation import Language, gettext, read_in

NAME = "audit-service"


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of the terminal: AUDIT_LANG, else English if LANG says so, else Chinese."""
    chosen = environment.get("AUDIT_LANG") or environment.get("LANG", "")
    return "en" if chosen.startswith("en") else "zh"


def run(program: typer.Typer, arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code. Whatever fails is said in one sentence."""
    with read_in(language_of(os.environ)):
        try:
            command: Any = get_command(program)
            if len(arguments) < 2 or "--help" in arguments:  # noqa: PLR2004 - a group alone explains itself
                translate(command)
            ended = command.main(list(arguments), prog_name=NAME, standalone_mode=False)
        except Exception as failure:  # noqa: BLE001 - the last who can turn it into a sentence
            if os.environ.get("AUDIT_LOG_LEVEL") == "debug":
                traceback.print_exception(failure)
            code, sentence = explained(failure)
            if sentence:
                typer.echo(sentence, err=True)
            return code
        return ended if isinstance(ended, int) else DONE


def translate(command: Any) -> None:
    """Explain the command, and those below it, in the reader's language."""
    from typer import rich_utils  # costs as much as all else, and most commands show no help

    rich_utils.OPTIONS_PANEL_TITLE = gettext("Options")
    rich_utils.ARGUMENTS_PANEL_TITLE = gettext("Arguments")
    rich_utils.COMMANDS_PANEL_TITLE = gettext("Commands")
    for part in (command, *command.get_params(typer.Context(command))):
        if part.help:
            part.help = gettext(part.help)
    for below in getattr(command, "commands", {}).values():
        translate(below)
