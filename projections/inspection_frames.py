"""Which cases an inspection can draw from, and in which stratum each of them is."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, and_, exists, func, or_, select

from domain.inspections.sampling import KIN, OTHER, VISITED
from domain.periods import next_month
from domain.visits.state import MADE
from projections.case_register import cases, claimants
from projections.entitlement_ledger import periods
from projections.kin import closed_by
from projections.official_record import kinship_in_force
from projections.visit_ledger import visits

AT_ONCE = 10_000
"""Cases that are in memory at a time while they are looked through."""


@dataclass(frozen=True, kw_only=True)
class Scope:
    """What is inspected."""

    areas: Collection[str]
    programmes: Collection[str]
    """None named: all of them."""
    from_month: date
    to_month: date


def members_of(db: Connection, scope: Scope) -> Iterator[tuple[str, str]]:
    """Yield stratum and number of every case in scope.

    In scope is a case that was applied for and not decided on before these months were over, that was
    decided on in them, or for which anything was ever determined to be due in them: so those that were
    refused or have ended are looked at too. A relative of any official comes before a home visit.
    """
    relatives = {row.relative for row in kinship_in_force(db)}
    kin = set(db.scalars(closed_by(relatives)))
    visited = set(db.scalars(_visited(scope)))
    found = _in_scope(select(cases.c.case_id, cases.c.number), scope)
    for case_id, number in db.execute(found, execution_options={"yield_per": AT_ONCE}):
        yield KIN if case_id in kin else VISITED if case_id in visited else OTHER, number


def count_in_scope(db: Connection, scope: Scope) -> int:
    """Return how many cases are in scope."""
    return int(db.scalars(_in_scope(select(func.count()).select_from(cases), scope)).one())


def _in_scope(statement: Select[Any], scope: Scope) -> Select[Any]:
    end = next_month(scope.to_month)
    statement = statement.where(cases.c.area.in_(scope.areas))
    if scope.programmes:
        statement = statement.where(cases.c.programme.in_(scope.programmes))
    applied = and_(
        cases.c.opened_on < end,
        or_(cases.c.decided_on.is_(None), cases.c.decided_on >= scope.from_month),
    )
    due = exists().where(
        periods.c.case_id == cases.c.case_id,
        periods.c.starts < end,
        or_(periods.c.ends.is_(None), periods.c.ends > scope.from_month),
        periods.c.monthly_amount > 0,
    )
    return statement.where(or_(applied, due))


def _visited(scope: Scope) -> Select[Any]:
    """Return what finds the cases of whom a visit was made to in these months."""
    made = and_(
        visits.c.state == MADE, visits.c.day >= scope.from_month, visits.c.day < next_month(scope.to_month)
    )
    of_people = select(claimants.c.case_id).where(
        claimants.c.person.in_(select(visits.c.person).where(made, visits.c.person.is_not(None)))
    )
    of_homes = select(visits.c.household).where(made, visits.c.household.is_not(None))
    named = select(visits.c.case_number).where(made, visits.c.case_number != "")
    return select(cases.c.case_id).where(
        or_(cases.c.household.in_(of_homes), cases.c.number.in_(named), cases.c.case_id.in_(of_people))
    )
