"""The register of documents: one row a document, with what superseded it."""

from collections.abc import Collection, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Index, String, select
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
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Instant
from projections.kernel import Projection
from projections.rows import Rows

document_register = Projection("document_register", version=2)

documents = document_register.table(
    "documents",
    Column("document", Identity, primary_key=True),
    Column("case_id", Identity),
    Column("error", Identity),
    Column("visit", Identity),
    Column("area", String, nullable=False),
    Column("title", String, nullable=False),
    Column("media_type", String, nullable=False),
    Column("size", BigInteger, nullable=False),
    Column("content_hash", String, nullable=False),
    Column("attached_by", Identity, nullable=False),
    Column("attached_at", Instant, nullable=False),
    Column("position", BigInteger, nullable=False),
    Column("superseded_by", Identity),
    Column("superseded_at", BigInteger),
    Index("by_case", "case_id", "position"),
    Index("by_error", "error", "position"),
    Index("by_visit", "visit", "position"),
    of=Document,
)
"""`title` is sealed under the key of whom the document is about; `superseded_at` is a position."""

document_register.ignores(*ACCOUNTABILITY)
document_register.ignores(
    Case,
    Document.Opened,
    ErrorCatalogue,
    ErrorRecord,
    GivenNumber,
    Household,
    Lead,
    Official,
    Person,
    Standards,
    Visit,
)
document_register.ignores(Discovery, Import, Question)


@document_register.on(Document.Attached)
def attach(rows: Rows, event: Document.Attached) -> None:
    rows.add(
        documents,
        document=event.stream,
        case_id=event.case,
        error=event.error,
        visit=event.visit,
        area=event.area,
        title=event.title,
        media_type=event.media_type,
        size=event.size,
        content_hash=event.content_hash,
        attached_by=event.by,
        attached_at=event.recorded_at,
        position=event.position,
    )


@document_register.on(Document.Superseded)
def supersede(rows: Rows, event: Document.Superseded) -> None:
    row = rows.of(documents, event.stream)
    row.superseded_by, row.superseded_at = event.newer, event.position


def attached_to(
    db: Connection,
    *,
    case: UUID | None = None,
    error: UUID | None = None,
    visit: UUID | None = None,
    upto: int | None = None,
) -> Sequence[Found[Any]]:
    """Return the documents of a case, of an error record or of a visit, the latest first.

    Up to a position, where one is given: what was attached later is left out.
    """
    found = select(documents)
    if case is not None:
        found = found.where(documents.c.case_id == case)
    if error is not None:
        found = found.where(documents.c.error == error)
    if visit is not None:
        found = found.where(documents.c.visit == visit)
    if upto is not None:
        found = found.where(documents.c.position <= upto)
    return db.execute(found.order_by(documents.c.position.desc())).all()


def titled(db: Connection, some: Collection[UUID]) -> dict[UUID, str]:
    """Return the sealed titles of those of the documents that are on record, by identity."""
    found = select(documents.c.document, documents.c.title).where(documents.c.document.in_(some))
    return {row.document: row.title for row in db.execute(found)}


def title_of(db: Connection, document: UUID) -> str | None:
    """Return the sealed title of a document; None if it is not in the register yet."""
    return db.scalars(select(documents.c.title).where(documents.c.document == document)).one_or_none()
