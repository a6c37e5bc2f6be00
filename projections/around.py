"""What there is around a family: the visits to it, and where it is known from visits and questions."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, or_, select, union

from projections.columns import among
from projections.question_tables import questions
from projections.visit_ledger import visits


def visits_to(
    db: Connection, *, people: Collection[UUID], households: Collection[UUID] = ()
) -> Sequence[Row[Any]]:
    """Return the visits to any of these, planned ones included, the latest first."""
    to_any = or_(visits.c.person.in_(people), visits.c.household.in_(households))
    found = select(visits).where(to_any)
    return db.execute(found.order_by(visits.c.day.desc(), visits.c.number)).all()


def areas_around(db: Connection, people: Collection[UUID]) -> Sequence[Row[Any]]:
    """Return the areas in which these people were visited or asked something, as `person` and `area`."""
    known = (select(table.c.person, table.c.area) for table in (visits, questions))
    found = (one.where(among(db, one.selected_columns.person, people)) for one in known)
    return db.execute(union(*found)).all()
