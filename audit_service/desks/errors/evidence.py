"""The documents that an error is shown by: those of its case, or its own, and which are its evidence."""

from dataclasses import dataclass
from uuid import UUID

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.documents.listing import DocumentAnswer, documents_of
from audit_service.desks.errors.dossier import ErrorDossier
from audit_service.desks.office import Office
from audit_service.identity.identity import Identity


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
    """Where another is attached; empty if the reader may not."""


def evidence_of(office: Office, identity: Identity, found: ErrorDossier) -> Evidence:
    """Return the documents of the case that an error is in, or its own."""
    error = found.error
    entry = COMMANDS["attach_document" if error.case else "attach_evidence"]
    may_attach = identity.role_for(entry.roles, [error.area]) is not None
    numbers = {"number": error.case_number, "error_number": error.number}
    return Evidence(
        documents=_documents(office, found),
        named=frozenset(error.evidence),
        at=f"/cases/{error.case_number}/documents" if error.case else f"/errors/{error.number}/evidence",
        attach_at=entry.form_at.format_map(numbers) if may_attach else "",
    )


def to_name(office: Office, found: ErrorDossier) -> str:
    """Return the documents that can be named as evidence, one a line, to be filled in already."""
    documents = _documents(office, found)
    return "\n".join(str(each.document) for each in documents if each.superseded_by is None)


def _documents(office: Office, found: ErrorDossier) -> list[DocumentAnswer]:
    if found.error.case is None:
        return documents_of(office, error=found.error.id)
    return documents_of(office, case=found.error.case)
