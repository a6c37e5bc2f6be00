"""Leads through the API: the list, and one lead."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from audit_service.api.paging import FromPosition
from audit_service.api.reader import Reader
from audit_service.desks.leads.looking import Filter, LeadAnswer, LeadsAnswer, listed, readable_lead
from audit_service.desks.leads.sides import SideAnswer, sides_of
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/leads", tags=["leads"])


class Page(Filter, FromPosition):
    """Which leads are listed, and which page of them."""


@router.get("")
def read_leads(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> LeadsAnswer:
    """List leads, the one that waits longest first, in the areas of the official."""
    return listed(office, identity, page, after=page.after, limit=page.limit)


class WithSides(LeadAnswer):
    """A lead with what does not fit together."""

    sides: list[SideAnswer]
    """The earlier first; empty where the lead is about one decision alone."""


@router.get("/{lead}")
def read_lead(lead: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader) -> WithSides:
    """Read what the service noticed, the two sides of it, and what became of it."""
    found = readable_lead(office, identity, lead)
    return WithSides(**found.model_dump(), sides=sides_of(office, found))
