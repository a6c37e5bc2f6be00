"""Discipline leads and whom they concern: the one view of that compartment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Select, String, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.inspections.discipline_lead import FOLLOWED, OPEN, REFERRED, SET_ASIDE, DisciplineLead
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import OPEN_TO_ALL_ROLES
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows

discipline_leads = Projection("discipline_leads", version=1)

leads = discipline_leads.table(
    "leads",
    Column("lead", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("recorded", BigInteger, nullable=False),
    Column("recorded_on", Date, nullable=False),
    Column("recorded_by", Identity, nullable=False),
    Column("area", String, nullable=False),
    Column("source", String, nullable=False),
    Column("text", String, nullable=False),
    Column("case_number", Number, nullable=False),
    Column("state", String, nullable=False),
    Column("settled_on", Date),
    Index("by_number", "number"),
    Index("by_state", "state", "recorded"),
    of=DisciplineLead,
)
"""`text` is sealed under the lead's own key; `recorded` is a position."""

concerned = discipline_leads.table(
    "concerned",
    Column("lead", Identity, primary_key=True),
    Column("official", Identity, primary_key=True),
)

discipline_leads.ignores(*OPEN_TO_ALL_ROLES)
discipline_leads.ignores(Case, Discovery, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household)
discipline_leads.ignores(Import, Lead, Official, Person, Question, Standards, Visit)


@discipline_leads.on(DisciplineLead.Recorded)
def record(rows: Rows, event: DisciplineLead.Recorded) -> None:
    rows.add(
        leads,
        lead=event.stream,
        number=event.number,
        recorded=event.position,
        recorded_on=event.on,
        recorded_by=event.by,
        area=event.area,
        source=event.source,
        text=event.text,
        case_number=event.case_number,
        state=OPEN,
    )
    for official in dict.fromkeys(event.officials):
        rows.add(concerned, lead=event.stream, official=official)


@discipline_leads.on(DisciplineLead.FollowedUp)
def follow_up(rows: Rows, event: DisciplineLead.FollowedUp) -> None:
    rows.of(leads, event.stream).state = FOLLOWED


@discipline_leads.on(DisciplineLead.Referred)
def refer(rows: Rows, event: DisciplineLead.Referred) -> None:
    _settle(rows, event, REFERRED)


@discipline_leads.on(DisciplineLead.SetAside)
def set_aside(rows: Rows, event: DisciplineLead.SetAside) -> None:
    _settle(rows, event, SET_ASIDE)


def _settle(rows: Rows, event: Event, state: str) -> None:
    row = rows.of(leads, event.stream)
    row.state, row.settled_on = state, event.on


@dataclass(frozen=True, kw_only=True)
class SoughtLeads:
    """Which discipline leads are looked for; what is not said does not matter."""

    reader: UUID
    """Who must not be among those concerned."""
    areas: Collection[str] | None = None
    state: str = ""
    number: str = ""


def listed_leads(
    db: Connection, sought: SoughtLeads, *, before: int | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return the discipline leads that a reader may see, the latest first."""
    found = _among(select(leads), sought)
    if before is not None:
        found = found.where(leads.c.recorded < before)
    return db.execute(found.order_by(leads.c.recorded.desc()).limit(limit)).all()


def numbers_of(db: Connection, some: Collection[UUID], sought: SoughtLeads) -> dict[UUID, str]:
    """Return the numbers of those that are discipline leads which a reader may see, by identity."""
    found = _among(select(leads.c.lead, leads.c.number), sought).where(leads.c.lead.in_(some))
    return {row.lead: row.number for row in db.execute(found)}


def _among(statement: Select[Any], sought: SoughtLeads) -> Select[Any]:
    own = select(concerned.c.lead).where(concerned.c.official == sought.reader)
    statement = statement.where(leads.c.lead.not_in(own))
    if sought.areas is not None:
        statement = statement.where(leads.c.area.in_(sought.areas))
    for name in ("state", "number"):
        if value := getattr(sought, name):
            statement = statement.where(leads.c[name] == value)
    return statement


def concerned_by(db: Connection, some: Collection[UUID]) -> dict[UUID, list[UUID]]:
    """Return whom these discipline leads concern, by lead."""
    found = select(concerned).where(concerned.c.lead.in_(some)).order_by(concerned.c.official)
    told: dict[UUID, list[UUID]] = {}
    for row in db.execute(found):
        told.setdefault(row.lead, []).append(row.official)
    return told
