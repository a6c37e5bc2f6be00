"""The register of errors, and the notices that are due, as files."""

from collections.abc import Iterator
from datetime import date

from fastapi import APIRouter, Request
from starlette.responses import Response

from audit_service.desks.errors.columns import DESK_COLUMNS, ERRORS, NOTICES_DUE, WAITING, in_a_file
from audit_service.desks.errors.listing import DESK_LISTS
from audit_service.desks.errors.search import (
    ErrorFilter,
    ErrorRow,
    ListName,
    listed,
    notices_due,
    waiting_for,
)
from audit_service.desks.handing_out import Handout
from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.reports.tables import Kind

DESK = {
    what: Handout(f"errors-desk-{what}", title, in_a_file(DESK_COLUMNS.get(what, WAITING)))
    for what, (title, _empty) in DESK_LISTS.items()
}
"""The lists of a desk."""

router = APIRouter(include_in_schema=False)


@router.get("/errors.{kind}")
def export_errors(request: Request, office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all errors that are asked for, in the areas of the reader."""

    def every(wanted: ErrorFilter) -> Iterator[ErrorRow]:
        return every_row(
            lambda before: listed(office, identity, wanted, before=before, limit=AT_ONCE),
            lambda page: page.errors,
        )

    return ERRORS.asked_by(request, ErrorFilter, identity, every, kind, office.today())


@router.get("/errors/desk/{what}.{kind}")
def export_desk(office: AtOffice, identity: Reader, what: ListName, kind: Kind) -> Response:
    """Hand out all errors that wait for the reader in one list of their desk."""
    every = every_row(
        lambda before: waiting_for(office, identity, what, before=before, limit=AT_ONCE),
        lambda page: page.errors,
    )
    return DESK[what].answer(identity, every, kind, office.today())


@router.get("/errors/notices.{kind}")
def export_notices(office: AtOffice, identity: Reader, kind: Kind) -> Response:
    """Hand out all errors whose correction notice was not complied with yet, the most urgent first."""
    return NOTICES_DUE.answer(identity, _every_notice(office, identity), kind, office.today())


def _every_notice(office: Office, identity: Identity) -> Iterator[ErrorRow]:
    after: tuple[date, int] | None = None
    while rows := notices_due(office, identity, after=after, limit=AT_ONCE):
        yield from rows
        last = rows[-1]
        after = (last.due_on or date.max, last.reported)
