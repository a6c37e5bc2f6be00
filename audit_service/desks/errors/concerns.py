"""Which errors an official has a part in: reported, decided, named in a notice, or any other."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.errors.names import part_name
from audit_service.desks.errors.search import readable_by
from audit_service.identity.identity import Identity
from audit_service.office import Office
from projections.error_lists import SoughtErrors, parts_of_person
from projections.error_tables import REPORTED

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
    receipt: str
    """Where the receipt for the report is; empty where the part is another."""


def errors_around(office: Office, official: UUID) -> list[UUID]:
    """Return the errors that an official has a part in, the latest first."""
    with office.views.connect() as views:
        rows = parts_of_person(views, official, SoughtErrors(), limit=MOST)
    return list(dict.fromkeys(row.error_id for row in rows))


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
            receipt=f"/errors/{row.number}/receipt?report={row.since}" if row.part == REPORTED else "",
        )
        for row in rows
    ]
