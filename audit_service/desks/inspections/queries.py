"""The queries of an inspection as they are read: by inspectors all of them, by a unit those to itself."""

from collections.abc import Collection
from datetime import date

from pydantic import BaseModel
from sqlalchemy import Connection

from audit_service.desks.inspections.looking import Dossier
from audit_service.desks.inspections.words import WHO_ANSWERS
from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from domain.officials.official import WHOLE_OFFICE
from projections import official_record
from projections.inspection_lists import open_queries, queries_of

SEALED = ("text", "answer", "evidence")


class QueryAnswer(BaseModel):
    """A query to a unit, and what it answered."""

    query: int
    asked_unit: str
    case_number: str
    text: str
    sent_on: date
    sent_by: str
    due_on: date
    answer: str
    evidence: str
    answered_on: date | None
    answered_by: str
    late: bool
    """Whether it was answered after its day, or not by now."""


class OpenQuery(BaseModel):
    """A query that waits for a unit."""

    inspection: str
    query: int
    sent_on: date
    due_on: date
    late: bool


def units_that_answer(views: Connection, areas: Collection[str]) -> list[str]:
    """Return the units of those who can answer for any of the areas, by name."""
    return sorted(
        {
            row.unit
            for row in official_record.holding(views, WHO_ANSWERS)
            if {WHOLE_OFFICE, *areas}.intersection(row.areas.split())
        }
    )


def queries_in(office: Office, found: Dossier) -> list[QueryAnswer]:
    """Return the queries that the reader may see, in their order: inspectors and managers all of them."""
    unit = None if found.sees_sample else found.reader.unit
    with office.views.connect() as views:
        rows = queries_of(views, found.inspection.id, unit)
    names = Names.of(office, officials={one for row in rows for one in (row.sent_by, row.answered_by) if one})
    texts = iter(office.vault.open_many(getattr(row, name) for row in rows for name in SEALED))
    own = ("query", "asked_unit", "case_number", "sent_on", "due_on", "answered_on")
    return [
        QueryAnswer(
            **{name: getattr(row, name) for name in own},
            **{name: _(ERASED) if (text := next(texts)) is None else text for name in SEALED},
            sent_by=names.official(row.sent_by),
            answered_by=names.official(row.answered_by) if row.answered_by else "",
            late=(row.answered_on or office.today()) > row.due_on,
        )
        for row in rows
    ]


def waiting_for_unit(office: Office, reader: Identity) -> list[OpenQuery]:
    """Return the queries that the reader's unit has not answered yet, the first due first."""
    with office.views.connect() as views:
        rows = open_queries(views, reader.unit)
    return [
        OpenQuery(
            inspection=row.number,
            query=row.query,
            sent_on=row.sent_on,
            due_on=row.due_on,
            late=office.today() > row.due_on,
        )
        for row in rows
    ]
