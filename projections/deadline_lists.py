"""What is asked of the deadlines: what runs out when, for whom, in which areas, of which kind."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, or_, select, tuple_

from projections.deadline_tables import ANYBODY, TOLERANCE, clocks, subjects
from projections.kin import is_apart, lives_apart


class After(NamedTuple):
    """Where a page of the list begins: after this day, this position, and this official."""

    due_on: date
    since: int
    whose: UUID


@dataclass(frozen=True, kw_only=True)
class SoughtDeadlines:
    """Which deadlines are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    area: str = ""
    kind: str = ""
    whose: UUID | None = None
    """The official for whom it is due, by themselves."""
    steps_of_role: Collection[str] = ()
    """Steps that are theirs, too, where they are for whoever holds a role; only with `whose`."""
    due_from: date | None = None
    due_until: date | None = None
    reader: UUID | None = None
    """Who reads what is due for themselves in any area."""
    reads_reviews_in: Collection[str] | None = None
    """Areas where they read reviews of others; None for all of them."""
    apart_from: Collection[UUID] = ()
    """Whose affairs may not be concerned."""


def due(
    db: Connection, sought: SoughtDeadlines, *, after: After | None = None, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return what is due, the most urgent first: the clock, with the number of what it is about."""
    found = _among(
        select(clocks, subjects.c.number, subjects.c.notice).where(clocks.c.subject == subjects.c.subject),
        sought,
    )
    order = (clocks.c.due_on, clocks.c.since, clocks.c.whose)
    if after is not None:
        found = found.where(tuple_(*order) > after)
    return db.execute(found.order_by(*order).limit(limit)).all()


def _among(statement: Select[Any], sought: SoughtDeadlines) -> Select[Any]:
    statement = statement.where(clocks.c.runs.is_(True))
    for name in ("kind", "area"):
        if value := getattr(sought, name):
            statement = statement.where(clocks.c[name] == value)
    if sought.due_from is not None:
        statement = statement.where(clocks.c.due_on >= sought.due_from)
    if sought.due_until is not None:
        statement = statement.where(clocks.c.due_on <= sought.due_until)
    if sought.whose is not None:
        shared = and_(clocks.c.whose == ANYBODY, clocks.c.step.in_(sought.steps_of_role))
        own = clocks.c.whose == sought.whose
        statement = statement.where(or_(own, shared) if sought.steps_of_role else own)
    if sought.apart_from:
        statement = statement.where(
            or_(subjects.c.person.is_(None), subjects.c.person.not_in(sought.apart_from)),
            is_apart(subjects.c.case_id, sought.apart_from),
            lives_apart(subjects.c.household, sought.apart_from),
        )
    return _readable(statement, sought)


def _readable(statement: Select[Any], sought: SoughtDeadlines) -> Select[Any]:
    """Leave out what the reader may not read, but for what is due for themselves."""
    allowed: list[ColumnElement[bool]] = []
    if sought.areas is not None:
        allowed.append(clocks.c.area.in_(sought.areas))
    if sought.reads_reviews_in is not None:
        allowed.append(or_(clocks.c.kind != TOLERANCE, clocks.c.area.in_(sought.reads_reviews_in)))
    if not allowed:
        return statement
    return statement.where(or_(and_(*allowed), clocks.c.whose == sought.reader))
