"""Leads as they are read: the list, one lead, and what stands beside the forms about it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.kin import keep_apart
from audit_service.desks.leads.commands import identity_in
from audit_service.desks.leads.words import LeadKind, LeadState, more_about
from audit_service.desks.names import area_name
from audit_service.desks.offers import AreaCode
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourArea, OwnRelative
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, money, month
from domain.cases.case import Case
from domain.leads.lead import OPEN
from projections import lead_register
from projections.error_lists import SoughtErrors, error_numbers_of
from projections.kin import near
from projections.lead_register import Sought


class Filter(BaseModel):
    """Which leads are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    kind: Annotated[LeadKind | None, Field(title="What was noticed")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    state: Annotated[LeadState | None, Field(title="State")] = None
    case: Annotated[str, Field(title="Number of the case", max_length=60)] = ""
    days: Annotated[int | None, Field(title="Waiting for so many days at least", ge=0, le=36_500)] = None


class LeadAnswer(BaseModel):
    """A lead. Amounts in fen."""

    lead: UUID
    kind: str
    state: str
    case: str
    """Number of the case; empty where it is about people."""
    person: UUID | None
    """Whom it is about, where it is about people."""
    other: UUID | None
    """The other entry, where it is about two."""
    name: str = ""
    """Of the person, where it is about people."""
    area: str
    decision: int
    """Position of the event that it is about."""
    first: int
    """Position of the earlier event that it does not fit, where it is about people; else 0."""
    from_month: date | None
    expected: int
    found: int
    detail: str
    found_on: date
    settled_on: date | None
    reason: str | None
    outcome: str | None
    """How a lead about people was resolved."""
    error: str | None
    """Number of the error that was reported because of it."""

    @classmethod
    def of(cls, row: Row[Any], name: str, error: str | None = None) -> Self:
        """Tell a row of the register."""
        given = {"case", "error", "name"}
        own = {column: getattr(row, column) for column in cls.model_fields if column not in given}
        return cls(case=row.case_number, name=name, error=error, **own)


class LeadsAnswer(BaseModel):
    """A page of a list of leads."""

    leads: list[LeadAnswer]
    next: int | None
    """The next page begins after this position; null on the last."""


def listed(office: Office, reader: Identity, wanted: Filter, *, after: int, limit: int) -> LeadsAnswer:
    """Return the leads asked for, the one that waits longest first, where the reader may see them."""
    before = None if wanted.days is None else office.today() - timedelta(days=wanted.days)
    sought = Sought(
        areas=reader.areas_to_read(wanted.area),
        kind=wanted.kind or "",
        state=wanted.state or "",
        case_number=wanted.case,
        found_by=before,
        apart_from=reader.relatives,
    )
    with office.views.connect() as views:
        found = lead_register.listed(views, sought, after=after, limit=limit + 1)
    following = found[limit - 1].position if len(found) > limit else None
    names = _names(office, found)
    leads = [LeadAnswer.of(row, names.get(row.person, "")) for row in found[:limit]]
    return LeadsAnswer(leads=leads, next=following)


def _names(office: Office, rows: Sequence[Row[Any]]) -> dict[UUID | None, str]:
    """Return the names of those whom leads are about, by identity."""
    people = {row.person for row in rows if row.person}
    names = Names.of(office, people=people)
    return {person: names.person(person) for person in people}


def tallied(office: Office, reader: Identity) -> dict[str, int]:
    """Return how many leads of each kind wait, where the reader may see them."""
    with office.views.connect() as views:
        return lead_register.tallied(views, reader.areas_to_read(), reader.relatives)


def readable_lead(office: Office, reader: Identity, text: str) -> LeadAnswer:
    """Return the lead for an official who may read it. Raises NotOnRecord, NotYourArea, OwnRelative."""
    identity = identity_in(text)
    with office.views.connect() as views:
        row = lead_register.lead_with(views, identity)
        errors = error_numbers_of(views, [row.error], SoughtErrors()) if row and row.error else {}
        closed = near(views, reader.relatives)
    if row is None:
        raise NotOnRecord(identity)
    if not reader.sees(row.area):
        raise NotYourArea(area=area_name(row.area))
    if not closed.isdisjoint((row.person, row.other)):
        raise OwnRelative
    if reader.relatives and row.case_id:
        case = office.record.get(Case, row.case_id)
        keep_apart(reader, case, office.record.find)
    return LeadAnswer.of(row, _names(office, [row]).get(row.person, ""), errors.get(row.error))


def facts_of(lead: LeadAnswer) -> list[tuple[str, object]]:
    """Return what a lead says, in the reader's language; the sides of one about people stand beside it."""
    amounts = [
        (_("Amount as determined"), money(lead.found)),
        (_("Amount by the rules"), money(lead.expected)),
    ]
    if not lead.case:
        return [(_("Area"), area_name(lead.area)), (_("Found on"), day(lead.found_on))]
    return [
        (_("Case"), lead.case),
        (_("Area"), area_name(lead.area)),
        (_("Position of the decision"), str(lead.decision)),
        (_("From"), month(lead.from_month)),
        *(amounts if lead.found or lead.expected else []),
        (_("More about it"), more_about(lead.kind, lead.detail)),
        (_("Found on"), day(lead.found_on)),
    ]


def is_open(lead: LeadAnswer) -> bool:
    """Say whether somebody has still to look at the lead."""
    return lead.state == OPEN
