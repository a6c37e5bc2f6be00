"""Saying through the API what one looks for, and who looked at what."""

from typing import Annotated

from fastapi import APIRouter, Path

from audit_service.api.paging import Before, Limit
from audit_service.api.reader import Reader
from audit_service.desks.looks.looking import (
    LooksAnswer,
    every_look,
    looks_at_case,
    looks_at_error,
    looks_at_review,
)
from audit_service.desks.looks.stating import ShowNames, StatePurpose, show_names, state
from audit_service.desks.reader import AtOffice

router = APIRouter(tags=["looks"])


@router.post("/purposes", status_code=204)
def state_purpose(office: AtOffice, identity: Reader, said: StatePurpose) -> None:
    """Say what you look at personal data for; it holds until the end of the day. For inspectors.

    409 if it is for an inspection that is over, or in which you take no part.
    """
    state(office, identity, said)


@router.post("/purposes/names", status_code=204)
def state_reason(office: AtOffice, identity: Reader, said: ShowNames) -> None:
    """Say why names have to be shown to you; they are from then on, until the end of the day."""
    show_names(office, identity, said)


@router.get("/reports/looks")
def read_looks(office: AtOffice, identity: Reader, before: Before = None, limit: Limit = 50) -> LooksAnswer:
    """List what inspectors looked at, the latest first."""
    return every_look(office, identity, before, limit)


@router.get("/cases/{number}/looks")
def read_looks_at_case(
    number: Annotated[str, Path(max_length=60)], office: AtOffice, identity: Reader, before: Before = None
) -> LooksAnswer:
    """List which inspectors looked at a case or its errors, the latest first."""
    return looks_at_case(office, identity, number, before)


@router.get("/errors/{error_number}/looks")
def read_looks_at_error(
    error_number: Annotated[str, Path(max_length=60)],
    office: AtOffice,
    identity: Reader,
    before: Before = None,
) -> LooksAnswer:
    """List which inspectors looked at an error or a review of it, the latest first."""
    return looks_at_error(office, identity, error_number, before)


@router.get("/tolerance/{review_number}/looks")
def read_looks_at_review(
    review_number: Annotated[str, Path(max_length=60)],
    office: AtOffice,
    identity: Reader,
    before: Before = None,
) -> LooksAnswer:
    """List which inspectors looked at a review of tolerance, the latest first."""
    return looks_at_review(office, identity, review_number, before)
