"""Visits as they are listed: narrowed by where, when, by whom and how they stand."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Connection, Row

from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.offers import AreaCode
from audit_service.desks.reading import ERASED
from audit_service.desks.visits.cadres import cadre_line
from audit_service.desks.visits.keys import visit_after, written
from audit_service.desks.visits.words import Observation, VisitStateCode
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from domain.identities import household_id
from domain.visits.state import PLANNED
from projections import needy_lists, visit_lists
from projections.visit_lists import Sought


class VisitFilter(BaseModel):
    """Which visits are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    state: Annotated[VisitStateCode | None, Field(title="State")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    since: Annotated[date | None, Field(title="From")] = None
    until: Annotated[date | None, Field(title="To")] = None
    mine: Annotated[bool, Field(title="Only those I go on")] = False
    observation: Annotated[Observation | None, Field(title="What stood out")] = None
    number: Annotated[str, Field(title="Number or its beginning", max_length=60)] = ""
    household: Annotated[str, Field(title="Number of the household", max_length=60)] = ""
    case: Annotated[str, Field(title="Number of the case", max_length=60)] = ""
    cadre: Annotated[str, Field(title="Mark of a cadre", max_length=32, pattern="^[0-9a-f]*$")] = ""


class VisitRow(BaseModel):
    """A visit in a list."""

    number: str
    state: str
    day: date
    """Day on which it was made or missed, or by which it is to be made."""
    due_on: date | None
    whom: str
    """Name of the person, number of the household, or who they are in words."""
    case: str
    """Number of the case that it is made for; may be empty."""
    area: str
    cadres: list[str]
    observations: list[str]
    reason: str
    """Code of why it was missed or withdrawn; may be empty."""
    corrections: int
    """How often it was put right."""


class VisitsAnswer(BaseModel):
    """A page of a list of visits."""

    visits: list[VisitRow]
    next: str | None
    """The next page begins after this place; null on the last."""


def listed(
    office: Office, reader: Identity, wanted: VisitFilter, *, after: str = "", limit: int = 50
) -> VisitsAnswer:
    """Return the visits asked for, in the areas that the official may read."""
    with office.views.connect() as views:
        found = visit_lists.listed(views, _sought(reader, wanted), after=visit_after(after), limit=limit + 1)
        rows = rows_of(office, views, found[:limit])
    last = rows[-1] if len(found) > limit else None
    return VisitsAnswer(visits=rows, next=written(last.day, last.number) if last else None)


def every_visit(office: Office, reader: Identity, wanted: VisitFilter) -> Iterator[VisitRow]:
    """Yield all visits asked for, in the areas that the official may read."""
    return every_row(
        lambda after: listed(office, reader, wanted, after=after, limit=AT_ONCE),
        lambda page: page.visits,
        first="",
    )


def tallied(office: Office, reader: Identity) -> dict[str, int]:
    """Return how many visits there are by state, where the reader may see them."""
    with office.views.connect() as views:
        return visit_lists.tallied(views, _sought(reader, VisitFilter()))


def overdue(office: Office, reader: Identity) -> int:
    """Return how many planned visits should have been made before today."""
    yesterday = office.today() - timedelta(days=1)
    sought = _sought(reader, VisitFilter(state=PLANNED, until=yesterday))
    with office.views.connect() as views:
        return visit_lists.tallied(views, sought).get(PLANNED, 0)


def rows_of(office: Office, views: Connection, found: Sequence[Row[Any]]) -> list[VisitRow]:
    """Return rows of the ledger as they are told, with what is sealed in them opened."""
    names = Names.of(office, people={row.person for row in found if row.person and not row.household})
    households = needy_lists.household_numbers(views, {row.household for row in found if row.household})
    opened = iter(office.vault.open_many(text for row in found for text in (row.visitors, row.named)))
    return [
        VisitRow(
            number=row.number,
            state=row.state,
            day=row.day,
            due_on=row.due_on,
            cadres=_cadres(row, next(opened)),
            whom=_whom(row, next(opened), names, households),
            case=row.case_number,
            area=row.area,
            observations=row.observations.split(),
            reason=row.reason,
            corrections=row.corrections,
        )
        for row in found
    ]


def _sought(reader: Identity, wanted: VisitFilter) -> Sought:
    return Sought(
        areas=reader.areas_to_read(wanted.area),
        number=wanted.number,
        state=wanted.state or "",
        since=wanted.since,
        until=wanted.until,
        observation=wanted.observation or "",
        case_number=wanted.case,
        household=household_id(wanted.household) if wanted.household else None,
        cadre=wanted.cadre,
        official=reader.official if wanted.mine else None,
        apart_from=reader.relatives,
    )


def _cadres(row: Row[Any], names: str | None) -> list[str]:
    if names is None:
        return [_(ERASED)]
    return [cadre_line(name, row.visitor_unit) for name in names.splitlines()]


def _whom(row: Row[Any], named: str | None, names: Names, households: dict[UUID, str]) -> str:
    if row.household:
        return households.get(row.household, "")
    if row.person:
        return names.person(row.person)
    return named or _(ERASED)
