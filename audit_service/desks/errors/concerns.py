"""Which errors an official has a part in: reported, decided, named in a notice, or any other."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.errors.names import part_name
from audit_service.desks.errors.search import readable_by
from audit_service.desks.office import Office
from audit_service.identity.identity import Identity
from projections.error_lists import SoughtErrors, error_numbers_of, parts_of_person

MOST = 50
"""Parts that are shown with an official, the latest."""


class ConcernAnswer(BaseModel):
    """A part that an official has in an error."""

    error: str
    """Number of the error."""
    element: str
    state: str
    part: str
    """In the reader's language."""
    own_report: bool
    """Whether the error was reported by who had a part in the decision."""
    before_discovery: bool
    due_on: date | None
    position: int


def concerns_of(office: Office, reader: Identity, official: UUID) -> list[ConcernAnswer]:
    """Return the parts of an official, the latest first: all for themselves, else what the reader sees."""
    sought = SoughtErrors() if official == reader.official else readable_by(reader)
    with office.views.connect() as views:
        rows = parts_of_person(views, official, sought, limit=MOST)
    return [
        ConcernAnswer(
            error=row.number,
            element=row.element,
            state=row.state,
            part=part_name(row.part),
            own_report=row.own,
            before_discovery=row.before_discovery,
            due_on=row.due_on,
            position=row.since,
        )
        for row in rows
    ]


def error_numbers(office: Office, reader: Identity, streams: Collection[UUID]) -> dict[UUID, str]:
    """Return the numbers of those of the streams that are errors which the reader may see."""
    with office.views.connect() as views:
        return error_numbers_of(views, streams, readable_by(reader))
