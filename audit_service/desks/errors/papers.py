"""The papers of an error as PDF: for whoever may read the error, named by their running number."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.errors.printing import notice_paper, receipt_paper
from audit_service.desks.handing_out import as_file
from audit_service.desks.reader import AtOffice, Reader
from audit_service.office import Office
from audit_service.reports.papers import Paper
from audit_service.reports.printing import printed

router = APIRouter(prefix="/errors", include_in_schema=False)


@router.get("/{error_number}/receipt.pdf")
def print_receipt(office: AtOffice, identity: Reader, error_number: str, report: int = 0) -> Response:
    """Hand out the receipt for a report: the first, or the one at the position that is asked for."""
    found = readable_error(office, identity, error_number)
    return _as_pdf(office, receipt_paper(office, found, found.report_at(report)))


@router.get("/{error_number}/notice.pdf")
def print_notice(request: Request, office: AtOffice, identity: Reader, error_number: str) -> Response:
    """Hand out the correction notice in force."""
    found = readable_error(office, identity, error_number)
    return _as_pdf(office, notice_paper(office, found, request.app.state.origin))


def _as_pdf(office: Office, paper: Paper) -> Response:
    content = printed(paper, fonts_dir=office.fonts_dir)
    headers = {"Content-Disposition": as_file(f"{paper.number}.pdf")}
    return Response(content, media_type="application/pdf", headers=headers)
