"""Deadlines through the API: what is due by when, for whom."""

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import Field

from audit_service.api.reader import Reader
from audit_service.desks.deadlines.search import DeadlineFilter, DeadlinesAnswer, listed
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/deadlines", tags=["tolerance"])


class DeadlinePage(DeadlineFilter):
    """Which deadlines are listed, and which page of them."""

    after: Annotated[
        str,
        Field(description="The page begins after this place, as the last answer's `next`.", max_length=80),
    ] = ""
    limit: Annotated[int, Field(description="Deadlines on a page.", ge=1, le=200)] = 50


@router.get("")
def read_deadlines(
    office: AtOffice, identity: Reader, page: Annotated[DeadlinePage, Query()]
) -> DeadlinesAnswer:
    """List what is due, the most urgent first: reviews, correction notices, questions and queries."""
    return listed(office, identity, page, after=page.after, limit=page.limit)
