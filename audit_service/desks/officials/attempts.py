"""What officials asked for and were refused."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.carrying import COMMANDS, every_command
from audit_service.desks.officials.facts import FACTS, OTHER
from audit_service.desks.officials.numbers import CONCEALED, About, numbers_of
from audit_service.desks.page_names import page_name
from audit_service.desks.refused_readings import READING
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.store.submission import Attempt
from audit_service.web.translation import gettext as _
from domain.refusal import Refused
from domain.roles import INSPECTOR, OPERATOR

READERS = (INSPECTOR, OPERATOR)
"""Who may read what was refused to anyone."""


class AttemptAnswer(About):
    """Something that an official asked for and a rule refused."""

    number: int
    at: datetime
    by: str
    """Name of the official."""
    role: str
    """Empty if they hold none in which it could have been asked."""
    command: str
    code: str
    """Lasting name of the rule."""
    rule: str
    """What the rule says, in the reader's language."""


class AttemptsAnswer(BaseModel):
    """A page of refused attempts, the latest first."""

    attempts: list[AttemptAnswer]
    next: int | None
    """The next page is before this number; null on the last."""


class _Open(dict[str, str]):
    """Says in place of each fact what it is: of an attempt only the rule is kept, not its facts."""

    def __missing__(self, name: str) -> str:
        return _("[%(fact)s]", fact=_(FACTS.get(name, OTHER)))


def told(office: Office, reader: Identity, attempts: Sequence[Attempt]) -> list[AttemptAnswer]:
    """Return the attempts with names in place of identities, cases as far as the reader sees them.

    What is concealed from the reader, they tell nothing of, unless it was the reader who asked for it.
    """
    numbers = numbers_of(office, reader, {attempt.stream for attempt in attempts if attempt.stream})
    attempts = [
        attempt
        for attempt in attempts
        if attempt.by == reader.official or not _conceals(attempt, reader, numbers)
    ]
    names = Names.of(office, (attempt.by for attempt in attempts))
    return [
        AttemptAnswer(
            number=attempt.number,
            at=attempt.at,
            by=names.official(attempt.by),
            role=attempt.role,
            command=attempt.command,
            code=attempt.code,
            rule=rule(attempt.code),
            **(numbers.get(attempt.stream, {}) if attempt.stream else {}),
        )
        for attempt in attempts
    ]


def _conceals(attempt: Attempt, reader: Identity, numbers: Mapping[UUID, Mapping[str, str]]) -> bool:
    """Say whether the reader must not know that there is anything to ask for.

    Who holds the role knows of attempts that were about nothing yet, or about what they may read of.
    """
    entry = COMMANDS.get(attempt.command)
    if entry is None or not entry.concealed:
        return False
    readable = attempt.stream is None or CONCEALED in numbers.get(attempt.stream, ())
    return not (readable and reader.holds_any(entry.roles))


def rule(code: str) -> str:
    """Return the sentence of the rule that refused, without its facts; the code of one no longer known."""
    refusal = _rules().get(code)
    return _(refusal.SENTENCE) % _Open() if refusal else code


def command_name(name: str) -> str:
    """Return how a command is called in the reader's language."""
    if name.startswith(READING):
        return _("Read: %(page)s", page=page_name(name.removeprefix(READING)))
    entry = COMMANDS.get(name)
    return _(entry.title) if entry else name


@cache
def _rules() -> dict[str, type[Refused]]:
    every_command()
    found: dict[str, type[Refused]] = {}
    unseen: list[type[Refused]] = [Refused]
    while unseen:
        kinds = unseen.pop().__subclasses__()
        found.update({kind.CODE: kind for kind in kinds})
        unseen.extend(kinds)
    return found
