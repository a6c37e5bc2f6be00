"""The register of commands: what can be asked, where, in which roles, and what carries it out.

Both doors of the service, the API and the pages, make their routes from this register.
"""

import inspect
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from importlib import import_module
from pkgutil import walk_packages
from typing import Any, TypeVar
from urllib.parse import quote

from audit_service.desks.command import Command

Carrying = TypeVar("Carrying", bound=Callable[..., None])


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One command in the register."""

    model: type[Command]
    title: str
    """What the button says; a message to translate."""
    at: str
    """Path of the command in the API, under `/api/v1`."""
    form_at: str
    """Path of the page with its form."""
    shows: str
    """Path of the page that shows the result; takes path parameters and fields of the command."""
    roles: tuple[str, ...]
    """Any of these may ask for it."""
    concealed: bool = False
    """Whether who holds none of the roles, or not in the area, is told that there is nothing there."""
    carry_out: Callable[..., None]
    """Takes the desk, the path parameters by name, and `command`."""

    @cached_property
    def name(self) -> str:
        """The command's lasting name in logs, attempts and addresses: `confirm_assistance`."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", self.model.__name__).lower()

    @cached_property
    def parameters(self) -> tuple[str, ...]:
        """Names of the path parameters, in the order of the path."""
        return tuple(re.findall(r"{(\w+)}", self.at))

    @cached_property
    def explanation(self) -> str:
        """First line of the model's docstring; a message to translate."""
        return (inspect.getdoc(self.model) or "").partition("\n")[0]

    def left_for(self, parameters: Mapping[str, str]) -> str:
        """Return the path of the page to go to without having asked for it."""
        try:
            return self.shows.format_map(_Quoted(parameters))
        except KeyError:
            return "/" + self.at.split("/")[1]

    def shown_at(self, parameters: Mapping[str, str], command: Command) -> str:
        """Return the path of the page that shows what was done."""
        return self.shows.format_map(_Quoted({**vars(command), **parameters}))


class _Quoted(dict[str, Any]):
    """Gives values as they stand in an address."""

    def __getitem__(self, name: str) -> str:
        return quote(str(super().__getitem__(name)), safe="")


COMMANDS: dict[str, Entry] = {}
"""Every command by name, once `every_command` has loaded the desks."""


def carries_out(
    model: type[Command],
    *,
    title: str,
    at: str,
    roles: tuple[str, ...],
    form_at: str | None = None,
    shows: str | None = None,
    concealed: bool = False,
) -> Callable[[Carrying], Carrying]:
    """Register the function below it as what carries out the command.

    The page with the form is at `form_at`, else at the same path as the command. The result is
    shown at `shows`, else at the command's path without its last part. What is `concealed` is refused
    to nobody: to whom it is not for, there is nothing there.

    Raises TypeError when the function does not take `desk`, the path parameters and `command`,
    and ValueError when the command or the path is taken.
    """

    def register(function: Carrying) -> Carrying:
        entry = Entry(
            model=model,
            title=title,
            at=at,
            form_at=form_at or at,
            shows=shows or at.rpartition("/")[0],
            roles=roles,
            concealed=concealed,
            carry_out=function,
        )
        expected = ["desk", *entry.parameters, "command"]
        if list(inspect.signature(function).parameters) != expected:
            raise TypeError(f"{function.__qualname__} must take {', '.join(expected)}")
        if any(other.name == entry.name or other.at == at for other in COMMANDS.values()):
            raise ValueError(f"{entry.name} at {at} is registered already")
        COMMANDS[entry.name] = entry
        return function

    return register


def every_command() -> tuple[Entry, ...]:
    """Return all commands of all desks, in the order of their names."""
    every_module()
    return tuple(COMMANDS[name] for name in sorted(COMMANDS))


@cache
def every_module() -> dict[str, Any]:
    """Load the modules of all desks and return them by their dotted names."""
    desks = import_module("audit_service.desks")
    found = walk_packages(desks.__path__, "audit_service.desks.")
    return {module.name: import_module(module.name) for module in found}
