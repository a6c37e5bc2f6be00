"""Whatever stands in the way is one problem with a code, a sentence and the right status."""

import sqlite3
from uuid import UUID

import psycopg
import pytest
import sqlalchemy.exc
from starlette.exceptions import HTTPException

from audit_service.api.problem import Fault, answer
from audit_service.api.problems import KNOWN, Malformed, problem_of
from audit_service.identity.accounts import TooManyAttempts, WrongPassword
from audit_service.identity.identity import NotSignedIn, NotYourArea
from audit_service.settings import Settings
from audit_service.store.errors import (
    InDoubt,
    KeyDestroyed,
    KeyReused,
    NotOnRecord,
    StoreFull,
    StoreUnavailable,
)
from audit_service.web.translation import read_in
from tests.office import an_office

SOMEBODY = UUID(int=1)


def of_driver(error: Exception) -> sqlalchemy.exc.DBAPIError:
    return sqlalchemy.exc.DBAPIError("SELECT 1", {}, error)


def locked() -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("database is locked")
    error.sqlite_errorcode = sqlite3.SQLITE_BUSY
    return error


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (WrongPassword(), 409, "identity.wrong_password"),
        (NotSignedIn(), 401, "identity.not_signed_in"),
        (NotYourArea.but({"210202"}), 403, "identity.not_your_area"),
        (TooManyAttempts(minutes=5), 429, "identity.too_many_attempts"),
        (Malformed(Fault(where="body", sentence="No.")), 422, "request.malformed"),
        (HTTPException(404), 404, "http.not_found"),
        (HTTPException(418), 418, "http.418"),
        (NotOnRecord(SOMEBODY), 404, "record.not_on_record"),
        (KeyReused(), 409, "record.key_reused"),
        (KeyDestroyed(SOMEBODY), 409, "record.key_destroyed"),
        (StoreFull("disk"), 507, "store.full"),
        (InDoubt("lost"), 503, "store.in_doubt"),
        (StoreUnavailable("gone"), 503, "store.unavailable"),
        (of_driver(psycopg.OperationalError("gone")), 503, "store.unavailable"),
        (of_driver(psycopg.errors.DiskFull("full")), 507, "store.full"),
        (locked(), 503, "store.unavailable"),
        (OverflowError("too large"), 422, "request.out_of_range"),
        (psycopg.DataError("NUL"), 422, "request.out_of_range"),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, Exception) else "",
)
def test_is_known_for_what_it_is(sqlite: Settings, error: Exception, status: int, code: str) -> None:
    with an_office(sqlite) as office, read_in("en"):
        problem = problem_of(error, office.record)

    assert isinstance(error, (*KNOWN, HTTPException))
    assert (problem.status, problem.code) == (status, code)
    assert problem.type == f"urn:audit-service:problem:{code}"
    assert problem.detail
    assert "%(" not in problem.detail


def test_what_nobody_foresaw_tells_nothing_of_itself(sqlite: Settings) -> None:
    with an_office(sqlite) as office, read_in("en"):
        problem = problem_of(ZeroDivisionError("secret"), office.record)

    assert (problem.status, problem.code) == (500, "service.failed")
    assert "secret" not in problem.model_dump_json()


def test_is_answered_as_rfc_9457_says(sqlite: Settings) -> None:
    with an_office(sqlite) as office, read_in("zh"):
        answered = answer(problem_of(NotSignedIn(), office.record))

    assert answered.media_type == "application/problem+json"
    assert answered.status_code == 401
    assert answered.headers["WWW-Authenticate"] == "Bearer"
    assert b"faults" not in answered.body
