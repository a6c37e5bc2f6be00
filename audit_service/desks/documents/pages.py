"""The page with the documents of a case, and the address that each is opened at."""

from uuid import UUID

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse, Response

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.cases.dossier import readable_dossier
from audit_service.desks.cases.frame import Day, Minute, frame
from audit_service.desks.documents.listing import documents_of
from audit_service.desks.documents.opening import (
    document_of_case,
    document_of_error,
    document_of_visit,
    download,
)
from audit_service.desks.documents.words import size, type_name
from audit_service.desks.reader import AtOffice, Reader
from audit_service.web.rendering import render

router = APIRouter(include_in_schema=False)


@router.get("/cases/{case_number}/documents")
def show_documents(
    request: Request,
    office: AtOffice,
    identity: Reader,
    case_number: str,
    valid_on: Day = None,
    known_at: Minute = None,
    recorded: int = 0,
) -> HTMLResponse:
    """Show the documents of a case, as they are known or as they were known at a moment."""
    found = readable_dossier(office, identity, case_number, valid_on=valid_on, known_at=known_at)
    roles = COMMANDS["attach_document"].roles
    may_attach = identity.role_for(roles, [found.case.area]) is not None and not (valid_on or known_at)
    return render(
        request,
        "documents.html",
        **frame(office, found, valid_on, current=2),
        just_recorded=recorded,
        documents=documents_of(office, case=found.case.id, upto=found.position if known_at else None),
        may_attach=may_attach,
        size=size,
        type_name=type_name,
    )


@router.get("/cases/{case_number}/documents/{document}", response_class=Response)
def open_document(office: AtOffice, identity: Reader, case_number: str, document: UUID) -> Response:
    """Open a document. Who opened it is recorded."""
    return download(office, identity, document_of_case(office, identity, case_number, document))


@router.get("/errors/{error_number}/evidence/{document}", response_class=Response)
def open_evidence(office: AtOffice, identity: Reader, error_number: str, document: UUID) -> Response:
    """Open a document of an error that is in no case. Who opened it is recorded."""
    return download(office, identity, document_of_error(office, identity, error_number, document))


@router.get("/visits/{visit}/photos/{document}", response_class=Response)
def open_photo(office: AtOffice, identity: Reader, visit: str, document: UUID) -> Response:
    """Open a photo or a paper of a visit. Who opened it is recorded."""
    return download(office, identity, document_of_visit(office, identity, visit, document))
