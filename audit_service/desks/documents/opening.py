"""Opening what a document holds: for those who may read what it is attached to, and never unnoticed."""

from typing import Final
from urllib.parse import quote
from uuid import UUID

from starlette.responses import Response

from audit_service.desks.cases.dossier import readable_dossier
from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.visits.looking import readable_visit
from audit_service.documents.failures import ContentsChanged
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord, StaleVersion
from audit_service.store.sealing import NotGenuine
from audit_service.store.submission import Submission
from domain.documents.document import JPEG, PDF, PNG, XLSX, Document
from domain.kernel import Act
from projections import document_register

ENDINGS: Final = {PDF: "pdf", JPEG: "jpg", PNG: "png", XLSX: "xlsx"}


def document_of_case(office: Office, identity: Identity, number: str, document: UUID) -> Document:
    """Return a document of a case that the official may read. Raises NotOnRecord, NotYourArea."""
    case = readable_dossier(office, identity, number).case
    found = office.record.get(Document, document)
    if found.about != case.id:
        raise NotOnRecord(document)
    return found


def document_of_error(office: Office, identity: Identity, number: str, document: UUID) -> Document:
    """Return a document of an error that the official may read. Raises NotOnRecord, NotYourArea."""
    error = readable_error(office, identity, number).error
    found = office.record.get(Document, document)
    if found.about != error.id:
        raise NotOnRecord(document)
    return found


def document_of_visit(office: Office, identity: Identity, number: str, document: UUID) -> Document:
    """Return a photo or a paper of a visit that the official may read. Raises NotOnRecord, NotYourArea."""
    visit = readable_visit(office, identity, number)
    found = office.record.get(Document, document)
    if found.about != visit.visit:
        raise NotOnRecord(document)
    return found


def download(office: Office, identity: Identity, document: Document) -> Response:
    """Return what the document holds, and record who opened it. Whether they may is for the caller to ask.

    Raises ContentsMissing, ContentsChanged, KeyDestroyed, StoreUnavailable.
    """
    content = _opened(office, document)
    _record(office, identity, document)
    media_type = document.contents.media_type
    named = quote(f"{_title(office, document)}.{ENDINGS[media_type]}", safe="")
    return Response(
        content,
        media_type=media_type,
        headers={
            "Content-Disposition": f"attachment; filename*=UTF-8''{named}",
            "X-Content-Type-Options": "nosniff",
            "Cache-Control": "no-store",
        },
    )


def _opened(office: Office, document: Document) -> bytes:
    sealed = office.documents.folder.get(document.contents.content_hash)
    try:
        return office.vault.open_bytes(document.subject, document.id, sealed)
    except NotGenuine:
        raise ContentsChanged from None


def _title(office: Office, document: Document) -> str:
    with office.views.connect() as views:
        sealed = document_register.title_of(views, document.id)
    return (office.vault.open_many([sealed])[0] if sealed else None) or str(document.id)


def _record(office: Office, identity: Identity, document: Document) -> None:
    """Record that the official opened the document; nothing is shown unless that is on record."""
    roles = identity.business_roles
    role = identity.role_for(roles, [document.place.area]) or next(iter(roles), "")
    act = Act(by=identity.official, role=role, unit=identity.unit, on=office.today())
    while True:
        document.open(act)
        try:
            office.record.keep(Submission(aggregates=(document,)))
        except StaleVersion:  # somebody else opened it at the same time
            document = office.record.get(Document, document.id)
        else:
            return
