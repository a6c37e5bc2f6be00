"""What is asked of the register of errors: filtered lists, what waits for an official, notices by due day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select, tuple_

from projections.error_tables import errors, months, notices, parts
from projections.kin import is_apart

LATEST = 2**62


@dataclass(frozen=True, kw_only=True)
class SoughtErrors:
    """Which errors are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    element: str = ""
    nature: str = ""
    cause: str = ""
    origin: str = ""
    direction: str = ""
    state: str = ""
    channel: str = ""
    unit: str = ""
    number: str = ""
    """Beginning of the error's number."""
    case_number: str = ""
    own: bool | None = None
    """Whether it was reported by who had a part in the decision."""
    reported_from: date | None = None
    reported_until: date | None = None
    """The last day of its report: older errors are those until an earlier day."""
    overdue_on: date | None = None
    """The day on which it is overdue: its notice was to be complied with before."""
    handed_up: bool = False
    """Whether only what was handed up, as it is overdue, and is still not put right."""
    looked_at_again_by: date | None = None
    """The day by which a follow-up is due."""
    waits_for: Collection[str] = ()
    money_to_decide: bool = False
    """Whether only what something is to be ordered or decided on of its money."""
    money_to_move: bool = False
    """Whether only what something is to be paid or received of."""
    settled: bool = False
    """Whether only what has neither."""
    person: UUID | None = None
    """Who must have none of the parts in `without`."""
    without: Collection[str] = ()
    apart_from: Collection[UUID] = ()
    """Whose cases, and those of the households they live in, may not be concerned."""


