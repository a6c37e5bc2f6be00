"""The record of officials: who they are, what they may do, what they did, what is held against them."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, String, select
from sqlalchemy import Row as Found

from domain.errors.number import GivenNumber
from domain.inspections.discipline_lead import DisciplineLead
from domain.kernel import Event
from domain.officials.official import Official
from domain.tolerance.review import ToleranceReview
from projections.columns import Identity, Instant, Number
from projections.kernel import Projection
from projections.official_acts import ACTS, BY_THE_LOT
from projections.rows import Rows

official_record = Projection("official_record", version=5)

officials = official_record.table(
    "officials",
    Column("official", Identity, primary_key=True),
    Column("login", String, nullable=False),
    Column("name", String, nullable=False),
    Column("unit", String, nullable=False),
    Index("by_login", "login"),
)
"""`name` is sealed under the official's key."""

grants = official_record.table(
    "grants",
    Column("official", Identity, primary_key=True),
    Column("role", String, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("areas", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("granted_by", Identity, nullable=False),
    Column("revoked_by", Identity),
)
"""`areas` with a blank between them; `until` is the first day on which the role is held no longer so."""

kinship = official_record.table(
    "kinship",
    Column("official", Identity, primary_key=True),
    Column("relative", Identity, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("relation", String, nullable=False),
    Column("since", Date, nullable=False),
    Column("until", Date),
    Column("declared_by", Identity, nullable=False),
)
"""`position` is that of the declaration, `until` the day on which it was withdrawn."""

acts = official_record.table(
    "acts",
    Column("official", Identity, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("role", String, nullable=False),
    Column("topic", String, nullable=False),
    Column("stream", Identity, nullable=False),
    Column("recorded_at", Instant, nullable=False),
)

RECENT = 10_000
"""Acts that are looked through for some kind: whoever took registers over has many times more."""

reviews = official_record.table(
    "reviews",
    Column("official", Identity, primary_key=True),
    Column("since", BigInteger, primary_key=True),
    Column("review", Identity, nullable=False),
    Column("number", Number, nullable=False),
    Column("area", String, nullable=False),
)
"""Reviews of tolerance by the officials concerned; `since` is the position of the draft. How one stands,
its own history says."""

official_record.ignores(
    GivenNumber, DisciplineLead, *BY_THE_LOT
)  # what is followed up stays in its compartment
official_record.enters(
    acts,
    *ACTS,
    official="by",
    topic="TOPIC",
    stream="originator_id",
)


@official_record.on(Official.Registered)
def register(rows: Rows, event: Official.Registered) -> None:
    rows.add(officials, official=event.stream, login=event.login, name=event.name, unit=event.works_in)


@official_record.on(Official.RoleGranted, touching={grants: ("originator_id", "granted")})
def grant(rows: Rows, event: Official.RoleGranted) -> None:
    _end(rows, event, event.granted)
    rows.add(
        grants,
        official=event.stream,
        role=event.granted,
        position=event.position,
        areas=" ".join(event.areas),
        since=event.on,
        granted_by=event.by,
    )


@official_record.on(Official.RoleRevoked, touching={grants: ("originator_id", "revoked")})
def revoke(rows: Rows, event: Official.RoleRevoked) -> None:
    _end(rows, event, event.revoked)


@official_record.on(Official.KinshipDeclared)
def declare_kinship(rows: Rows, event: Official.KinshipDeclared) -> None:
    rows.add(
        kinship,
        official=event.stream,
        relative=event.relative,
        position=event.position,
        relation=event.relation,
        since=event.on,
        declared_by=event.by,
    )


@official_record.on(Official.KinshipWithdrawn, touching={kinship: ("originator_id", "relative")})
def withdraw_kinship(rows: Rows, event: Official.KinshipWithdrawn) -> None:
    for declared in rows.under(kinship, event.stream, event.relative):
        declared.until = declared.until or event.on


@official_record.on(ToleranceReview.Drafted)
def draft(rows: Rows, event: ToleranceReview.Drafted) -> None:
    for official in dict.fromkeys(event.officials):
        rows.add(
            reviews,
            official=official,
            since=event.position,
            review=event.stream,
            number=event.number,
            area=event.area,
        )


def _end(rows: Rows, event: Event, role: str) -> None:
    for held in rows.under(grants, event.stream, role):
        if held.until is None:
            held.until, held.revoked_by = event.on, event.by


def everyone(db: Connection) -> Sequence[Found[Any]]:
    """Return all officials, by login."""
    return db.execute(select(officials).order_by(officials.c.login)).all()


def holding(db: Connection, roles: Collection[str]) -> Sequence[Found[Any]]:
    """Return officials who hold any of the roles at present, by unit and login: once a role, with `areas`."""
    found = select(officials, grants.c.areas).where(grants.c.official == officials.c.official)
    found = found.where(grants.c.until.is_(None), grants.c.role.in_(roles))
    return db.execute(found.order_by(officials.c.unit, officials.c.login, grants.c.position)).all()


def official_with(db: Connection, login: str) -> Found[Any] | None:
    """Return the official who signs in under this name; None if there is none."""
    return db.execute(select(officials).where(officials.c.login == login)).one_or_none()


def named(db: Connection, some: Collection[UUID]) -> dict[UUID, Found[Any]]:
    """Return those of the officials who are on record, by identity."""
    rows = db.execute(select(officials).where(officials.c.official.in_(some))).all()
    return {row.official: row for row in rows}


def grants_of(db: Connection, official: UUID) -> Sequence[Found[Any]]:
    """Return the roles that an official holds or held, in the order they were granted."""
    found = select(grants).where(grants.c.official == official)
    return db.execute(found.order_by(grants.c.position)).all()


def kinship_of(db: Connection, official: UUID) -> Sequence[Found[Any]]:
    """Return the relatives that are or were declared for an official, in the order of the declarations."""
    found = select(kinship).where(kinship.c.official == official)
    return db.execute(found.order_by(kinship.c.position)).all()


def kinship_in_force(db: Connection) -> Sequence[Found[Any]]:
    """Return every declaration of a relative that was not withdrawn, in the order they were made."""
    found = select(kinship).where(kinship.c.until.is_(None))
    return db.execute(found.order_by(kinship.c.position)).all()


def reviews_of(
    db: Connection, official: UUID, *, areas: Collection[str] | None = None, limit: int = 20
) -> Sequence[Found[Any]]:
    """Return the reviews of tolerance about an official's errors, the latest first; None for all areas."""
    found = select(reviews).where(reviews.c.official == official)
    if areas is not None:
        found = found.where(reviews.c.area.in_(areas))
    return db.execute(found.order_by(reviews.c.since.desc()).limit(limit)).all()


def acts_of(
    db: Connection, official: UUID, *, before: int | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return what an official did, the latest first, from before a position on."""
    found = select(acts).where(acts.c.official == official)
    if before is not None:
        found = found.where(acts.c.position < before)
    return db.execute(found.order_by(acts.c.position.desc()).limit(limit)).all()


def acts_like(
    db: Connection, official: UUID, topics: Collection[str], *, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return what an official did of these kinds, the latest first, among the last RECENT acts of theirs."""
    recent = select(acts).where(acts.c.official == official)
    last = recent.order_by(acts.c.position.desc()).limit(RECENT).subquery()
    found = select(last).where(last.c.topic.in_(topics))
    return db.execute(found.order_by(last.c.position.desc()).limit(limit)).all()
