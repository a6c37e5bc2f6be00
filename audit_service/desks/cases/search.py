"""Searching cases: by where they are and how they stand, and by whom they are about.

What tells who somebody is, a name or an id number, is only ever posted: an address is logged and remembered.
"""

from collections.abc import Iterator, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.needy.search import Sought as WhoIsSought
from audit_service.desks.needy.search import people_like
from audit_service.desks.offers import AreaCode, CaseState, ProgrammeCode
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from projections import case_lists
from projections.case_lists import Sought
from projections.steps import due_in


class Filter(BaseModel):
    """Which cases are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    number: Annotated[str, Field(title="Number or its beginning", max_length=60)] = ""
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    state: Annotated[CaseState | None, Field(title="State")] = None
    programme: Annotated[ProgrammeCode | None, Field(title="Programme")] = None


class Who(BaseModel):
    """Whose cases are looked for."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    person: Annotated[str, Field(title="Name or id number of a person", min_length=1, max_length=60)]


class CaseRow(BaseModel):
    """A case in a list. Amounts in fen."""

    number: str
    head: str
    programme: str
    area: str
    state: str
    members: int | None
    monthly_amount: int | None


class CasesAnswer(BaseModel):
    """A page of a list of cases."""

    cases: list[CaseRow]
    next: str | None
    """The next page begins after this number; null on the last."""


def listed(office: Office, identity: Identity, wanted: Filter, *, after: str, limit: int) -> CasesAnswer:
    """Return the cases that are asked for, in the areas that the official may read."""
    sought = Sought(
        areas=identity.areas_to_read(wanted.area),
        state=wanted.state or "",
        programme=wanted.programme or "",
        number=wanted.number,
        apart_from=identity.relatives,
    )
    return _answer(office, sought, after=after, limit=limit)


def every_case(office: Office, identity: Identity, wanted: Filter) -> Iterator[CaseRow]:
    """Yield all cases that are asked for, in the areas that the official may read."""
    return every_row(
        lambda after: listed(office, identity, wanted, after=after, limit=AT_ONCE),
        lambda page: page.cases,
        first="",
    )


def cases_of(office: Office, identity: Identity, wanted: Who, limit: int) -> CasesAnswer:
    """Return the cases of the people with this name or this id number, or whom it means otherwise."""
    found = people_like(office, identity, WhoIsSought(text=wanted.person))
    people = [row.person for row in found.people]
    sought = Sought(areas=identity.areas_to_read(), people=people, apart_from=identity.relatives)
    return _answer(office, sought, after="", limit=limit)


def _answer(office: Office, sought: Sought, *, after: str, limit: int) -> CasesAnswer:
    with office.views.connect() as views:
        found = case_lists.listed(views, sought, after=after, limit=limit + 1)
    shown = found[:limit]
    names = Names.of(office, people={row.head for row in shown})
    month = office.today().replace(day=1)
    return CasesAnswer(
        cases=[
            CaseRow(
                number=row.number,
                head=names.person(row.head),
                programme=row.programme,
                area=row.area,
                state=row.state,
                members=row.members,
                monthly_amount=due_in(row, month),
            )
            for row in shown
        ],
        next=shown[-1].number if len(found) > limit else None,
    )


def tallied(office: Office, identity: Identity) -> Sequence[Row[Any]]:
    """Return how many cases there are by area, programme and state, where the official may read them."""
    with office.views.connect() as views:
        return case_lists.tallied(views, identity.areas_to_read(), apart_from=identity.relatives)
