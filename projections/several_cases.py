"""Who is in several cases: a question to the register of cases, and to that of people."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import Connection, func, select, union

from projections.case_register import claimants
from projections.needy_tables import merges


def in_several(db: Connection) -> set[frozenset[UUID]]:
    """Return the cases that somebody is in, where these are several.

    All who claim are gone through once, in the order they are kept in, whatever is asked for; those who are
    merged are few.
    """
    often = select(claimants.c.person).group_by(claimants.c.person).having(func.count() > 1)
    people = union(often, select(merges.c.person), select(merges.c.entry)).scalar_subquery()
    entries = {row.person: row.entry for row in db.execute(select(merges.c.person, merges.c.entry))}
    cases_of: dict[UUID, set[UUID]] = {}
    for row in db.execute(select(claimants).where(claimants.c.person.in_(people))):
        cases_of.setdefault(entries.get(row.person, row.person), set()).add(row.case_id)
    return {frozenset(cases) for cases in cases_of.values() if len(cases) > 1}


def among_which(several: set[frozenset[UUID]], some: Collection[UUID]) -> list[frozenset[UUID]]:
    """Return those that one of some cases is among, in the same order everywhere."""
    wanted = set(some)
    return sorted((cases for cases in several if not cases.isdisjoint(wanted)), key=sorted)
