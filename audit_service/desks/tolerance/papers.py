"""The papers of a review of tolerance as PDF, each with the signed receipt that proves it.

For the officials concerned, whoever has a part in it, the organ, and who reads reviews in their area.
`letter` is the position of what the paper is about; without it, the last one is handed out.
"""

from fastapi import APIRouter
from starlette.responses import Response

from audit_service.desks.handing_out import as_file
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.tolerance import letters
from audit_service.desks.tolerance.dossier import ReviewDossier, readable_review
from audit_service.office import Office
from audit_service.reports.papers import Paper
from audit_service.reports.printing import printed
from domain.kernel import Event

router = APIRouter(prefix="/tolerance", include_in_schema=False)


@router.get("/{review_number}/clarification.pdf")
def print_clarification(office: AtOffice, identity: Reader, review_number: str, letter: int = 0) -> Response:
    """Hand out the letter by which the organ made known that nothing is held against the officials."""
    found = readable_review(office, identity, review_number)
    return _as_pdf(office, letters.clarification_letter(found, letter))


@router.get("/{review_number}/clarification.json")
def download_clarification(
    office: AtOffice, identity: Reader, review_number: str, letter: int = 0
) -> Response:
    """Hand out the signed receipt of the clarification."""
    found = readable_review(office, identity, review_number)
    return _as_json(found, letters.cleared(found, letter), "clarification")


@router.get("/{review_number}/notice.pdf")
def print_notice(office: AtOffice, identity: Reader, review_number: str, letter: int = 0) -> Response:
    """Hand out the notification of what was determined."""
    found = readable_review(office, identity, review_number)
    return _as_pdf(office, letters.determination_notice(found, letter))


@router.get("/{review_number}/notice.json")
def download_notice(office: AtOffice, identity: Reader, review_number: str, letter: int = 0) -> Response:
    """Hand out the signed receipt of the notification."""
    found = readable_review(office, identity, review_number)
    return _as_json(found, letters.notified(found, letter), "notice")


def _as_pdf(office: Office, paper: Paper) -> Response:
    content = printed(paper, fonts_dir=office.fonts_dir)
    headers = {"Content-Disposition": as_file(f"{paper.number}.pdf")}
    return Response(content, media_type="application/pdf", headers=headers)


def _as_json(found: ReviewDossier, event: Event, kind: str) -> Response:
    headers = {"Content-Disposition": as_file(letters.file_of(found, kind))}
    content = letters.receipt_for(found, event).to_json()
    return Response(content, media_type="application/json", headers=headers)
