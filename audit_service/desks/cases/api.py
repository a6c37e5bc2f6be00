"""Cases through the API: lists, a case in time, its history."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import AwareDatetime, Field

from audit_service.api.reader import Reader
from audit_service.desks.cases.answers import (
    CaseAnswer,
    HistoryAnswer,
    case_answer,
    history_answer,
)
from audit_service.desks.cases.comparing import ComparisonAnswer, When, compared, comparison_answer
from audit_service.desks.cases.dossier import Dossier, readable_dossier
from audit_service.desks.cases.reservations import reservations_answer
from audit_service.desks.cases.search import CasesAnswer, Filter, Who, cases_of, listed
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from

router = APIRouter(prefix="/cases", tags=["cases"])

MOST = 200
"""Cases that a search for a person answers at most."""

Number = Annotated[str, Path(max_length=60)]
ValidOn = Annotated[date | None, Query(description="The day the facts are true on; today if left out.")]
KnownAt = Annotated[
    AwareDatetime | None, Query(description="The moment up to which they were known; now if left out.")
]


class Page(Filter):
    """Which cases are listed, and which page of them."""

    after: Annotated[str, Field(description="Number after which the page begins.", max_length=60)] = ""
    limit: Annotated[int, Field(description="Cases on a page.", ge=1, le=200)] = 50


@router.get("")
def read_cases(office: AtOffice, identity: Reader, page: Annotated[Page, Query()]) -> CasesAnswer:
    """List cases by number, in the areas of the official."""
    return listed(office, identity, page, after=page.after, limit=page.limit)


@router.post("/search")
def search_cases(office: AtOffice, identity: Reader, who: Who) -> CasesAnswer:
    """Find the cases of a person by name or id number. Posted, so that no address tells who it is."""
    return cases_of(office, identity, who, MOST)


@router.get("/{number}")
def read_case(
    number: Number,
    office: AtOffice,
    identity: Reader,
    response: Response,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
) -> CaseAnswer:
    """Read a case as it is, as it was on a day, and as it was known at a moment."""
    found = readable_dossier(office, identity, number, valid_on=valid_on, known_at=known_at)
    _tell_positions(response, found)
    return case_answer(office, found)


@router.get("/{number}/history")
def read_history(
    number: Number, office: AtOffice, identity: Reader, response: Response, known_at: KnownAt = None
) -> HistoryAnswer:
    """Read what happened to a case: who, when, why, and what became different."""
    found = readable_dossier(office, identity, number, known_at=known_at)
    _tell_positions(response, found)
    return history_answer(office, found)


@router.get("/{number}/compare")
def read_comparison(
    number: Number,
    office: AtOffice,
    identity: Reader,
    response: Response,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
    other_valid_on: ValidOn = None,
    other_known_at: KnownAt = None,
) -> ComparisonAnswer:
    """Read a case at two moments: what differs, what was recorded in between, who decided on what."""
    one, other = When(valid_on, known_at), When(other_valid_on, other_known_at)
    found = compared(office, identity, number, one, other)
    _tell_positions(response, found.whole)
    return comparison_answer(office, found)


@router.get("/{number}/reservations")
def read_reservations(
    number: Number,
    office: AtOffice,
    identity: Reader,
    response: Response,
    decision: Annotated[
        int, Query(ge=0, lt=2**63, description="Position of the decision; all of them if 0.")
    ] = 0,
) -> HistoryAnswer:
    """Read what was held against a decision: opinions reserved, and objections to orders on the case."""
    found = readable_dossier(office, identity, number)
    _tell_positions(response, found)
    return reservations_answer(office, found, decision)


def _tell_positions(response: Response, found: Dossier) -> None:
    built_from(response, found.position, version=found.case.version)
