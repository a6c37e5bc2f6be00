"""Prior filings through the API: the list, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.filings.looking import FilingInFull, FilingsAnswer, Filter, listed, readable_filing
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from

router = APIRouter(prefix="/filings", tags=["filings"])


class Page(Filter):
    """Which filings are listed, and which page of them."""

    before: Annotated[
        int | None, Field(description="Position before which the page begins.", ge=1, lt=LATEST)
    ] = None
    limit: Annotated[int, Field(description="Filings on a page.", ge=1, le=200)] = 50


@router.get("")
def read_filings(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> FilingsAnswer:
    """List what units try, are going to try and have tried, the latest first, where the official may see."""
    return listed(office, identity, page, before=page.before, limit=page.limit)


@router.get("/{filing}")
def read_filing(
    filing: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader, response: Response
) -> FilingInFull:
    """Read a measure that was filed beforehand, its limits, and what the organ said."""
    found = readable_filing(office, identity, filing)
    built_from(response, found.events[-1].position, version=found.filing.version)
    return found.answer
