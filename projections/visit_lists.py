"""Lists of visits, by day: the latest first, and of those that are planned the one due first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Select, and_, func, literal, or_, select, tuple_
from sqlalchemy import Row as Found

from domain.visits.state import PLANNED
from projections.needy_tables import members
from projections.visit_ledger import cadres, visits


class Place(NamedTuple):
    """Where a visit stands in a list."""

    day: date
    number: str


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which visits are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    number: str = ""
    """The number or its beginning."""
    state: str = ""
    since: date | None = None
    until: date | None = None
    """Days between which they were made or missed, or are to be made, both included."""
    observation: str = ""
    case_number: str = ""
    person: UUID | None = None
    household: UUID | None = None
    """With those to its members."""
    cadre: str = ""
    """Token of a cadre."""
    official: UUID | None = None
    """An official who goes."""
    apart_from: Collection[UUID] = ()
    """People of whom none may be visited, nor anybody of their household."""

    @property
    def due_first(self) -> bool:
        """Whether the earliest stands first."""
        return self.state == PLANNED


def listed(
    db: Connection, sought: Sought, *, after: Place | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return visits, from the one after a place on."""
    found, place = _among(select(visits), sought), tuple_(visits.c.day, visits.c.number)
    if after is not None:
        beginning = tuple_(literal(after.day), literal(after.number))
        found = found.where(place > beginning if sought.due_first else place < beginning)
    order = (visits.c.day, visits.c.number)
    found = found.order_by(*(order if sought.due_first else (column.desc() for column in order)))
    return db.execute(found.limit(limit)).all()


def tallied(db: Connection, sought: Sought) -> dict[str, int]:
    """Return how many visits there are by state."""
    found = _among(select(visits.c.state, func.count().label("number")), sought)
    return {row.state: row.number for row in db.execute(found.group_by(visits.c.state))}


def numbers_of(db: Connection, some: Collection[UUID], sought: Sought) -> dict[UUID, str]:
    """Return the numbers of those that are visits like these, by identity."""
    found = _among(select(visits.c.visit, visits.c.number), sought)
    return {row.visit: row.number for row in db.execute(found.where(visits.c.visit.in_(some)))}


def is_apart(db: Connection, visit: UUID, people: Collection[UUID]) -> bool:
    """Say whether a visit is to none of these people, nor to anybody of their households."""
    found = select(visits.c.visit).where(visits.c.visit == visit)
    return db.execute(_to_whom(found, Sought(apart_from=people))).first() is not None


def _among(statement: Select[Any], sought: Sought) -> Select[Any]:
    if sought.areas is not None:
        statement = statement.where(visits.c.area.in_(sought.areas))
    for column, wanted in ((visits.c.state, sought.state), (visits.c.case_number, sought.case_number)):
        if wanted:
            statement = statement.where(column == wanted)
    if sought.number:
        statement = statement.where(visits.c.number.startswith(sought.number, autoescape=True))
    if sought.since is not None:
        statement = statement.where(visits.c.day >= sought.since)
    if sought.until is not None:
        statement = statement.where(visits.c.day <= sought.until)
    if sought.observation:
        codes = " " + visits.c.observations + " "
        statement = statement.where(codes.contains(f" {sought.observation} ", autoescape=True))
    return _by_whom(_to_whom(statement, sought), sought)


def _to_whom(statement: Select[Any], sought: Sought) -> Select[Any]:
    if sought.person is not None:
        statement = statement.where(visits.c.person == sought.person)
    if sought.household is not None:
        living = and_(members.c.household == sought.household, members.c.until.is_(None))
        there = select(members.c.person).where(living)
        statement = statement.where(or_(visits.c.household == sought.household, visits.c.person.in_(there)))
    if sought.apart_from:
        theirs = select(members.c.household).where(members.c.person.in_(sought.apart_from))
        of_theirs = select(members.c.person).where(members.c.household.in_(theirs))
        statement = statement.where(
            or_(visits.c.household.is_(None), visits.c.household.not_in(theirs)),
            or_(
                visits.c.person.is_(None),
                and_(visits.c.person.not_in(sought.apart_from), visits.c.person.not_in(of_theirs)),
            ),
        )
    return statement


def _by_whom(statement: Select[Any], sought: Sought) -> Select[Any]:
    going = select(cadres.c.visit)
    if sought.cadre:
        statement = statement.where(visits.c.visit.in_(going.where(cadres.c.token == sought.cadre)))
    if sought.official is not None:
        statement = statement.where(visits.c.visit.in_(going.where(cadres.c.official == sought.official)))
    return statement
