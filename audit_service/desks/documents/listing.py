"""The documents of a case, of an error record or of a visit, as both doors tell of them."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from projections import document_register


class DocumentAnswer(BaseModel):
    """A document, without what it holds."""

    document: UUID
    title: str
    media_type: str
    size: int
    """Bytes."""
    content_hash: str
    """SHA-256 of the contents as they are kept, sealed."""
    attached_by: str
    """Name of the official."""
    attached_at: datetime
    position: int
    superseded_by: UUID | None


def documents_of(
    office: Office,
    *,
    case: UUID | None = None,
    error: UUID | None = None,
    visit: UUID | None = None,
    upto: int | None = None,
) -> list[DocumentAnswer]:
    """Return the documents of a case, of an error record or of a visit, the latest first.

    As known at a position, if one is given. Whether they may be read is for the caller to ask.
    """
    with office.views.connect() as views:
        rows = document_register.attached_to(views, case=case, error=error, visit=visit, upto=upto)
    names = Names.of(office, {row.attached_by for row in rows})
    titles = office.vault.open_many(row.title for row in rows)
    known = [row.superseded_by if _known(row.superseded_at, upto) else None for row in rows]
    return [
        DocumentAnswer(
            document=row.document,
            title=title or _(ERASED),
            media_type=row.media_type,
            size=row.size,
            content_hash=row.content_hash,
            attached_by=names.official(row.attached_by),
            attached_at=row.attached_at,
            position=row.position,
            superseded_by=superseded_by,
        )
        for row, title, superseded_by in zip(rows, titles, known, strict=True)
    ]


def _known(position: int | None, upto: int | None) -> bool:
    return position is not None and (upto is None or position <= upto)
