"""What is asked of the segregation report: breaches by their rule, and acts on relatives' cases.

Who is related to whom is declared at any time. What was done before that is told as "declared later":
nobody could refuse it then, and whoever did it may have known.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Date, Row, Select, Subquery, cast, literal, null, select, union_all

from domain.errors.duties import DECISION
from projections.case_register import cases, claimants
from projections.case_timeline import entries
from projections.needy_tables import members
from projections.official_record import acts, kinship
from projections.segregation_report import DUTY, ROLE, breaches, matters, parts

KIN, DECLARED_LATER = "kin", "kin_declared_later"
"""Rules: an act on the case of a relative who was declared; of one who was declared only afterwards."""

RULES = (DUTY, ROLE, KIN, DECLARED_LATER)

CALENDAR = ZoneInfo("Asia/Shanghai")
"""That of the days from which relatives are declared and households lived in."""


@dataclass(frozen=True, kw_only=True)
class SoughtBreaches:
    """Which breaches are looked for; what is not said does not matter."""

    rule: str = ""
    official: UUID | None = None
    areas: Collection[str] | None = None
    first: datetime | None = None
    """Recorded at or after this moment."""
    last: datetime | None = None
    """Recorded before this moment."""


@dataclass(frozen=True, kw_only=True)
class Breach:
    """One act that should not have been done by this person."""

    position: int
    rule: str
    person: UUID
    role: str
    topic: str
    recorded_at: datetime
    part: str
    had: str
    """The part that excludes it, or the relation that was declared; empty where the role has none."""
    had_topic: str
    had_on: date | None
    had_at: int | None
    """Position of what makes it so."""
    matter: UUID
    number: str = ""
    """Of the case, the error or the review."""
    case_id: UUID | None = None
    area: str = ""
    kind: str = ""
    """`case` or `error`; empty where it is on record no longer."""


def breaches_like(db: Connection, sought: SoughtBreaches) -> list[Breach]:
    """Return every breach like this, the latest recorded first."""
    found = [*_of_duties(db, sought), *_of_relatives(db, sought)]
    unique = {(each.position, each.person, each.rule): each for each in found}
    told = _located(db, list(unique.values()))
    return sorted(
        (each for each in told if sought.areas is None or each.area in sought.areas),
        key=lambda each: (-each.position, each.rule, each.person),
    )


TOLD = tuple(
    field.name for field in fields(Breach) if field.name not in {"number", "case_id", "area", "kind"}
)


def _of_duties(db: Connection, sought: SoughtBreaches) -> Iterator[Breach]:
    found = select(breaches)
    if sought.rule:
        found = found.where(breaches.c.rule == sought.rule)
    if sought.official:
        found = found.where(breaches.c.person == sought.official)
    for row in db.execute(_within(found, breaches.c.recorded_at, sought)):
        yield Breach(**{name: getattr(row, name) for name in TOLD})


def _of_relatives(db: Connection, sought: SoughtBreaches) -> Iterator[Breach]:
    if sought.rule not in {"", KIN, DECLARED_LATER}:
        return
    ties = _ties(sought.official)
    for statement, recorded_at in (
        (_acts_on_cases(ties), entries.c.recorded_at),
        (_parts_taken(ties), parts.c.recorded_at),
    ):
        for row in db.execute(_within(statement, recorded_at, sought)):
            breach = _of_relative(row)
            if breach and sought.rule in {"", breach.rule}:
                yield breach


def _of_relative(row: Row[Any]) -> Breach | None:
    """Return what somebody did on a relative's case; None if it was none when they did it."""
    on = row.recorded_at.astimezone(CALENDAR).date()
    if row.position < row.joined_at or any(end and end <= on for end in (row.left, row.until)):
        return None
    return Breach(
        **{name: getattr(row, name) for name in ("position", "person", "role", "topic", "recorded_at")},
        rule=KIN if row.declared_at < row.position else DECLARED_LATER,
        part="",
        had=row.relation,
        had_topic="official.kinship_declared",
        had_on=row.since,
        had_at=row.declared_at,
        matter=row.matter,
    )


def _ties(official: UUID | None) -> Subquery:
    """Return which cases officials have relatives in, as claimants or in the household, and for how long."""
    declared = (
        kinship.c.official.label("person"),
        kinship.c.relation,
        kinship.c.position.label("declared_at"),
        kinship.c.since,
        kinship.c.until,
    )
    claimed = select(
        *declared, claimants.c.case_id, literal(0).label("joined_at"), cast(null(), Date).label("left")
    )
    claimed = claimed.where(claimants.c.person == kinship.c.relative)
    lived_in = select(*declared, cases.c.case_id, members.c.joined_at, members.c.until)
    lived_in = lived_in.where(
        members.c.person == kinship.c.relative, cases.c.household == members.c.household
    )
    each = (claimed, lived_in)
    if official is not None:
        each = (claimed.where(kinship.c.official == official), lived_in.where(kinship.c.official == official))
    return union_all(*each).subquery("ties")


def _acts_on_cases(ties: Subquery) -> Select[Any]:
    told = (entries.c.position, entries.c.topic, entries.c.recorded_at, entries.c.case_id.label("matter"))
    found = select(ties, *told, acts.c.role).where(entries.c.case_id == ties.c.case_id)
    return found.where(acts.c.official == ties.c.person, acts.c.position == entries.c.position)


def _parts_taken(ties: Subquery) -> Select[Any]:
    told = (parts.c.position, parts.c.topic, parts.c.recorded_at, parts.c.matter, parts.c.role)
    found = select(ties, *told).where(matters.c.case_id == ties.c.case_id, parts.c.matter == matters.c.matter)
    return found.where(parts.c.person == ties.c.person, parts.c.topic != DECISION)


def _within(statement: Select[Any], recorded_at: Any, sought: SoughtBreaches) -> Select[Any]:
    if sought.first is not None:
        statement = statement.where(recorded_at >= sought.first)
    if sought.last is not None:
        statement = statement.where(recorded_at < sought.last)
    return statement


def _located(db: Connection, found: list[Breach]) -> Iterator[Breach]:
    """Yield the breaches with what they are about: a case, or an error or a review of one."""
    about = {each.matter for each in found}
    concerned = select(matters).where(matters.c.matter.in_(about))
    some = {row.matter: row for row in db.execute(concerned)}
    known = select(cases.c.case_id, cases.c.number, cases.c.area).where(
        cases.c.case_id.in_(about - some.keys())
    )
    here = {row.case_id: row for row in db.execute(known)}
    for each in found:
        yield _placed(each, some, here)


def _placed(each: Breach, some: Mapping[UUID, Any], here: Mapping[UUID, Any]) -> Breach:
    row = some.get(each.matter) or here.get(each.matter)
    if row is None:
        return each
    values = {name: getattr(each, name) for name in TOLD}
    return Breach(
        **values,
        number=row.number,
        area=row.area,
        case_id=row.case_id,
        kind="case" if each.matter in here else row.kind,
    )
