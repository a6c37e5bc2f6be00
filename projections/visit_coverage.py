"""Who of the register was visited, is due, or was passed over; and which cadres have visited whom.

Every household of the register is to be visited, and everybody who is supported and lives in none. A
family counts once: as *overdue* if the day of a planned visit is past, or if it was not visited since
the day that is asked for and nothing is planned; else as *visited* if it was visited since; else as
*due*, with a visit planned. Who is merged counts as whom they are now: what was visited under any of their
entries was a visit to them, and to whom they live with.
"""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Final, NamedTuple
from uuid import UUID

from sqlalchemy import (
    Connection,
    Date,
    FromClause,
    Subquery,
    and_,
    case,
    distinct,
    exists,
    func,
    literal,
    null,
    select,
    tuple_,
    union_all,
)
from sqlalchemy import Row as Found

from domain.visits.state import MADE, MISSED, PLANNED
from projections.case_lists import NOT_ENDED
from projections.case_register import cases
from projections.columns import Identity
from projections.needy_tables import households, members, merges
from projections.one_person import entries_of, entry_of
from projections.visit_ledger import cadres, visits

VISITED, DUE, OVERDUE = "visited", "due", "overdue"

STANDINGS: Final = {VISITED: "Visited lately", DUE: "With a visit planned", OVERDUE: "Overdue"}
"""Titles by how a family stands; messages to translate."""

NEVER: Final = date(1, 1, 1)
"""Stands for the last visit of who was never visited."""

Areas = Collection[str] | None


class Asked(NamedTuple):
    """What coverage is asked for."""

    areas: Areas
    since: date
    """Day since when a visit counts."""
    today: date
    apart_from: Collection[UUID] = ()
    """People whose families are not told of one by one."""


class After(NamedTuple):
    """The place of a family in the list: those come first whose last visit is longest ago."""

    last_visit: date
    family: UUID


class AfterCadre(NamedTuple):
    """The place of a cadre in the list: those come first who visited most."""

    visits: int
    token: str


def by_area(db: Connection, asked: Asked) -> Sequence[Found[Any]]:
    """Return for each area how many families there are, and how many stand how."""
    families = _standing(asked)
    counts = [
        func.sum(case((families.c.standing == standing, 1), else_=0)).label(standing)
        for standing in STANDINGS
    ]
    never = func.sum(case((families.c.last_visit == NEVER, 1), else_=0)).label("never")
    found = select(families.c.area, func.count().label("families"), *counts, never)
    return db.execute(found.group_by(families.c.area).order_by(families.c.area)).all()


