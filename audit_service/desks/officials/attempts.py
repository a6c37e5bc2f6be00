"""What officials asked for and were refused."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from functools import cache
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.carrying import COMMANDS, every_command
from audit_service.desks.errors.concerns import error_numbers
from audit_service.desks.office import Office
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.store.submission import Attempt
from audit_service.web.translation import gettext as _
from domain.kernel import Refused
from domain.officials.official import WHOLE_OFFICE
from domain.roles import INSPECTOR, OPERATOR
from projections import case_register

READERS = (INSPECTOR, OPERATOR)
"""Who may read what was refused to anyone."""

AT_ONCE = 1000
"""Attempts that are read at a time where all of them are asked for."""


class AttemptAnswer(BaseModel):
    """Something that an official asked for and a rule refused."""

    number: int
    at: datetime
    by: str
    """Name of the official."""
    role: str
    """Empty if they hold none in which it could have been asked."""
    command: str
    about: str
    """Number of the case; empty if it was about something else, or where the reader does not see it."""
    about_error: str
    """The same of an error."""
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
    """Leaves the facts of a sentence open: of an attempt only the rule is kept, not what it was about."""

    def __missing__(self, name: str) -> str:
        return "…"


def attempts_before(office: Office, reader: Identity, before: int | None, limit: int) -> AttemptsAnswer:
    """Return what was refused to anyone, before an attempt's number. Raises NotYourRole."""
    if not reader.holds_any(READERS):
        raise NotYourRole.but(READERS)
    found = office.record.attempts(before, limit + 1)
    following = found[limit - 1].number if len(found) > limit else None
    return AttemptsAnswer(attempts=told(office, reader, found[:limit]), next=following)


def every_attempt(office: Office, reader: Identity) -> Iterator[AttemptAnswer]:
    """Yield all that was refused to anyone, the latest first. Raises NotYourRole before the first."""
    answer = attempts_before(office, reader, None, AT_ONCE)
    yield from answer.attempts
    while answer.next is not None:
        answer = attempts_before(office, reader, answer.next, AT_ONCE)
        yield from answer.attempts


def told(office: Office, reader: Identity, attempts: Sequence[Attempt]) -> list[AttemptAnswer]:
    """Return the attempts with names in place of identities, cases as far as the reader sees them."""
    names = Names.of(office, (attempt.by for attempt in attempts))
    streams = {attempt.stream for attempt in attempts if attempt.stream}
    numbers, errors = numbers_of(office, reader, streams), error_numbers(office, reader, streams)
    return [
        AttemptAnswer(
            number=attempt.number,
            at=attempt.at,
            by=names.official(attempt.by),
            role=attempt.role,
            command=attempt.command,
            about=numbers.get(attempt.stream, "") if attempt.stream else "",
            about_error=errors.get(attempt.stream, "") if attempt.stream else "",
            code=attempt.code,
            rule=rule(attempt.code),
        )
        for attempt in attempts
    ]


def numbers_of(office: Office, reader: Identity, streams: Iterable[UUID]) -> dict[UUID, str]:
    """Return the numbers of those of the streams that are cases which the reader may see."""
    areas = None if WHOLE_OFFICE in reader.areas_seen else reader.areas_seen
    with office.views.connect() as views:
        return case_register.numbers_of(views, set(streams), areas, apart_from=reader.relatives)


def rule(code: str) -> str:
    """Return the sentence of the rule that refused, without its facts; the code of one no longer known."""
    refusal = _rules().get(code)
    return _(refusal.SENTENCE) % _Open() if refusal else code


def command_name(name: str) -> str:
    """Return how a command is called in the reader's language."""
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
