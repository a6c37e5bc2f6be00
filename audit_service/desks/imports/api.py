"""Imports through the API: sending files in, how far it is, and what became of each row."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from pydantic import BaseModel, Field

from audit_service.api.paging import LATEST, Before, Limit
from audit_service.api.reader import Reader
from audit_service.desks.imports.listing import ImportsAnswer, listed
from audit_service.desks.imports.looking import ImportAnswer, readable_import, told
from audit_service.desks.imports.receiving import FILES, received
from audit_service.desks.imports.rows import RowFilter, RowsAnswer, report_of, rows_of
from audit_service.desks.reader import AtOffice
from audit_service.ledgers.telling import as_json

router = APIRouter(prefix="/imports", tags=["imports"])

Number = Annotated[str, Path(max_length=60)]

SENT = {
    "requestBody": {
        "required": True,
        "content": {
            "multipart/form-data": {
                "schema": {
                    "type": "object",
                    "required": [FILES],
                    "properties": {FILES: {"type": "array", "items": {"type": "string", "format": "binary"}}},
                }
            }
        },
    }
}
"""How the body of an upload is described: it is taken piece by piece, so the framework does not read it."""


class SentAnswer(BaseModel):
    """What was sent in is being looked at."""

    number: str
    at: str
    """Where it is told how far it is."""


class Rows(RowFilter):
    """Which rows are listed, and which page of them."""

    file: Annotated[int, Field(description="Number of the file, from 1.", ge=1, lt=1000)] = 1
    after: Annotated[int, Field(description="Place after which the page begins.", ge=-1, lt=LATEST)] = -1
    limit: Annotated[int, Field(description="Rows on a page.", ge=1, le=200)] = 50


@router.get("")
def read_imports(
    office: AtOffice, identity: Reader, before: Before = None, limit: Limit = 50
) -> ImportsAnswer:
    """List the imports, the latest first."""
    return listed(office, identity, before=before or LATEST, limit=limit)


@router.post("", status_code=202, openapi_extra=SENT)
async def send_files(request: Request, office: AtOffice, identity: Reader, response: Response) -> SentAnswer:
    """Send registers in as XLSX, XLS or CSV. Nothing is recorded before it is asked for."""
    sent = await received(request, office, identity)
    at = f"{request.scope['root_path']}/imports/{sent.number}"
    response.headers["Location"] = at
    return SentAnswer(number=sent.number, at=at)


@router.get("/{import_number}")
def read_import(
    import_number: Number, office: AtOffice, identity: Reader, response: Response
) -> ImportAnswer:
    """Read how far an import is, and what was found in its files."""
    answer = told(office, readable_import(office, identity, import_number))
    response.headers["ETag"] = f'"{answer.version}"'
    return answer


@router.get("/{import_number}/rows")
def read_rows(
    import_number: Number, office: AtOffice, identity: Reader, page: Annotated[Rows, Query()]
) -> RowsAnswer:
    """Read what became of each row of a file, or would: with the reasons and the repairs.

    409 until you have opened the rows today, for a purpose.
    """
    _, report = report_of(office, identity, import_number, page.file)
    rows, following = rows_of(report, page, after=page.after, limit=page.limit)
    return RowsAnswer(rows=list(map(as_json, rows)), left=report.left, next=following)
