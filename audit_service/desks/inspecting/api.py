"""The reports for inspectors through the API."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.inspecting import late, segregation
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/reports", tags=["reports"])

From = Annotated[int | None, Field(description="The page is before this position.", ge=1, lt=LATEST)]
Many = Annotated[int, Field(description="Rows on a page.", ge=1, le=200)]


class BreachesPage(segregation.Filter):
    """Which breaches are listed, and which page of them."""

    before: From = None
    limit: Many = 50


class RecordingsPage(late.Filter):
    """Which recordings are listed, and which page of them."""

    before: From = None
    limit: Many = 50


@router.get("/segregation")
def read_segregation(
    office: AtOffice, identity: Reader, page: Annotated[BreachesPage, Query()]
) -> segregation.BreachesAnswer:
    """List what should not have been done by one person, in the whole record, the latest first."""
    return segregation.listed(office, identity, page, page.before, page.limit)


@router.get("/late")
def read_late(
    office: AtOffice, identity: Reader, page: Annotated[RecordingsPage, Query()]
) -> late.RecordingsAnswer:
    """List what was recorded long after it happened or changed after a notice, the latest first."""
    return late.listed(office, identity, page, page.before, page.limit)
