"""What can go wrong on the command line: one sentence in the reader's language, and an exit code."""

import typer
from pydantic import ValidationError

from audit_service.api.sentences import malformed
from audit_service.proof.keys import UnusableKey
from audit_service.proof.receipt import Forged
from audit_service.settings import MalformedSetting
from audit_service.store.errors import (
    InDoubt,
    NotDurable,
    NotOnRecord,
    NotPrepared,
    StaleVersion,
    StoreFull,
    StoreUnavailable,
)
from audit_service.web.wording import filled, sentence
from domain.refusal import Refused

DONE, REFUSED, WRONG_USAGE, UNREACHABLE = 0, 1, 2, 3
"""Exit codes: as asked; refused or found wanting; not understood; the store cannot be reached."""

FORESEEN: tuple[tuple[type[Exception], int, str], ...] = (
    (NotOnRecord, REFUSED, "Nothing is on record under this number."),
    (StaleVersion, REFUSED, "Somebody else recorded something about this at the same moment. Try again."),
    (Forged, REFUSED, "The receipt is not genuine: %(reason)s"),
    (UnusableKey, WRONG_USAGE, "A key cannot be used: %(reason)s"),
    (NotPrepared, UNREACHABLE, "The store has not been prepared yet: run `audit-service prepare` first."),
    (
        NotDurable,
        UNREACHABLE,
        "The database may lose what it has confirmed, so nothing is recorded on it: %(reason)s",
    ),
    (StoreFull, UNREACHABLE, "There is no room left on the disk of the store. Nothing was recorded."),
    (
        InDoubt,
        UNREACHABLE,
        "The store was lost while it recorded. Look what is on record before you ask again.",
    ),
    (StoreUnavailable, UNREACHABLE, "The store cannot be reached. Nothing was recorded."),
    (OSError, UNREACHABLE, "The machine refused it: %(reason)s"),
)
"""In the order in which they are looked through; the sentences are messages to translate."""

UNFORESEEN = "Nobody foresaw this: %(reason)s. With AUDIT_LOG_LEVEL=debug the command says where it happened."
"""A message to translate."""


def explained(failure: Exception) -> tuple[int, str]:
    """Return the exit code and the sentence for whatever ended a command."""
    if isinstance(failure, Refused):
        return REFUSED, sentence(failure)
    if isinstance(failure, MalformedSetting):
        return WRONG_USAGE, filled(failure.sentence, **failure.facts)
    if isinstance(failure, ValidationError):
        error = failure.errors(include_url=False, include_input=False)[0]
        return WRONG_USAGE, f"{'.'.join(str(step) for step in error['loc'])}: {malformed(error)}"
    if isinstance(failure, typer.TyperException):
        return failure.exit_code, _usage(failure)
    for kind, code, message in FORESEEN:
        if isinstance(failure, kind):
            return code, filled(message, reason=_reason(failure))
    return REFUSED, filled(UNFORESEEN, reason=type(failure).__name__)


def _reason(failure: Exception) -> str:
    if isinstance(failure, Forged | UnusableKey):
        return filled(failure.sentence, **failure.facts)
    return str(failure)


def _usage(failure: typer.TyperException) -> str:
    option = getattr(failure, "option_name", None)
    if option is not None:
        return filled("There is no option %(name)s, or it lacks its value.", name=option)
    if isinstance(failure, typer.BadParameter) and failure.param is not None:
        name = failure.param.get_error_hint()
        if failure.message:
            return filled("%(name)s cannot be understood: %(reason)s", name=name, reason=failure.message)
        return filled("%(name)s is missing.", name=name)
    if not failure.message:  # the help has been shown instead
        return ""
    return filled("This is not how the command is used: %(reason)s", reason=failure.message)
