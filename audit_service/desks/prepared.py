"""What stands in the form of a command before it is filled in, where only the record can tell.

What can be chosen, such as the documents of a case, and what is filled in already, such as the months
that an error is about.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

from audit_service.desks.carrying import Entry
from audit_service.desks.command import Command
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.kinds import Choice, Part


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """What a form offers, by field, in the reader's language."""

    choices: Mapping[str, Sequence[Choice]] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)
    """Values that are filled in already, unless the address of the form tells others."""
    parts: Mapping[str, Sequence[Part]] = field(default_factory=dict)
    """Of groups that have parts by themselves: what each of them is about."""


Prepare = Callable[[Office, Identity, Mapping[str, str]], Prepared]
T = TypeVar("T", bound=Prepare)

PREPARING: dict[type[Command], Prepare] = {}
"""By command; it takes the path parameters by name."""


def prepares(model: type[Command]) -> Callable[[T], T]:
    """Register what prepares the form of a command."""

    def register(prepare: T) -> T:
        PREPARING[model] = prepare
        return prepare

    return register


def prepared(office: Office, identity: Identity, entry: Entry, parameters: Mapping[str, str]) -> Prepared:
    """Return what stands in the form. Raises NotOnRecord, NotYourArea."""
    prepare = PREPARING.get(entry.model)
    return prepare(office, identity, parameters) if prepare else Prepared()
