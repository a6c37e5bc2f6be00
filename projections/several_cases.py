"""Who is in several cases: a question to the register of cases."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, func, select

from projections.case_register import claimants


def in_several(db: Connection, some: Collection[UUID] | None = None) -> set[frozenset[UUID]]:
    """Return the cases that somebody is in, where these are several: of everyone, or of who is in some."""
    people = select(claimants.c.person).group_by(claimants.c.person).having(func.count() > 1)
    if some is not None:
        theirs = select(claimants.c.person).where(claimants.c.case_id.in_(some))
        people = people.where(claimants.c.person.in_(theirs))
    cases_of: dict[UUID, set[UUID]] = {}
    for row in db.execute(select(claimants).where(claimants.c.person.in_(people))):
        cases_of.setdefault(row.person, set()).add(row.case_id)
    return {frozenset(cases) for cases in cases_of.values()}
