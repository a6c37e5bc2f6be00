"""The rows of an import as a workbook, with the reasons beside them: to be corrected and sent in again."""

from collections.abc import Iterator
from tempfile import TemporaryFile
from typing import IO, Annotated

from fastapi import APIRouter, Query
from starlette.responses import RedirectResponse, Response, StreamingResponse

from audit_service.desks.handing_out import as_file
from audit_service.desks.imports.rows import report_of
from audit_service.desks.imports.words import RowOutcome
from audit_service.desks.reader import AtOffice, Reader
from audit_service.ledgers.outcomes import Outcome
from audit_service.ledgers.report import write_workbook
from audit_service.reports.tables import MEDIA_TYPES
from audit_service.web.addresses import path_to
from domain.imports.refusals import RowsClosed

PIECE = 1 << 16

router = APIRouter(include_in_schema=False)


@router.get("/imports/{import_number}/rows.xlsx", response_class=Response)
def export_rows(
    office: AtOffice,
    identity: Reader,
    import_number: str,
    file: Annotated[int, Query(ge=1, lt=1000)] = 1,
    outcome: RowOutcome | None = None,
) -> Response:
    """Hand out the rows of a file as they were, with the reasons beside them."""
    try:
        _, report = report_of(office, identity, import_number, file)
    except RowsClosed:
        return RedirectResponse(f"{path_to('/imports', import_number)}/openings", status_code=303)
    rows = report.rows(report.places(Outcome(outcome) if outcome else None))
    workbook = TemporaryFile()  # noqa: SIM115 - closed when it is sent
    with office.imports.sent(import_number).aside() as folder:
        write_workbook(rows, workbook, folder)
    return StreamingResponse(
        _pieces(workbook),
        media_type=MEDIA_TYPES["xlsx"],
        headers={"Content-Disposition": as_file(f"{import_number}-{file}.xlsx")},
    )


def _pieces(workbook: IO[bytes]) -> Iterator[bytes]:
    with workbook:
        workbook.seek(0)
        yield from iter(lambda: workbook.read(PIECE), b"")
