"""From what stood in the way to the problem that both doors tell the reader about."""

import sqlite3
from inspect import getdoc

import psycopg
import sqlalchemy.exc
from pydantic import ValidationError
from pydantic_core import ErrorDetails
from starlette.exceptions import HTTPException

from audit_service.api.problem import Fault, Problem, RestsOn, Since, problem
from audit_service.api.sentences import malformed
from audit_service.desks.titles import event_title
from audit_service.documents.failures import ContentsLost, NotScanned
from audit_service.identity.accounts import TooManyAttempts
from audit_service.identity.identity import Forbidden, NotSignedIn
from audit_service.identity.purposes import NamesHidden, PurposeMissing
from audit_service.store.errors import (
    InDoubt,
    KeyDestroyed,
    KeyReused,
    NotOnRecord,
    StaleVersion,
    StoreFull,
    StoreUnavailable,
)
from audit_service.store.failures import meaning
from audit_service.store.record import Record
from audit_service.web.translation import gettext
from audit_service.web.wording import sentence
from domain.refusal import Refused

REFUSED: dict[type[Refused], int] = {
    Forbidden: 403,
    PurposeMissing: 403,
    NamesHidden: 403,
    NotSignedIn: 401,
    TooManyAttempts: 429,
    NotScanned: 503,
    ContentsLost: 500,
    Refused: 409,
}
"""Status of a refusal; the first kind that it is counts."""

IN_THE_WAY: dict[type[Exception], tuple[int, str, str]] = {
    NotOnRecord: (404, "record.not_on_record", "Nothing is on record under this number."),
    KeyReused: (
        409,
        "record.key_reused",
        "This idempotency key was used before, for another request. Nothing was recorded.",
    ),
    StaleVersion: (
        409,
        "record.stale_version",
        "Something happened since you last looked. Nothing was recorded. Look again, then decide.",
    ),
    KeyDestroyed: (
        409,
        "record.key_destroyed",
        "The personal data was destroyed for good. Nothing more can be recorded about this person.",
    ),
    StoreFull: (507, "store.full", "The disk of the record is full. Nothing was recorded."),
    InDoubt: (
        503,
        "store.in_doubt",
        "The record was lost while it was writing. Send the same again: it is recorded once.",
    ),
    StoreUnavailable: (
        503,
        "store.unavailable",
        "The record cannot be reached. Nothing was recorded. Try again later.",
    ),
}
"""Status, code and sentence, a message to translate, of what is no rule; the first kind that it is counts."""

BY_STATUS = {
    404: ("http.not_found", "There is nothing at this address."),
    405: ("http.method_not_allowed", "This cannot be asked of this address."),
    413: ("http.too_large", "This is larger than the service takes."),
}
"""Code and sentence of what the web framework raises; messages to translate."""

OUT_OF_RANGE = "A value in the request is larger or stranger than anything that can be on record."

FAILED = "The service failed at this, and the failure has been logged. Nothing was recorded."


BEYOND = (OverflowError, psycopg.DataError, sqlalchemy.exc.DataError)
"""What databases say to values that they cannot even look for."""


class Malformed(Exception):
    """The request is not one; its faults say what is wrong and where."""

    def __init__(self, *faults: Fault) -> None:
        self.faults = list(faults)
        super().__init__("; ".join(f"{fault.where}: {fault.sentence}" for fault in faults))

    @classmethod
    def of(cls, part: str, error: ValidationError) -> "Malformed":
        """Return what is wrong with a part of the request: `body`, `query`, `path` or `header`."""
        return cls(*(fault(each, part) for each in error.errors(include_url=False, include_input=False)))


def fault(error: ErrorDetails, *part: str) -> Fault:
    """Return one thing that is wrong with the request, in the reader's language."""
    where = ".".join([*part, *(str(step) for step in error["loc"])])
    return Fault(where=where, sentence=malformed(error))


KNOWN = (
    Refused,
    Malformed,
    *IN_THE_WAY,
    OverflowError,
    sqlite3.Error,
    psycopg.Error,
    sqlalchemy.exc.SQLAlchemyError,
)
"""What a request can meet without a fault of the service."""


def problem_of(error: Exception, record: Record) -> Problem:
    """Return the problem that the error is to whoever asked. May read from the record."""
    if isinstance(error, Refused):
        status = next(status for kind, status in REFUSED.items() if isinstance(error, kind))
        return problem(status, error.CODE, sentence(error), rests_on=_rests_on(error, record))
    if isinstance(error, Malformed):
        detail = gettext("The request is malformed. Nothing was recorded.")
        return problem(422, "request.malformed", detail, faults=error.faults)
    if isinstance(error, HTTPException):
        code, said = BY_STATUS.get(error.status_code, (f"http.{error.status_code}", error.detail))
        return problem(error.status_code, code, gettext(said))
    if isinstance(error, BEYOND):
        return problem(422, "request.out_of_range", gettext(OUT_OF_RANGE))
    cause = meaning(error) or error
    for kind, (status, code, said) in IN_THE_WAY.items():
        if isinstance(cause, kind):
            return problem(status, code, gettext(said), since=_since(cause, record))
    return problem(500, "service.failed", gettext(FAILED))


def _rests_on(error: Refused, record: Record) -> RestsOn | None:
    event = record.event(error.rests_on) if error.rests_on else None
    if event is None:
        return None
    return RestsOn(
        topic=event.TOPIC,
        title=event_title(event.TOPIC),
        on=event.on,
        position=event.position,
        stream=event.stream,
    )


def _since(error: Exception, record: Record) -> list[Since] | None:
    if not isinstance(error, StaleVersion):
        return None
    return [
        Since(
            topic=event.TOPIC,
            what=gettext((getdoc(type(event)) or "").partition("\n")[0]),
            version=event.originator_version,
            position=event.position,
            recorded_at=event.recorded_at,
            by=event.by,
        )
        for event in record.events(error.stream)
        if event.originator_version > error.expected
    ]
