"""The list of discipline leads as a file, for who reads it on its page."""

from collections.abc import Iterator

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.discipline.columns import DISCIPLINE_LEADS
from audit_service.desks.discipline.commands import AT
from audit_service.desks.discipline.looking import DisciplineLeadAnswer, Filter, check_inspector, listed
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.reports.tables import Kind

router = APIRouter(include_in_schema=False)


@router.get(f"{AT}.{{kind}}")
def export_discipline_leads(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all discipline leads that are asked for and that the reader may see, the latest first."""
    check_inspector(identity)

    def every(wanted: Filter) -> Iterator[DisciplineLeadAnswer]:
        return every_row(
            lambda before: listed(office, identity, wanted, before=before, limit=AT_ONCE),
            lambda page: page.leads,
        )

    return DISCIPLINE_LEADS.asked_by(request, Filter, identity, every, kind, office.today())
