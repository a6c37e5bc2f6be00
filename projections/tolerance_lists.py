"""What is asked of the docket of tolerance: filtered lists, and what waits for an official."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, or_, select

from domain.tolerance.duties import CONCERNED
from projections.kin import is_apart, lives_apart
from projections.tolerance_tables import OUTSIDERS, parts, reviews


@dataclass(frozen=True, kw_only=True)
class SoughtReviews:
    """Which reviews are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    reader: UUID | None = None
    """Who reads in any area what they have a part in."""
    states: Collection[str] = ()
    """Any of them."""
    state: str = ""
    area: str = ""
    outcome: str = ""
    element: str = ""
    cause: str = ""
    applicant: str = ""
    number: str = ""
    """Beginning of the review's number."""
    error_number: str = ""
    case_number: str = ""
    drafted_from: date | None = None
    drafted_until: date | None = None
    overdue_on: date | None = None
    """The day on which its next step is overdue: it was to be taken before."""
    wants_reviewers: bool | None = None
    """Whether nobody was assigned to review it yet."""
    statement_awaited: bool = False
    """Whether only those in which the officials concerned may make a statement."""
    person: UUID | None = None
    """Who has one of the parts in `having`, if any is named, and none of those in `without`."""
    having: Collection[str] = ()
    without: Collection[str] = ()
    concerning: UUID | None = None
    """Whom it is about."""
    apart_from: Collection[UUID] = ()
    """Whose cases, and those of the households they live in, may not be concerned."""


def listed_reviews(
    db: Connection, sought: SoughtReviews, *, before: int | None = None, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return reviews, the latest begun first, from before a position on."""
    found = _among(select(reviews), sought)
    if before is not None:
        found = found.where(reviews.c.drafted < before)
    return db.execute(found.order_by(reviews.c.drafted.desc()).limit(limit)).all()


def count_reviews(db: Connection, sought: SoughtReviews) -> int:
    """Return how many reviews are like this."""
    return int(db.scalars(_among(select(func.count()).select_from(reviews), sought)).one())


def review_numbered(db: Connection, number: str) -> Row[Any] | None:
    """Return the review with this number; None if there is none."""
    return db.execute(select(reviews).where(reviews.c.number == number)).first()


def reviews_of_error(db: Connection, error: UUID) -> Sequence[Row[Any]]:
    """Return the reviews of an error, the latest begun first."""
    found = select(reviews).where(reviews.c.error == error)
    return db.execute(found.order_by(reviews.c.drafted.desc())).all()


def reviews_of_case(db: Connection, number: str) -> Sequence[UUID]:
    """Return the reviews of the errors of a case."""
    return db.scalars(select(reviews.c.review).where(reviews.c.case_number == number)).all()


def review_numbers_of(
    db: Connection, some: Collection[UUID], sought: SoughtReviews | None = None
) -> dict[UUID, str]:
    """Return the numbers of those that are reviews, like these if it matters, by identity."""
    found = _among(select(reviews.c.review, reviews.c.number), sought or SoughtReviews())
    return {row.review: row.number for row in db.execute(found.where(reviews.c.review.in_(some)))}


def has_part(db: Connection, review: UUID, person: UUID) -> bool:
    """Tell whether an official has a part in a review by which they read it."""
    found = _own(person).where(parts.c.review == review)
    return db.execute(found.limit(1)).first() is not None


def parts_of_person(
    db: Connection, person: UUID, sought: SoughtReviews, *, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return the reviews like these that an official has a `part` in, the latest first, once a part."""
    found = _among(select(parts.c.part, parts.c.position.label("since"), reviews), sought)
    found = found.where(parts.c.review == reviews.c.review, parts.c.person == person)
    return db.execute(found.order_by(parts.c.position.desc(), parts.c.part).limit(limit)).all()


def _among(statement: Select[Any], sought: SoughtReviews) -> Select[Any]:
    for name in EQUAL:
        if value := getattr(sought, name):
            statement = statement.where(reviews.c[name] == value)
    if sought.states:
        statement = statement.where(reviews.c.state.in_(sought.states))
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(reviews.c.number >= sought.number, reviews.c.number <= last)
    if sought.wants_reviewers is not None:
        statement = statement.where(reviews.c.wants_reviewers.is_(sought.wants_reviewers))
    if sought.statement_awaited:
        statement = statement.where(reviews.c.statement_due_on.is_not(None))
    if sought.apart_from:
        statement = statement.where(
            is_apart(reviews.c.case_id, sought.apart_from),
            lives_apart(reviews.c.household, sought.apart_from),
        )
    return _readable(_parted(_within(statement, sought), sought), sought)


EQUAL = ("state", "outcome", "area", "element", "cause", "applicant", "error_number", "case_number")
"""Columns that are asked for by one value."""


def _within(statement: Select[Any], sought: SoughtReviews) -> Select[Any]:
    if sought.drafted_from is not None:
        statement = statement.where(reviews.c.drafted_on >= sought.drafted_from)
    if sought.drafted_until is not None:
        statement = statement.where(reviews.c.drafted_on <= sought.drafted_until)
    if sought.overdue_on is not None:
        statement = statement.where(reviews.c.due_on < sought.overdue_on)
    return statement


def _parted(statement: Select[Any], sought: SoughtReviews) -> Select[Any]:
    if sought.concerning is not None:
        about = select(parts.c.review).where(parts.c.person == sought.concerning, parts.c.part == CONCERNED)
        statement = statement.where(reviews.c.review.in_(about))
    if sought.person is None:
        return statement
    theirs = select(parts.c.review).where(parts.c.person == sought.person)
    if sought.having:
        statement = statement.where(reviews.c.review.in_(theirs.where(parts.c.part.in_(sought.having))))
    if sought.without:  # asked review by review: who leads the organ's work has a part in most of them
        has_one = theirs.where(parts.c.review == reviews.c.review, parts.c.part.in_(sought.without))
        statement = statement.where(~has_one.exists())
    return statement


def _readable(statement: Select[Any], sought: SoughtReviews) -> Select[Any]:
    if sought.areas is None:
        return statement
    own = reviews.c.review.in_(_own(sought.reader))
    return statement.where(or_(reviews.c.area.in_(sought.areas), own))


def _own(person: UUID | None) -> Select[tuple[UUID]]:
    """Return what finds the reviews that somebody reads by their own part."""
    return select(parts.c.review).where(parts.c.person == person, parts.c.part.not_in(OUTSIDERS))
