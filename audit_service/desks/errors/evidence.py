"""The documents that an error is shown by: those of its case, and which of them are its evidence."""

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
    """Of the case, the latest first."""
    named: frozenset[UUID]
    """Those that the error was substantiated by."""
    at: str
    """Address that each is opened under; empty where there is no case."""
    attach_at: str
    """Where another is attached; empty if the reader may not."""


def evidence_of(office: Office, identity: Identity, found: ErrorDossier) -> Evidence:
    """Return the documents of the case that an error is in."""
    error = found.error
    entry = COMMANDS["attach_document"]
    may_attach = error.case is not None and identity.role_for(entry.roles, [error.area]) is not None
    return Evidence(
        documents=documents_of(office, case=error.case) if error.case else [],
        named=frozenset(error.evidence),
        at=f"/cases/{error.case_number}/documents" if error.case else "",
        attach_at=entry.form_at.format(number=error.case_number) if may_attach else "",
    )


def to_name(office: Office, found: ErrorDossier) -> str:
    """Return the documents that can be named as evidence, one a line, to be filled in already."""
    if found.error.case is None:
        return ""
    documents = documents_of(office, case=found.error.case)
    return "\n".join(str(each.document) for each in documents if each.superseded_by is None)
