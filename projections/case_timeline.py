"""The timeline of cases: one row an event of a case, as the record keeps it."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Column, Connection, Index, Integer, LargeBinary, String, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Instant, Position
from projections.kernel import Projection

Decode = Callable[[str, UUID, int, bytes], Event]
"""Makes an event from its topic, stream, version and stored bytes: the record's codec does."""

case_timeline = Projection("case_timeline", version=1)

entries = case_timeline.table(
    "entries",
    Column("position", Position, primary_key=True),
    Column("case_id", Identity, nullable=False),
    Column("version", Integer, nullable=False),
    Column("topic", String, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("stored", LargeBinary, nullable=False),
    Index("by_case", "case_id", "position"),
)
"""`stored` is the event as the record keeps it, with its personal fields sealed."""

case_timeline.ignores(*ACCOUNTABILITY)
case_timeline.ignores(
    Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Lead, Official, Person, Standards, Visit
)
case_timeline.ignores(Discovery, Import, Question)
case_timeline.enters(
    entries, *Case.EVENTS, case_id="originator_id", version="originator_version", topic="TOPIC"
)


def timeline(
    db: Connection, case_id: UUID, *, upto: int | None = None, limit: int | None = None
) -> Sequence[Found[Any]]:
    """Return the entries of a case, as known at a position; the latest first."""
    found = select(entries).where(entries.c.case_id == case_id)
    if upto is not None:
        found = found.where(entries.c.position <= upto)
    return db.execute(found.order_by(entries.c.position.desc()).limit(limit)).all()


def event_of(entry: Found[Any], decode: Decode) -> Event:
    """Return the event that an entry shows, with its position and time."""
    event = decode(entry.topic, entry.case_id, entry.version, entry.stored)
    vars(event).update(position=entry.position, recorded_at=entry.recorded_at, stored=entry.stored)
    return event
