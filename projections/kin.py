"""Which cases are closed to an official by whom they are related to, and who stands near these relatives."""

from collections.abc import Collection
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, CompoundSelect, Connection, Select, select

from projections.case_register import cases, claimants
from projections.needy_tables import members


def closed_by(relatives: Collection[UUID]) -> CompoundSelect[Any]:
    """Return what finds the cases that a relative claims in, or lives in the household of, by identity."""
    claimed = select(claimants.c.case_id).where(claimants.c.person.in_(relatives))
    lived_in = select(cases.c.case_id).where(cases.c.household.in_(_homes(relatives)))
    return claimed.union(lived_in)


def is_apart(case_id: ColumnElement[UUID], relatives: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition that what is about a case, if it is about any, is about no relative's."""
    return case_id.is_(None) | case_id.not_in(closed_by(relatives))


def lives_apart(household: ColumnElement[UUID], relatives: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition that what is about a household, if it is about any, is about no relative's."""
    return household.is_(None) | household.not_in(_homes(relatives))


def stands_apart(person: ColumnElement[UUID], relatives: Collection[UUID]) -> ColumnElement[bool]:
    """Return the condition that what is about a person, if about any, is about nobody near a relative."""
    return person.is_(None) | (person.not_in(relatives) & person.not_in(_around(relatives)))


def closed_cases(db: Connection, relatives: Collection[UUID]) -> set[UUID]:
    """Return the cases that are closed to whom these people are related to."""
    return set(db.scalars(closed_by(relatives)))


def near(db: Connection, relatives: Collection[UUID]) -> set[UUID]:
    """Return the relatives, whoever lives with one of them now, and whoever has a part in the same case."""
    return {*relatives, *db.scalars(_around(relatives))} if relatives else set()


def _around(relatives: Collection[UUID]) -> CompoundSelect[Any]:
    living = select(members.c.person).where(
        members.c.household.in_(_homes(relatives)), members.c.until.is_(None)
    )
    claiming = select(claimants.c.person).where(claimants.c.case_id.in_(closed_by(relatives)))
    return living.union(claiming)


class Tie(NamedTuple):
    """That somebody has to do with a case: as a claimant at all times, or for as long as they live there."""

    case: UUID
    since: int = 0
    """Position from which it holds."""
    until: date | None = None

    def holds(self, position: int, on: date) -> bool:
        """Say whether it held when something happened."""
        return self.since <= position and (self.until is None or on < self.until)


def ties_of(db: Connection, person: UUID) -> list[Tie]:
    """Return what somebody has to do with which cases."""
    claimed = select(claimants.c.case_id).where(claimants.c.person == person)
    lived_in = select(cases.c.case_id, members.c.joined_at, members.c.until).where(
        members.c.person == person, cases.c.household == members.c.household
    )
    return [Tie(*row) for found in (claimed, lived_in) for row in db.execute(found)]


def _homes(relatives: Collection[UUID]) -> Select[tuple[UUID]]:
    return select(members.c.household).where(members.c.person.in_(relatives), members.c.until.is_(None))
