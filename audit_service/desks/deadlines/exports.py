"""The deadlines as a file."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.deadlines.columns import DEADLINES
from audit_service.desks.deadlines.search import DeadlineFilter, DeadlineRow, listed
from audit_service.desks.listing import back_to_list, narrowed_by
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.tables import Kind

AT_ONCE = 1000
"""Deadlines that are read at a time."""

router = APIRouter(include_in_schema=False)


@router.get("/deadlines.{kind}")
def export_deadlines(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out everything that is due, of what is asked for and the reader may see."""
    wanted = narrowed_by(request, DeadlineFilter).command()
    if wanted is None:
        return back_to_list(request)
    return DEADLINES.answer(identity, _every_deadline(office, identity, wanted), kind, office.today())


def _every_deadline(office: Office, identity: Identity, wanted: DeadlineFilter) -> Iterator[DeadlineRow]:
    after: str | None = ""
    while after is not None:
        answer = listed(office, identity, wanted, after=after, limit=AT_ONCE)
        yield from answer.deadlines
        after = answer.next
