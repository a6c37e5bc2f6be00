"""What is asked of the deadlines: what runs out when, for whom, in which areas, of which kind."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import merge
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, and_, false, or_, select, true, tuple_

from projections.deadline_tables import (
    ANSWER_QUERY,
    ANYBODY,
    INSPECTION,
    TOLERANCE,
    clocks,
    inspections,
    queries,
    subjects,
)
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
    not_of: Collection[str] = ()
    """Kinds in which the reader has no part; what is due for themselves is told of these, too."""
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
    inspects_in: Collection[str] | None = None
    """Areas where they read what any unit is asked in inspections; None for all of them."""
    answers_in: Collection[str] | None = ()
    """Areas where they answer for their own unit; None for all of them."""
    unit: str = ""
    """Their own unit."""
    apart_from: Collection[UUID] = ()
    """Whose affairs may not be concerned."""


class Due(NamedTuple):
    """Something that is due, with the number of what it is about."""

    due_on: date
    since: int
    """Position of what set the clock going."""
    whose: UUID
    """ANYBODY where it is for whoever holds a role, or for a unit."""
    since_on: date
    kind: str
    step: str
    number: str
    areas: tuple[str, ...]
    notice: str | None = None
    query: int | None = None
    """Running number of the query in its inspection."""
    unit: str | None = None
    """The unit that is asked."""


def due(
    db: Connection, sought: SoughtDeadlines, *, after: After | None = None, limit: int = 50
) -> Sequence[Due]:
    """Return what is due, the most urgent first."""
    found = merge(
        _clocks(db, sought, after, limit), _queries(db, sought, after, limit), key=lambda one: one[:2]
    )
    return list(islice(found, limit))


def _clocks(db: Connection, sought: SoughtDeadlines, after: After | None, limit: int) -> Iterator[Due]:
    found = _among(
        select(clocks, subjects.c.number, subjects.c.notice).where(clocks.c.subject == subjects.c.subject),
        sought,
    )
    order = (clocks.c.due_on, clocks.c.since, clocks.c.whose)
    if after is not None:
        found = found.where(tuple_(*order) > after)
    for row in db.execute(found.order_by(*order).limit(limit)):
        own = {name: getattr(row, name) for name in ("due_on", "since", "whose", "since_on", "kind", "step")}
        yield Due(**own, number=row.number, notice=row.notice, areas=(row.area,))


def _queries(db: Connection, sought: SoughtDeadlines, after: After | None, limit: int) -> Iterator[Due]:
    """Yield the queries of inspections that wait; no two things that are due have one position."""
    found = _asked(
        select(queries, inspections.c.number, inspections.c.areas).join(
            inspections, inspections.c.inspection == queries.c.inspection
        ),
        sought,
    )
    order = (queries.c.due_on, queries.c.since)
    if after is not None:
        found = found.where(tuple_(*order) > after[:2])
    for row in db.execute(found.order_by(*order).limit(limit)):
        own = {
            name: getattr(row, name) for name in ("due_on", "since", "since_on", "number", "query", "unit")
        }
        yield Due(**own, whose=ANYBODY, kind=INSPECTION, step=ANSWER_QUERY, areas=tuple(row.areas.split()))


def _among(statement: Select[Any], sought: SoughtDeadlines) -> Select[Any]:
    statement = _between(statement.where(clocks.c.runs.is_(True)), clocks.c.due_on, sought)
    for name in ("kind", "area"):
        if value := getattr(sought, name):
            statement = statement.where(clocks.c[name] == value)
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


def _between(statement: Select[Any], day: ColumnElement[date], sought: SoughtDeadlines) -> Select[Any]:
    if sought.due_from is not None:
        statement = statement.where(day >= sought.due_from)
    if sought.due_until is not None:
        statement = statement.where(day <= sought.due_until)
    return statement


def _readable(statement: Select[Any], sought: SoughtDeadlines) -> Select[Any]:
    """Leave out what the reader may not read, but for what is due for themselves."""
    allowed: list[ColumnElement[bool]] = []
    if sought.areas is not None:
        allowed.append(clocks.c.area.in_(sought.areas))
    if sought.reads_reviews_in is not None:
        allowed.append(or_(clocks.c.kind != TOLERANCE, clocks.c.area.in_(sought.reads_reviews_in)))
    if sought.not_of:
        allowed.append(clocks.c.kind.not_in(sought.not_of))
    if not allowed:
        return statement
    return statement.where(or_(and_(*allowed), clocks.c.whose == sought.reader))


def _asked(statement: Select[Any], sought: SoughtDeadlines) -> Select[Any]:
    """Leave out what is not looked for, and what only the unit that is asked and inspectors may know."""
    own = and_(queries.c.unit == sought.unit, _inspected(sought.answers_in))
    if sought.kind not in {"", INSPECTION}:
        statement = statement.where(false())
    elif sought.whose is None:
        statement = statement.where(or_(own, _inspected(sought.inspects_in)))
    else:  # for a unit, and for no official by themselves
        statement = statement.where(own if ANSWER_QUERY in sought.steps_of_role else false())
    if sought.area:
        statement = statement.where(_inspected([sought.area]))
    return _between(statement, queries.c.due_on, sought)


def _inspected(areas: Collection[str] | None) -> ColumnElement[bool]:
    """Say whether one of these areas is inspected; any, if it does not matter which."""
    if areas is None:
        return true()
    return or_(false(), *(inspections.c.areas.contains(f" {area} ") for area in areas))
