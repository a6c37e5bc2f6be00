"""The register of leads: what the service noticed, and what became of it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Select, String, func, or_, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import OPEN, RESOLVED, SET_ASIDE, TAKEN_UP, Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.kin import is_apart, stands_apart
from projections.rows import Rows
from projections.shape import Row

lead_register = Projection("lead_register", version=2)

leads = lead_register.table(
    "leads",
    Column("lead", Identity, primary_key=True),
    Column("kind", String, nullable=False),
    Column("state", String, nullable=False),
    Column("case_id", Identity),
    Column("case_number", Number, nullable=False),
    Column("person", Identity),
    Column("other", Identity),
    Column("area", String, nullable=False),
    Column("decision", BigInteger, nullable=False),
    Column("first", BigInteger, nullable=False),
    Column("decided_by", Identity),
    Column("from_month", Date),
    Column("expected", BigInteger, nullable=False),
    Column("found", BigInteger, nullable=False),
    Column("detail", String, nullable=False),
    Column("found_on", Date, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("settled_on", Date),
    Column("settled_by", Identity),
    Column("reason", String),
    Column("outcome", String),
    Column("error", Identity),
    Index("by_state", "state", "position"),
    Index("by_case", "case_id"),
    Index("by_person", "person"),
    of=Lead,
)
"""Amounts in fen. A lead is about a case and a decision on it, or about a person, whose entry `first` does
not fit what was recorded by `decision`. `position` is that of the lead
itself: the lower it is, the longer the lead waits."""

lead_register.ignores(*ACCOUNTABILITY)
lead_register.ignores(
    Case, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Official, Person, Standards, Visit
)
lead_register.ignores(Discovery, Import, Question)


@lead_register.on(Lead.Found)
def find(rows: Rows, event: Lead.Found) -> None:
    rows.add(
        leads,
        lead=event.stream,
        kind=event.kind,
        state=OPEN,
        case_id=event.case,
        case_number=event.case_number,
        area=event.area,
        decision=event.decision,
        first=0,
        decided_by=event.decided_by,
        from_month=event.from_month,
        expected=event.expected,
        found=event.found,
        detail=event.detail,
        found_on=event.on,
        position=event.position,
    )


@lead_register.on(Lead.Noticed)
def notice(rows: Rows, event: Lead.Noticed) -> None:
    rows.add(
        leads,
        lead=event.stream,
        kind=event.kind,
        state=OPEN,
        case_number="",
        person=event.person,
        other=event.other,
        area=event.area,
        decision=event.second,
        first=event.first,
        expected=0,
        found=0,
        detail="",
        found_on=event.on,
        position=event.position,
    )


@lead_register.on(Lead.Resolved)
def resolve(rows: Rows, event: Lead.Resolved) -> None:
    _settle(rows, event, RESOLVED).outcome = event.outcome


@lead_register.on(Lead.TakenUp)
def take_up(rows: Rows, event: Lead.TakenUp) -> None:
    _settle(rows, event, TAKEN_UP).error = event.error


@lead_register.on(Lead.SetAside)
def set_aside(rows: Rows, event: Lead.SetAside) -> None:
    _settle(rows, event, SET_ASIDE).reason = event.reason


def _settle(rows: Rows, event: Event, state: str) -> Row:
    row = rows.of(leads, event.stream)
    row.state, row.settled_on, row.settled_by = state, event.on, event.by
    return row


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which leads are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    kind: str = ""
    state: str = ""
    case_number: str = ""
    people: Collection[UUID] | None = None
    found_by: date | None = None
    """Found on this day or before it."""
    apart_from: Collection[UUID] = ()
    """Whose cases, and those of the households they live in, may not be concerned."""


def listed(db: Connection, sought: Sought, *, after: int = 0, limit: int = 50) -> Sequence[Found[Any]]:
    """Return leads, the one that waits longest first, from the one after a position on."""
    found = _among(select(leads), sought).where(leads.c.position > after)
    return db.execute(found.order_by(leads.c.position).limit(limit)).all()


def tallied(
    db: Connection, areas: Collection[str] | None = None, apart_from: Collection[UUID] = ()
) -> dict[str, int]:
    """Return how many leads of each kind wait for somebody to look at them."""
    sought = Sought(areas=areas, state=OPEN, apart_from=apart_from)
    found = _among(select(leads.c.kind, func.count().label("number")), sought)
    return {row.kind: row.number for row in db.execute(found.group_by(leads.c.kind))}


def lead_with(db: Connection, identity: UUID) -> Found[Any] | None:
    """Return the lead with this identity; None if there is none."""
    return db.execute(select(leads).where(leads.c.lead == identity)).one_or_none()


def _among(statement: Select[Any], sought: Sought) -> Select[Any]:
    if sought.areas is not None:
        statement = statement.where(leads.c.area.in_(sought.areas))
    for column, wanted in ((leads.c.kind, sought.kind), (leads.c.state, sought.state)):
        if wanted:
            statement = statement.where(column == wanted)
    if sought.case_number:
        statement = statement.where(leads.c.case_number == sought.case_number)
    if sought.people is not None:
        statement = statement.where(or_(leads.c.person.in_(sought.people), leads.c.other.in_(sought.people)))
    if sought.found_by is not None:
        statement = statement.where(leads.c.found_on <= sought.found_by)
    if sought.apart_from:
        statement = statement.where(is_apart(leads.c.case_id, sought.apart_from))
        for person in (leads.c.person, leads.c.other):
            statement = statement.where(stands_apart(person, sought.apart_from))
    return statement
