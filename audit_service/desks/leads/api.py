"""Leads through the API: the list, and one lead."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.leads.looking import Filter, LeadAnswer, LeadsAnswer, listed, readable_lead
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/leads", tags=["leads"])


class Page(Filter):
    """Which leads are listed, and which page of them."""

    after: Annotated[int, Field(description="Position after which the page begins.", ge=0, lt=LATEST)] = 0
    limit: Annotated[int, Field(description="Leads on a page.", ge=1, le=200)] = 50


@router.get("")
def read_leads(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> LeadsAnswer:
    """List leads, the one that waits longest first, in the areas of the official."""
    return listed(office, identity, page, after=page.after, limit=page.limit)


@router.get("/{lead}")
def read_lead(lead: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader) -> LeadAnswer:
    """Read what the service noticed, and what became of it."""
    return readable_lead(office, identity, lead)
