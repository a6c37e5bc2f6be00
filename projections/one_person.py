"""Who is one person: entries that were merged, and where the register holds two of what should be one."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, func, select, union

from projections.case_lists import NOT_ENDED
from projections.case_register import cases, claimants
from projections.columns import among
from projections.needy_lists import entries
from projections.needy_tables import households, members, merges, numbers, persons
from projections.visit_ledger import visits


def entries_of(db: Connection, people: Collection[UUID]) -> list[UUID]:
    """Return all entries of these people: their own, and those that are merged with any of them."""
    theirs = {*people, *entries(db, people).values()}
    merged = db.scalars(select(merges.c.person).where(merges.c.entry.in_(theirs)))
    return list(dict.fromkeys([*people, *sorted(theirs), *merged]))


def merged_into(db: Connection, people: Collection[UUID]) -> Sequence[Row[Any]]:
    """Return the entries that stand under these people, or under whom these stand."""
    theirs = {*people, *entries(db, people).values()}
    found = select(merges.c.entry, persons).join(persons, persons.c.person == merges.c.person)
    return db.execute(found.where(among(db, merges.c.entry, theirs)).order_by(persons.c.position)).all()


def entry_of(person: ColumnElement[UUID]) -> ColumnElement[UUID]:
    """Return whom a person is taken for, in a statement that `merges` is joined to."""
    return func.coalesce(merges.c.entry, person)


def registered_at(db: Connection, person: UUID) -> int:
    """Return the position of the event that somebody was entered by; 0 if they are not on record."""
    return db.scalar(select(persons.c.position).where(persons.c.person == person)) or 0


def in_two_households(db: Connection, since: int = 0) -> Sequence[Row[Any]]:
    """Return memberships of who is in several households now, if the last began after a position."""
    own = select(entry_of(members.c.person).label("entry"), members)
    own = own.join(merges, merges.c.person == members.c.person, isouter=True)
    current = own.where(members.c.until.is_(None)).subquery()
    several = (
        select(current.c.entry)
        .group_by(current.c.entry)
        .having(func.count(current.c.household.distinct()) > 1, func.max(current.c.joined_at) > since)
    )
    found = select(current, households.c.area, households.c.number)
    found = found.join(households, households.c.household == current.c.household)
    return db.execute(
        found.where(current.c.entry.in_(several)).order_by(current.c.entry, current.c.joined_at)
    ).all()


def with_number_of_another(db: Connection) -> Sequence[Row[Any]]:
    """Return who was given an id number later that makes the identity of somebody else on record."""
    own, other = merges.alias(), merges.alias()
    found = select(numbers).join(persons, persons.c.person == numbers.c.holder)
    found = found.join(own, own.c.person == numbers.c.person, isouter=True)
    found = found.join(other, other.c.person == numbers.c.holder, isouter=True)
    person = func.coalesce(own.c.entry, numbers.c.person)
    holder = func.coalesce(other.c.entry, numbers.c.holder)
    return db.execute(found.where(person != holder).order_by(numbers.c.position)).all()


def holders(db: Connection, identity: UUID) -> Sequence[UUID]:
    """Return who was given the id number later that makes this identity."""
    return db.scalars(select(numbers.c.person).where(numbers.c.holder == identity)).all()


def dead_in_cases(db: Connection) -> list[tuple[UUID, date]]:
    """Return the cases that have not ended of who has died, with the day of death.

    Those who died and those who are merged are few beside all who claim, so they are gone from.
    """
    died = persons.c.died_on.is_not(None)
    stands_under = {row.person: row.entry for row in db.execute(select(merges))}
    dead = {
        stands_under.get(row.person, row.person): row.died_on
        for row in db.execute(select(persons.c.person, persons.c.died_on).where(died))
    }
    few = union(select(persons.c.person).where(died), select(merges.c.person), select(merges.c.entry))
    found = select(claimants.c.person, claimants.c.case_id)
    found = found.join(cases, cases.c.case_id == claimants.c.case_id)
    rows = db.execute(found.where(claimants.c.person.in_(few), cases.c.state.in_(NOT_ENDED)))
    entered = ((row.case_id, stands_under.get(row.person, row.person)) for row in rows)
    return [(case, dead[entry]) for case, entry in entered if entry in dead]


def areas_of(db: Connection, people: Collection[UUID]) -> dict[UUID, str]:
    """Return an area that each of these people belongs to: by a case, else a household, else a visit."""
    visited = select(visits.c.person, visits.c.area).where(visits.c.person.in_(people))
    lives = select(members.c.person, households.c.area).where(members.c.person.in_(people))
    lives = lives.join(households, households.c.household == members.c.household)
    claims = select(claimants.c.person, cases.c.area).where(claimants.c.person.in_(people))
    claims = claims.join(cases, cases.c.case_id == claimants.c.case_id)
    found: dict[UUID, str] = {}
    for known in (visited, lives, claims):
        found |= {row.person: row.area for row in db.execute(known)}
    return found
