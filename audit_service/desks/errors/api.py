"""Errors through the API: filtered lists, what waits for the reader, an error, its history, its receipt."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import Field

from audit_service.api.paging import LATEST, Before, Limit
from audit_service.api.reader import Reader
from audit_service.desks.errors.answers import (
    ErrorAnswer,
    ErrorHistoryAnswer,
    ReceiptAnswer,
    error_answer,
    error_history_answer,
    receipt_answer,
)
from audit_service.desks.errors.catalogue_answers import (
    EditionAnswer,
    RulesAnswer,
    editions_answer,
    rules_answer,
)
from audit_service.desks.errors.dossier import ErrorDossier, readable_error
from audit_service.desks.errors.search import (
    ErrorFilter,
    ErrorRow,
    ErrorsAnswer,
    ListName,
    listed,
    notices_due,
    waiting_for,
)
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from

router = APIRouter(prefix="/errors", tags=["errors"])

Number = Annotated[str, Path(max_length=60)]


class ErrorPage(ErrorFilter):
    """Which errors are listed, and which page of them."""

    before: Annotated[
        int | None, Field(description="The page begins before this position of a report.", ge=1, lt=LATEST)
    ] = None
    limit: Annotated[int, Field(description="Errors on a page.", ge=1, le=200)] = 50


@router.get("")
def read_errors(office: AtOffice, identity: Reader, page: Annotated[ErrorPage, Query()]) -> ErrorsAnswer:
    """List errors in the areas of the official, the latest reported first."""
    return listed(office, identity, page, before=page.before, limit=page.limit)


@router.get("/waiting/{what}")
def read_waiting(
    what: ListName,
    office: AtOffice,
    identity: Reader,
    before: Before = None,
    limit: Limit = 50,
) -> ErrorsAnswer:
    """List what waits for the official, but for errors that they have a part in which keeps them from it."""
    return waiting_for(office, identity, what, before=before, limit=limit)


@router.get("/notices")
def read_notices(office: AtOffice, identity: Reader, limit: Limit = 50) -> list[ErrorRow]:
    """List errors whose correction notice was not complied with yet, the most urgent first."""
    return notices_due(office, identity, limit=limit)


@router.get("/catalogue")
def read_catalogue(office: AtOffice, _: Reader) -> list[EditionAnswer]:
    """Read the catalogues of errors that were published, the latest in force first."""
    return editions_answer(office)


@router.get("/rules")
def read_rules(office: AtOffice, _: Reader) -> RulesAnswer:
    """Read the recovery policies and periods of review that were published, in their order."""
    return rules_answer(office)


@router.get("/{error_number}")
def read_error(error_number: Number, office: AtOffice, identity: Reader, response: Response) -> ErrorAnswer:
    """Read an error as it stands."""
    return error_answer(office, _found(office, identity, error_number, response))


@router.get("/{error_number}/history")
def read_error_history(
    error_number: Number, office: AtOffice, identity: Reader, response: Response
) -> ErrorHistoryAnswer:
    """Read what happened to an error: who, when, why, and what became different."""
    return error_history_answer(office, _found(office, identity, error_number, response))


@router.get("/{error_number}/receipt")
def read_receipt(
    error_number: Number,
    office: AtOffice,
    identity: Reader,
    response: Response,
    report: Annotated[int, Query(description="Position of the report; the first if 0.", ge=0, lt=LATEST)] = 0,
) -> ReceiptAnswer:
    """Read the signed receipt of a report, which is the same whenever it is asked for."""
    return receipt_answer(office, _found(office, identity, error_number, response), report)


def _found(office: AtOffice, identity: Reader, error_number: str, response: Response) -> ErrorDossier:
    found = readable_error(office, identity, error_number)
    built_from(response, found.position, version=found.error.version)
    return found
