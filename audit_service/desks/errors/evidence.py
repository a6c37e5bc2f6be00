"""The documents that an error is shown by: those of its case, or its own, and which are its evidence."""

from dataclasses import dataclass
from uuid import UUID

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.documents.listing import DocumentAnswer, documents_of
from audit_service.desks.documents.words import size, type_name
from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.kinds import Choice
from audit_service.web.wording import instant


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """What the page of an error shows of documents."""

    documents: list[DocumentAnswer]
    """Of the case, or of the error itself where there is none; the latest first."""
    named: frozenset[UUID]
    """Those that the error was substantiated by."""
    at: str
    """Address that each is opened under."""
    attach_at: str
    """Where another is attached, and under which each is superseded; empty if the reader may not."""


def evidence_of(office: Office, identity: Identity, found: ErrorDossier) -> Evidence:
    """Return the documents of the case that an error is in, or its own."""
    error = found.error
    entry = COMMANDS["attach_evidence"]
    may_attach = identity.role_for(entry.roles, [error.area]) is not None
    own = entry.form_at.format(error_number=error.number)
    return Evidence(
        documents=_documents(office, error.case, error.id),
        named=frozenset(error.evidence),
        at=f"/cases/{error.case_number}/documents" if error.case else own,
        attach_at=own if may_attach else "",
    )


def to_choose(office: Office, found: ErrorDossier) -> list[Choice]:
    """Return the documents that can be named as evidence, each with its kind, its day and who attached it."""
    return choices_of(office, case=found.error.case, error=found.error.id)


def choices_of(office: Office, *, case: UUID | None, error: UUID | None) -> list[Choice]:
    """Return the documents of an error's case, else of the error itself, that can be named as evidence."""
    documents = [each for each in _documents(office, case, error) if each.superseded_by is None]
    return [Choice(str(each.document), each.title, _described(each)) for each in documents]


def _described(document: DocumentAnswer) -> str:
    kind = f"{type_name(document.media_type)} · {size(document.size)}"
    return f"{kind} · {instant(document.attached_at)} · {document.attached_by}"


def _documents(office: Office, case: UUID | None, error: UUID | None) -> list[DocumentAnswer]:
    return documents_of(office, error=error) if case is None else documents_of(office, case=case)
