"""Who is in several cases: a question to the register of cases, and to that of people."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, func, select

from projections.case_register import claimants
from projections.needy_tables import merges


def in_several(db: Connection, some: Collection[UUID] | None = None) -> set[frozenset[UUID]]:
    """Return the cases that somebody is in, where these are several: of everyone, or of who is in some."""
    entry = func.coalesce(merges.c.entry, claimants.c.person)
    claims = select(entry.label("person"), claimants.c.case_id)
    claims = claims.join(merges, merges.c.person == claimants.c.person, isouter=True)
    every = claims.subquery()
    people = (
        select(every.c.person).group_by(every.c.person).having(func.count(every.c.case_id.distinct()) > 1)
    )
    if some is not None:
        theirs = select(every.c.person).where(every.c.case_id.in_(some))
        people = people.where(every.c.person.in_(theirs))
    cases_of: dict[UUID, set[UUID]] = {}
    for row in db.execute(select(every).where(every.c.person.in_(people))):
        cases_of.setdefault(row.person, set()).add(row.case_id)
    return {frozenset(cases) for cases in cases_of.values()}
