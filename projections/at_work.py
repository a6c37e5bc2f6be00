"""How much officials had on their desks in some days, and which errors they had before."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, case, func, select

from domain.cases.dissent import DECISIONS
from domain.errors.duties import DECIDED
from domain.errors.state import State
from projections.error_tables import errors, parts
from projections.official_record import officials
from projections.pattern_tables import work

DECIDING = tuple(event.TOPIC for event in DECISIONS)
HELD_TO_BE_ERRORS = (State.SUBSTANTIATED, State.CLASSIFIED, State.CORRECTING, State.CLOSED)


def workload(db: Connection, unit: str, first: date, until: date) -> Sequence[Row[Any]]:
    """Return what the officials of a unit did on cases from a day on and before another.

    By `official`: on how many `cases` they acted, and how many `decisions` they made.
    """
    theirs = select(officials.c.official).where(officials.c.unit == unit)
    found = select(
        work.c.official,
        func.count(work.c.case_id.distinct()).label("cases"),
        func.sum(case((work.c.topic.in_(DECIDING), 1), else_=0)).label("decisions"),
    ).where(work.c.official.in_(theirs), work.c.day >= first, work.c.day < until)
    return db.execute(found.group_by(work.c.official)).all()


def earlier_errors(db: Connection, deciders: Collection[UUID], element: str, before: int) -> tuple[int, int]:
    """Return how many errors of an element were reported before a position in what these people decided.

    And in how many of them a correction notice was issued. Those that turned out to be none do not count.
    """
    theirs = select(parts.c.error_id).where(parts.c.person.in_(deciders), parts.c.part == DECIDED)
    found = select(func.count(), func.count(errors.c.notice)).where(
        errors.c.error_id.in_(theirs),
        errors.c.element == element,
        errors.c.reported < before,
        errors.c.state.in_([state.value for state in HELD_TO_BE_ERRORS]),
    )
    number, noticed = db.execute(found).one()
    return number, noticed
