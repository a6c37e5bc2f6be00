"""Discipline leads through the API: the list, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.discipline.commands import AT
from audit_service.desks.discipline.looking import (
    DisciplineLeadAnswer,
    DisciplineLeadsAnswer,
    Filter,
    listed,
    readable_lead,
)
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix=AT, tags=["discipline-leads"])


class Page(Filter):
    """Which discipline leads are listed, and which page of them."""

    before: Annotated[int | None, Field(description="The page is before this position.", ge=1, lt=LATEST)] = (
        None
    )
    limit: Annotated[int, Field(description="Leads on a page.", ge=1, le=200)] = 50


@router.get("")
def read_discipline_leads(
    office: AtOffice, identity: Reader, page: Annotated[Page, Query()]
) -> DisciplineLeadsAnswer:
    """List discipline leads, the latest first; 404 for everybody but inspectors."""
    return listed(office, identity, page, before=page.before, limit=page.limit)


@router.get("/{discipline_lead}")
def read_discipline_lead(
    discipline_lead: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader
) -> DisciplineLeadAnswer:
    """Read a discipline lead; 404 for everybody but inspectors whom it does not concern."""
    return readable_lead(office, identity, discipline_lead)
