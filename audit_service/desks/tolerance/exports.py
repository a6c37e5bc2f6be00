"""The docket of tolerance as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.listing import back_to_list, narrowed_by
from audit_service.desks.reader import AtOffice, Reader
from audit_service.desks.tolerance.columns import DOCKET
from audit_service.desks.tolerance.search import ReviewRow, ToleranceFilter, listed
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.tables import Kind

AT_ONCE = 1000
"""Reviews that are read at a time."""

router = APIRouter(include_in_schema=False)


@router.get("/tolerance.{kind}")
def export_reviews(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all reviews that are asked for, of those that the reader may read."""
    wanted = narrowed_by(request, ToleranceFilter).command()
    if wanted is None:
        return back_to_list(request)
    return DOCKET.answer(identity, _every_review(office, identity, wanted), kind, office.today())


def _every_review(office: Office, identity: Identity, wanted: ToleranceFilter) -> Iterator[ReviewRow]:
    before: int | None = None
    while True:
        answer = listed(office, identity, wanted, before=before, limit=AT_ONCE)
        yield from answer.reviews
        before = answer.next
        if before is None:
            return
