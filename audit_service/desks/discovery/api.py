"""Discoveries through the API: the list, and one of them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query

from audit_service.api.paging import FromPosition
from audit_service.api.reader import Reader
from audit_service.desks.discovery.looking import (
    DiscoveriesAnswer,
    DiscoveryAnswer,
    Filter,
    listed,
    readable_discovery,
)
from audit_service.desks.reader import AtOffice

router = APIRouter(prefix="/discoveries", tags=["discoveries"])


class Page(Filter, FromPosition):
    """Which discoveries are listed, and which page of them."""


@router.get("")
def read_discoveries(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> DiscoveriesAnswer:
    """List families that may be entitled, the one that waits longest first, in the areas of the official."""
    return listed(office, identity, page, after=page.after, limit=page.limit)


@router.get("/{discovery}")
def read_discovery(
    discovery: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader
) -> DiscoveryAnswer:
    """Read what was noticed about a family, and what became of it."""
    return readable_discovery(office, identity, discovery)
