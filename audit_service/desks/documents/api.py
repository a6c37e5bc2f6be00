"""Documents through the API: those of a case, and what one holds."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel

from audit_service.api.reader import Reader
from audit_service.desks.cases.dossier import readable_dossier
from audit_service.desks.documents.listing import DocumentAnswer, documents_of
from audit_service.desks.documents.opening import (
    document_of_case,
    document_of_error,
    document_of_visit,
    download,
)
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from
from domain.documents.document import TYPES

router = APIRouter()

Number = Annotated[str, Path(max_length=60)]

HOLDS: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "What the document holds.",
        "content": {media_type: {"schema": {"type": "string", "format": "binary"}} for media_type in TYPES},
    }
}


class DocumentsAnswer(BaseModel):
    """The documents that are attached to a case, the latest first."""

    number: str
    position: int
    documents: list[DocumentAnswer]


@router.get("/cases/{number}/documents", tags=["cases"])
def read_documents(number: Number, office: AtOffice, identity: Reader, response: Response) -> DocumentsAnswer:
    """List the documents of a case, with the hash of what each holds and what superseded it."""
    found = readable_dossier(office, identity, number)
    built_from(response, found.position, version=found.case.version)
    return DocumentsAnswer(
        number=found.case.number,
        position=found.position,
        documents=documents_of(office, case=found.case.id),
    )


@router.get("/cases/{number}/documents/{document}", response_class=Response, responses=HOLDS, tags=["cases"])
def read_document(number: Number, document: UUID, office: AtOffice, identity: Reader) -> Response:
    """Open a document. Who opened it is recorded."""
    return download(office, identity, document_of_case(office, identity, number, document))


@router.get(
    "/errors/{error_number}/evidence/{document}", response_class=Response, responses=HOLDS, tags=["errors"]
)
def read_evidence(error_number: Number, document: UUID, office: AtOffice, identity: Reader) -> Response:
    """Open a document of an error that is in no case. Who opened it is recorded."""
    return download(office, identity, document_of_error(office, identity, error_number, document))


@router.get("/visits/{visit}/photos/{document}", response_class=Response, responses=HOLDS, tags=["visits"])
def read_photo(visit: Number, document: UUID, office: AtOffice, identity: Reader) -> Response:
    """Open a photo or a paper of a visit. Who opened it is recorded."""
    return download(office, identity, document_of_visit(office, identity, visit, document))
