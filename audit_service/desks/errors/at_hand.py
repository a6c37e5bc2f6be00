"""What a command about an error is carried out on: the error, its case, the catalogue."""

from uuid import UUID

from audit_service.desks.desk import Desk
from audit_service.desks.errors.refusals import NotAttachedHere
from audit_service.desks.kin import keep_apart
from domain.cases.case import Case
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.identities import CATALOGUE_ID
from projections.error_lists import error_numbered

NOWHERE = UUID(int=0)
"""Identity of what is not on record."""


def the_error(desk: Desk, number: str) -> ErrorRecord:
    """Return the error that a command is about, in an area of the official's.

    Raises NotOnRecord, NotYourArea, OwnRelative, and StaleVersion if it is not as the official saw it.
    """
    found = desk.ask(error_numbered, number)
    error = desk.get(ErrorRecord, found.error_id if found else NOWHERE)
    desk.enter(error.area)
    case_of(desk, error)
    return desk.as_seen(error)


def case_of(desk: Desk, error: ErrorRecord) -> Case | None:
    """Return the case of an error; None for a family that is not covered. Raises OwnRelative."""
    if error.case is None:
        return None
    case = desk.get(Case, error.case)
    keep_apart(desk.official, case, desk.find)
    return case


def attached(
    desk: Desk, evidence: tuple[UUID, ...], *, error: UUID | None, case: UUID | None, number: str
) -> tuple[UUID, ...]:
    """Return the documents, each once, which are attached to the error or its case. Raises NotAttachedHere.

    `number` is that of the error.
    """
    for identity in evidence:
        document = desk.find(Document, identity)
        place = document.place if document else None
        if place is None or (place.error != error and (place.case is None or place.case != case)):
            raise NotAttachedHere(document=str(identity), number=number)
    return tuple(dict.fromkeys(evidence))


def the_catalogue(desk: Desk) -> ErrorCatalogue:
    """Return the office's catalogue of errors, empty before the first is published."""
    return desk.find(ErrorCatalogue, CATALOGUE_ID) or ErrorCatalogue.blank(CATALOGUE_ID)
