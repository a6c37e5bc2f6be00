"""Reviews of tolerance through the API: the docket, a review, its history, the rules."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from audit_service.api.paging import LATEST
from audit_service.api.reader import Reader
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from
from audit_service.desks.tolerance.answers import (
    ReviewAnswer,
    ReviewHistoryAnswer,
    review_answer,
    review_history_answer,
)
from audit_service.desks.tolerance.dossier import ReviewDossier, readable_review
from audit_service.desks.tolerance.rules_answers import RulesOfToleranceAnswer, editions_answer
from audit_service.desks.tolerance.search import ReviewsAnswer, ToleranceFilter, listed

router = APIRouter(prefix="/tolerance", tags=["tolerance"])

Number = Annotated[str, Path(max_length=60)]


class TolerancePage(ToleranceFilter):
    """Which reviews are listed, and which page of them."""

    before: Annotated[
        int | None, Field(description="The page begins before this position of a draft.", ge=1, lt=LATEST)
    ] = None
    limit: Annotated[int, Field(description="Reviews on a page.", ge=1, le=200)] = 50


@router.get("")
def read_reviews(
    office: AtOffice, identity: Reader, page: Annotated[TolerancePage, Query()]
) -> ReviewsAnswer:
    """List the reviews that the official may read, the latest begun first."""
    return listed(office, identity, page, before=page.before, limit=page.limit)


@router.get("/rules")
def read_rules_of_tolerance(office: AtOffice, _: Reader) -> list[RulesOfToleranceAnswer]:
    """Read the rules of tolerance, the latest published first and the sample last."""
    return editions_answer(office)


@router.get("/{review_number}")
def read_review(
    review_number: Number, office: AtOffice, identity: Reader, response: Response
) -> ReviewAnswer:
    """Read a review as it stands."""
    return review_answer(_found(office, identity, review_number, response))


@router.get("/{review_number}/history")
def read_review_history(
    review_number: Number, office: AtOffice, identity: Reader, response: Response
) -> ReviewHistoryAnswer:
    """Read what happened in a review: who, when, why, and what became different."""
    return review_history_answer(_found(office, identity, review_number, response))


def _found(office: AtOffice, identity: Reader, review_number: str, response: Response) -> ReviewDossier:
    found = readable_review(office, identity, review_number)
    built_from(response, found.position, version=found.review.version)
    return found
