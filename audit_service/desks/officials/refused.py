"""The list of refused attempts: what it is narrowed by, and a page of it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.errors.next_steps import NOBODY
from audit_service.desks.inspecting.asking import whom
from audit_service.desks.offers import AreaCode
from audit_service.desks.officials.attempts import READERS, AttemptAnswer, AttemptsAnswer, told
from audit_service.desks.officials.numbers import OF_NO_AREA, numbers_of
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import CALENDAR, Office
from audit_service.store.submission import Attempt
from domain.identities import case_id, tolerance_id
from domain.roles import INSPECTOR
from projections.error_lists import error_numbered, errors_of_case
from projections.tolerance_lists import reviews_of_case, reviews_of_error

AT_ONCE = 1000
"""Attempts that are read at a time where all of them are asked for."""


class Filter(BaseModel):
    """Which refused attempts are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    rule: Annotated[str, Field(title="Code of the rule", max_length=100)] = ""
    official: Annotated[str, Field(title="Official, by login", max_length=100)] = ""
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    case: Annotated[str, Field(title="Number of the case", max_length=60)] = ""
    error: Annotated[str, Field(title="Number of the error", max_length=60)] = ""
    review: Annotated[str, Field(title="Number of the review", max_length=60)] = ""
    first: Annotated[date | None, Field(title="Refused from")] = None
    last: Annotated[date | None, Field(title="Refused until")] = None


def attempts_like(
    office: Office, reader: Identity, wanted: Filter, before: int | None, limit: int
) -> AttemptsAnswer:
    """Return what was refused to anyone, before an attempt's number. Raises NotYourRole."""
    if not reader.holds_any(READERS):
        raise NotYourRole.but(READERS)
    found: list[Attempt] = []
    for attempt in _every(office, reader, wanted, before, limit):
        if len(found) == limit:
            return AttemptsAnswer(attempts=told(office, reader, found), next=found[-1].number)
        found.append(attempt)
    return AttemptsAnswer(attempts=told(office, reader, found), next=None)


def every_attempt(office: Office, reader: Identity, wanted: Filter) -> Iterator[AttemptAnswer]:
    """Yield all that was refused like this, the latest first. Raises NotYourRole before the first."""
    before: int | None = None
    while True:
        answer = attempts_like(office, reader, wanted, before, AT_ONCE)
        yield from answer.attempts
        if answer.next is None:
            return
        before = answer.next


def _every(
    office: Office, reader: Identity, wanted: Filter, before: int | None, limit: int
) -> Iterator[Attempt]:
    sought = _sought(office, wanted)
    while True:
        found = office.record.attempts(before, limit + 1, **sought)
        yield from _in_area(office, reader, wanted.area, found)
        if len(found) <= limit:
            return
        before = found[-1].number


def _sought(office: Office, wanted: Filter) -> dict[str, Any]:
    last = None if wanted.last is None else min(wanted.last, date.max - timedelta(1)) + timedelta(1)
    return {
        "by": whom(wanted.official),
        "code": wanted.rule,
        "about": _about(office, wanted),
        "first": _begins(wanted.first),
        "last": _begins(last),
    }


def _about(office: Office, wanted: Filter) -> set[UUID]:
    """Return what attempts were about where they are narrowed by one matter: with what belongs to it."""
    about: set[UUID] = set()
    with office.views.connect() as views:
        if wanted.case:
            case = case_id(wanted.case)
            errors = (row.error_id for row in errors_of_case(views, case))
            about.update((case, *errors, *reviews_of_case(views, wanted.case)))
        if wanted.error:
            found = error_numbered(views, wanted.error)
            error = found.error_id if found else NOBODY
            about.update((error, *(row.review for row in reviews_of_error(views, error))))
        if wanted.review:
            about.add(tolerance_id(wanted.review))
    return about


def _begins(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), CALENDAR)


def _in_area(office: Office, reader: Identity, area: str | None, found: list[Attempt]) -> list[Attempt]:
    """Return those that were about something in the area, if one is asked for, where the reader sees it."""
    if area is None:
        return found
    there = replace(reader, official=NOBODY, roles={INSPECTOR: reader.areas_to_read(area) or frozenset()})
    about = numbers_of(office, there, {attempt.stream for attempt in found if attempt.stream})
    in_area = {stream for stream, number in about.items() if number.keys().isdisjoint(OF_NO_AREA)}
    return [attempt for attempt in found if attempt.stream in in_area]
