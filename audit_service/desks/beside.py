"""What stands beside the form of a command: what is on record about what the command is about."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from audit_service.desks.carrying import Entry
from audit_service.identity.identity import Identity
from audit_service.office import Office


@dataclass(frozen=True, kw_only=True)
class Beside:
    """What a command is about, in the reader's language."""

    title: str
    href: str
    facts: Sequence[tuple[object, ...]]
    """Name and value; or name, value, address and what is there."""
    determined: bool = False
    """Whether it tells what the organ determined, whose act that is."""


Tell = Callable[[Office, Identity, Mapping[str, str]], Beside]
T = TypeVar("T", bound=Tell)

TELLING: dict[str, Tell] = {}
"""By the beginning of the commands' paths."""


def stands_beside(beginning: str) -> Callable[[T], T]:
    """Register what tells about the commands whose paths begin so."""

    def register(tell: T) -> T:
        TELLING[beginning] = tell
        return tell

    return register


def beside(office: Office, identity: Identity, entry: Entry, parameters: Mapping[str, str]) -> Beside | None:
    """Return what the command is about; None if it begins something new.

    Raises NotOnRecord, NotYourArea.
    """
    for beginning, tell in TELLING.items():
        if entry.at.startswith(beginning):
            return tell(office, identity, parameters)
    return None