def families_standing(
    db: Connection, asked: Asked, standing: str, *, after: After | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return the families that stand so, those first whose last visit is longest ago."""
    families = _standing(asked)
    place = tuple_(families.c.last_visit, families.c.family)
    found = select(families).where(families.c.standing == standing)
    if asked.apart_from:
        people = entries_of(db, asked.apart_from)
        theirs = select(members.c.household).where(members.c.person.in_(people))
        found = found.where(families.c.family.not_in(people), families.c.family.not_in(theirs))
    if after is not None:
        found = found.where(place > tuple_(literal(after.last_visit, Date), literal(after.family, Identity)))
    return db.execute(found.order_by(families.c.last_visit, families.c.family).limit(limit)).all()


def by_cadre(
    db: Connection, asked: Asked, *, after: AfterCadre | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return for each cadre what they visited since, and what is due, overdue and was missed.

    `visitors`, `visitor_unit` and `place` tell the name, as the latest of their visits has it, sealed.
    """
    counted = _counted_by_cadre(asked)
    latest = select(visits.c.visitors, visits.c.visitor_unit, cadres.c.place, counted)
    latest = latest.join_from(counted, visits, visits.c.position == counted.c.latest)
    latest = latest.join(cadres, and_(cadres.c.visit == visits.c.visit, cadres.c.token == counted.c.token))
    if after is not None:
        place = tuple_(counted.c.visits, counted.c.token)
        latest = latest.where(place < tuple_(literal(after.visits), literal(after.token)))
    return db.execute(latest.order_by(counted.c.visits.desc(), counted.c.token.desc()).limit(limit)).all()


def _counted_by_cadre(asked: Asked) -> Subquery:
    made = and_(visits.c.state == MADE, visits.c.day >= asked.since)
    family = func.coalesce(visits.c.household, entry_of(visits.c.person), visits.c.visit)
    counts = {
        "visits": made,
        DUE: and_(visits.c.state == PLANNED, visits.c.day >= asked.today),
        OVERDUE: and_(visits.c.state == PLANNED, visits.c.day < asked.today),
        "missed": and_(visits.c.state == MISSED, visits.c.day >= asked.since),
    }
    found = select(
        cadres.c.token,
        func.max(visits.c.position).label("latest"),
        func.count(distinct(case((made, family)))).label("families"),
        *(func.sum(case((what, 1), else_=0)).label(name) for name, what in counts.items()),
    ).join_from(cadres, visits, visits.c.visit == cadres.c.visit)
    found = found.join(merges, merges.c.person == visits.c.person, isouter=True)
    if asked.areas is not None:
        found = found.where(visits.c.area.in_(asked.areas))
    return found.group_by(cadres.c.token).subquery()


def _standing(asked: Asked) -> Subquery:
    """Return every family of the register, with how it stands."""
    families, made, planned = _families(asked.areas), _visits_to(MADE), _visits_to(PLANNED)
    last, due = func.coalesce(made.c.latest, NEVER), planned.c.earliest
    standing = case(
        (due < asked.today, OVERDUE),
        (last >= asked.since, VISITED),
        (due.is_(None), OVERDUE),
        else_=DUE,
    )
    return (
        select(families, last.label("last_visit"), due.label("due_on"), standing.label("standing"))
        .select_from(families)
        .outerjoin(made, made.c.family == families.c.family)
        .outerjoin(planned, planned.c.family == families.c.family)
        .subquery()
    )


def _families(areas: Areas) -> FromClause:
    """Return every household, and everybody who is supported and lives in none."""
    together = select(
        households.c.household.label("family"),
        households.c.area,
        households.c.number.label("household"),
    )
    entry, merged = entry_of(cases.c.head), merges.alias()
    lives = members.c.until.is_(None)
    under_own = exists().where(members.c.person == entry, lives)
    under_another = exists().where(merged.c.entry == entry, members.c.person == merged.c.person, lives)
    alone = select(entry.label("family"), func.min(cases.c.area).label("area"), null().label("household"))
    alone = alone.join_from(cases, merges, merges.c.person == cases.c.head, isouter=True)
    alone = alone.where(cases.c.household.is_(None), cases.c.state.in_(NOT_ENDED), ~under_own, ~under_another)
    everyone = union_all(together, alone.group_by(entry)).subquery()
    if areas is None:
        return everyone
    return select(everyone).where(everyone.c.area.in_(areas)).subquery()


def _visits_to(state: str) -> Subquery:
    """Return the first and the last day of the visits in this state to each family or person."""
    to = select(visits.c.household, visits.c.day, entry_of(visits.c.person).label("person"))
    to = to.join_from(visits, merges, merges.c.person == visits.c.person, isouter=True)
    told = to.where(visits.c.state == state).subquery()
    lives = and_(members.c.person == told.c.person, members.c.until.is_(None))
    under_another = and_(members.c.person == merges.c.person, members.c.until.is_(None))
    found = union_all(
        select(told.c.household.label("family"), told.c.day).where(told.c.household.is_not(None)),
        select(told.c.person, told.c.day).where(told.c.person.is_not(None)),
        select(members.c.household, told.c.day).join_from(told, members, lives),
        select(members.c.household, told.c.day)
        .join_from(told, merges, merges.c.entry == told.c.person)
        .join(members, under_another),
    ).subquery()
    return (
        select(
            found.c.family,
            func.max(found.c.day).label("latest"),
            func.min(found.c.day).label("earliest"),
        )
        .group_by(found.c.family)
        .subquery()
    )
