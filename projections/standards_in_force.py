"""The living standards of the office, planned and in force, and the adjustments to them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy import BigInteger, Column, Connection, Date, LargeBinary, String, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import LivingStandard, Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Instant, Position
from projections.kernel import Projection
from projections.rows import Rows

standards_in_force = Projection("standards_in_force", version=1)

standards = standards_in_force.table(
    "standards",
    Column("reference", String, primary_key=True),
    Column("programme", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("monthly_amount", BigInteger, nullable=False),
    Column("effective_from", Date, nullable=False),
    Column("standard", LargeBinary, nullable=False),
    Column("published_by", Identity, nullable=False),
    Column("position", BigInteger, nullable=False),
)
"""`standard` is the whole of it, as JSON."""

adjustments = standards_in_force.table(
    "adjustments",
    Column("position", Position, primary_key=True),
    Column("reference", String, nullable=False),
    Column("area", String, nullable=False),
    Column("cases", BigInteger, nullable=False),
    Column("exceptions", BigInteger, nullable=False),
    Column("total_before", BigInteger, nullable=False),
    Column("total_after", BigInteger, nullable=False),
    Column("by", Identity, nullable=False),
    Column("on", Date, nullable=False),
    Column("recorded_at", Instant, nullable=False),
)
"""Totals in fen a month."""

standards_in_force.ignores(*ACCOUNTABILITY)
standards_in_force.ignores(
    Case, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Lead, Official, Person, Visit
)
standards_in_force.ignores(Discovery, Import, Question, Standards.ReviewPeriodPublished)


@dataclass(frozen=True)
class Published:
    """A standard of the catalogue."""

    standard: LivingStandard
    published_by: UUID
    position: int
    planned: bool
    """Whether it is not yet in force on the day asked about."""


@standards_in_force.on(Standards.Published)
def publish(rows: Rows, event: Standards.Published) -> None:
    facts = {name: getattr(event, name) for name in LivingStandard.__dataclass_fields__}
    rows.add(
        standards,
        reference=event.reference,
        programme=event.programme,
        kind=event.kind,
        monthly_amount=event.monthly_amount,
        effective_from=event.effective_from,
        standard=msgspec.json.encode(facts),
        published_by=event.by,
        position=event.position,
    )


@standards_in_force.on(Standards.AdjustmentCarriedOut)
def carry_out_adjustment(rows: Rows, event: Standards.AdjustmentCarriedOut) -> None:
    rows.add(
        adjustments,
        position=event.position,
        reference=event.reference,
        area=event.area,
        cases=event.cases,
        exceptions=event.exceptions,
        total_before=event.total_before,
        total_after=event.total_after,
        by=event.by,
        on=event.on,
        recorded_at=event.recorded_at,
    )


def catalogue(db: Connection, on: date) -> list[Published]:
    """Return every standard, the latest in force first, as planned or in force on the day."""
    rows = db.execute(select(standards).order_by(standards.c.effective_from.desc(), standards.c.reference))
    return [_published(row, on) for row in rows]


def standard_named(db: Connection, reference: str, on: date) -> Published | None:
    """Return the standard with this reference; None if there is none."""
    row = db.execute(select(standards).where(standards.c.reference == reference)).one_or_none()
    return _published(row, on) if row else None


def adjustments_to(db: Connection, reference: str) -> Sequence[Found[Any]]:
    """Return the adjustments to a standard that were carried out, in their order."""
    found = select(adjustments).where(adjustments.c.reference == reference)
    return db.execute(found.order_by(adjustments.c.position)).all()


def _published(row: Found[Any], on: date) -> Published:
    standard = msgspec.json.decode(row.standard, type=LivingStandard)
    return Published(standard, row.published_by, row.position, standard.is_planned(on))