def listed_errors(
    db: Connection, sought: SoughtErrors, *, before: int | None = None, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return errors, the latest reported first, from before the position of a report on."""
    found = _among(select(errors), sought)
    if before is not None:
        found = found.where(errors.c.reported < before)
    return db.execute(found.order_by(errors.c.reported.desc()).limit(limit)).all()


def tallied_errors(db: Connection, sought: SoughtErrors) -> Sequence[Row[Any]]:
    """Return how many errors like these there are by `area`, `state` and `element`, as `errors`."""
    kinds = (errors.c.area, errors.c.state, errors.c.element)
    found = _among(select(*kinds, func.count().label("errors")), sought)
    return db.execute(found.group_by(*kinds).order_by(*kinds)).all()


def count_errors(db: Connection, sought: SoughtErrors) -> int:
    """Return how many errors are like this."""
    return int(db.scalars(_among(select(func.count()).select_from(errors), sought)).one())


def open_notices(
    db: Connection,
    sought: SoughtErrors,
    *,
    after: tuple[date, int] | None = None,
    limit: int = 50,
) -> Sequence[Row[Any]]:
    """Return those of the errors whose notice was not complied with yet, the most urgent first.

    `after` is the due day and the position of the report that the page begins after.
    """
    found = _among(select(errors), sought).where(errors.c.open_until.is_not(None))
    if after is not None:
        found = found.where(tuple_(errors.c.open_until, errors.c.reported) > after)
    return db.execute(found.order_by(errors.c.open_until, errors.c.reported).limit(limit)).all()


def overdue_errors(db: Connection, on: date) -> Sequence[UUID]:
    """Return the errors whose notice should have been complied with before the day, the latest due last."""
    found = select(errors.c.error_id).where(errors.c.open_until < on)
    return db.scalars(found.order_by(errors.c.open_until, errors.c.reported)).all()


def error_numbered(db: Connection, number: str) -> Row[Any] | None:
    """Return the error with this number; None if there is none."""
    return db.execute(select(errors).where(errors.c.number == number)).first()


def errors_of_case(db: Connection, case_id: UUID) -> Sequence[Row[Any]]:
    """Return the errors of a case, the latest reported first."""
    found = select(errors).where(errors.c.case_id == case_id)
    return db.execute(found.order_by(errors.c.reported.desc())).all()


def error_numbers_of(db: Connection, some: Collection[UUID], sought: SoughtErrors) -> dict[UUID, str]:
    """Return the numbers of those that are errors like these."""
    found = _among(select(errors.c.error_id, errors.c.number), sought)
    return {row.error_id: row.number for row in db.execute(found.where(errors.c.error_id.in_(some)))}


def months_of_error(db: Connection, error_id: UUID) -> Sequence[Row[Any]]:
    """Return what was due less what was paid, by month."""
    found = select(months).where(months.c.error_id == error_id)
    return db.execute(found.order_by(months.c.month)).all()


def concerns(db: Connection, error_id: UUID, person: UUID) -> bool:
    """Tell whether an official has any part in an error."""
    found = select(parts.c.part).where(parts.c.error_id == error_id, parts.c.person == person)
    return db.execute(found.limit(1)).first() is not None


def parts_of_person(
    db: Connection, person: UUID, sought: SoughtErrors, *, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return the errors like these that an official has a `part` in, the latest first, once a part."""
    found = _among(select(parts.c.part, parts.c.position.label("since"), errors), sought)
    found = found.where(parts.c.error_id == errors.c.error_id, parts.c.person == person)
    return db.execute(found.order_by(parts.c.position.desc(), parts.c.part).limit(limit)).all()


def parts_of_error(db: Connection, error_id: UUID) -> Sequence[Row[Any]]:
    """Return who has which part in an error, in the order they took it."""
    found = select(parts).where(parts.c.error_id == error_id)
    return db.execute(found.order_by(parts.c.position, parts.c.part, parts.c.person)).all()


def count_notices(db: Connection, beginning: str) -> int:
    """Return how many notices were issued under numbers that begin so."""
    found = select(func.count()).select_from(notices)
    last = beginning + "\U0010ffff"
    return int(db.scalars(found.where(notices.c.number >= beginning, notices.c.number <= last)).one())


def _among(statement: Select[Any], sought: SoughtErrors) -> Select[Any]:
    for name in EQUAL:
        if value := getattr(sought, name):
            statement = statement.where(errors.c[name] == value)
    if sought.areas is not None:
        statement = statement.where(errors.c.area.in_(sought.areas))
    if sought.waits_for:
        statement = statement.where(errors.c.waits_for.in_(sought.waits_for))
    if sought.own is not None:
        statement = statement.where(errors.c.own.is_(sought.own))
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(errors.c.number >= sought.number, errors.c.number <= last)
    if sought.person is not None:
        theirs = select(parts.c.error_id).where(
            parts.c.person == sought.person, parts.c.part.in_(sought.without)
        )
        statement = statement.where(errors.c.error_id.not_in(theirs))
    if sought.apart_from:
        statement = statement.where(is_apart(errors.c.case_id, sought.apart_from))
    return _within(statement, sought)


EQUAL = (
    *("element", "nature", "cause", "origin", "direction"),
    *("state", "channel", "unit", "case_number"),
)
"""Columns that are asked for by one value."""


def _within(statement: Select[Any], sought: SoughtErrors) -> Select[Any]:
    if sought.reported_from is not None:
        statement = statement.where(errors.c.reported_on >= sought.reported_from)
    if sought.reported_until is not None:
        statement = statement.where(errors.c.reported_on <= sought.reported_until)
    if sought.overdue_on is not None:
        statement = statement.where(errors.c.open_until < sought.overdue_on)
    for name in ("money_to_decide", "money_to_move"):
        if getattr(sought, name):
            statement = statement.where(errors.c[name].is_(True))
        if sought.settled:
            statement = statement.where(errors.c[name].is_(False))
    if sought.handed_up:
        statement = statement.where(errors.c.open_until.is_not(None), errors.c.handed_up_on.is_not(None))
    if sought.looked_at_again_by is not None:
        statement = statement.where(errors.c.look_again_on <= sought.looked_at_again_by)
    return statement
