"""What is asked of decisions by what they rested on: how others went on the same evidence."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select
from sqlalchemy import Row as Found

from projections.pattern_tables import decisions, found_wrong


@dataclass(frozen=True, kw_only=True)
class Rule:
    """A standard as it is in force, for decisions that applied it and those that would have."""

    reference: str = ""
    """Empty where the programme pays by no standard."""
    areas: tuple[str, ...] = ()
    since: date = date.min
    until: date = date.max
    """The first day on which it is in force no longer."""


def decision_at(db: Connection, position: int, case_id: UUID) -> Found[Any] | None:
    """Return the decision on a case at a position, with what it rested on; None if it is none."""
    found = select(decisions).where(decisions.c.case_id == case_id, decisions.c.position == position)
    return db.execute(found).one_or_none()


def latest_before(db: Connection, case_id: UUID, on: date, position: int) -> Found[Any] | None:
    """Return the last decision on a case that counted by a day, made before a position; None if none was."""
    counted = decisions.c.counts_from <= on, decisions.c.position < position
    found = select(decisions).where(decisions.c.case_id == case_id, *counted)
    return db.execute(found.order_by(decisions.c.position.desc()).limit(1)).first()


def like(db: Connection, one: Found[Any], rule: Rule) -> list[Found[Any]]:
    """Return how the other decisions on the same evidence under the rule went.

    By `way`: `number` of them, how many turned out `wrong`, and how many officials made them.
    """
    return _tallied(db, one, decisions.c.pattern == one.pattern, _under(one, rule))


def unlike(db: Connection, one: Found[Any], rule: Rule) -> list[Found[Any]]:
    """Return the same of the decisions under the rule on other evidence."""
    same_rule = and_(decisions.c.programme == one.programme, decisions.c.policy == one.policy)
    return _tallied(db, one, same_rule, decisions.c.pattern != one.pattern, _under(one, rule))


def _tallied(db: Connection, one: Found[Any], *among: ColumnElement[bool]) -> list[Found[Any]]:
    upheld = decisions.c.position.in_(select(found_wrong.c.decision).where(found_wrong.c.upheld.is_(True)))
    wrong = case((or_(decisions.c.corrected_at.is_not(None), upheld), 1), else_=0)
    tally = select(
        decisions.c.way,
        func.count().label("number"),
        func.sum(wrong).label("wrong"),
        func.count(decisions.c.decided_by.distinct()).label("officials"),
    ).where(*among, decisions.c.position != one.position)
    return list(db.execute(tally.group_by(decisions.c.way).order_by(decisions.c.way)))


def _under(one: Found[Any], rule: Rule) -> ColumnElement[bool]:
    applied = decisions.c.standard == rule.reference
    if not rule.reference:
        return applied
    would_have = and_(
        decisions.c.standard == "",
        decisions.c.kind == one.kind,
        decisions.c.counts_from >= rule.since,
        decisions.c.counts_from < rule.until,
        decisions.c.area.in_(rule.areas),
    )
    return or_(applied, would_have)
