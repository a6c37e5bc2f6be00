"""Precedents through the API, what the record tells of an error, and how others decided."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.precedents.facts import FactsAnswer, facts_answer
from audit_service.desks.precedents.looking import Filter, PrecedentsAnswer, listed
from audit_service.desks.precedents.substitution import SubstitutionAnswer, substitution_of
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from

router = APIRouter(tags=["precedents"])

ErrorNumber = Annotated[str, Path(max_length=60)]


class Page(Filter):
    """Which determinations are listed, and which page of them."""

    before: Annotated[
        int | None, Field(description="Position before which the page begins.", ge=1, lt=LATEST)
    ] = None
    limit: Annotated[int, Field(description="Determinations on a page.", ge=1, le=200)] = 50


@router.get("/precedents")
def read_precedents(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> PrecedentsAnswer:
    """List what the organ determined, the latest first, with how it spreads; nobody is named."""
    wanted = Filter(**page.model_dump(exclude={"before", "limit"}))
    return listed(office, identity, wanted, before=page.before, limit=page.limit)


@router.get("/errors/{error_number}/facts")
def read_facts(
    error_number: ErrorNumber, office: AtOffice, identity: Reader, response: Response
) -> FactsAnswer:
    """Read what the record tells of an error about each factor: facts, never ratings."""
    found = readable_error(office, identity, error_number)
    built_from(response, found.position, version=found.error.version)
    return facts_answer(office, found)


@router.get("/errors/{error_number}/substitution")
def read_substitution(
    error_number: ErrorNumber, office: AtOffice, identity: Reader, response: Response
) -> SubstitutionAnswer | None:
    """Read how other decisions on the same evidence went; null where there is no decision to compare."""
    found = readable_error(office, identity, error_number)
    built_from(response, found.position, version=found.error.version)
    return substitution_of(office, found.error)
