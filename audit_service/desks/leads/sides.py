"""The two sides of a lead: what does not fit together about people, and where it was recorded from."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.leads.looking import LeadAnswer
from audit_service.desks.names import programme_name, sex_name
from audit_service.desks.needy.masking import masked_address, masked_number, masked_phone
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, instant, money
from domain.cases.case import Case
from domain.identities import case_id
from domain.kernel import Event
from domain.leads.finding import INCOMPATIBLE, ONE_PERSON, PAID_AFTER_DEATH, TWICE
from domain.needy.household import Household
from domain.needy.person import Person
from domain.visits.visit import Visit
from projections import case_lists, one_person
from projections.around import visits_to

BETWEEN_CASES = frozenset({INCOMPATIBLE, TWICE, PAID_AFTER_DEATH})
"""Kinds of leads whose detail may be the number of another case."""


class SideAnswer(BaseModel):
    """One of two things on record that do not fit together. What it does not tell is empty or null."""

    position: int
    recorded_at: datetime | None
    recorded_by: str
    name: str = ""
    id_number: str = ""
    """Masked, as are the telephone number and the address."""
    sex: str = ""
    born_year: int | None = None
    phone: str = ""
    address: str = ""
    file: str = ""
    """File that it was taken over from."""
    sheet: str = ""
    row: int | None = None
    household: str = ""
    case: str = ""
    programme: str = ""
    amount: int | None = None
    """Fen a month, or once, as it was taken over or is due by now."""

    def cells(self) -> list[str]:
        """Write it in the order of `LABELS`."""
        return [
            self.name or NOTHING,
            self.id_number or NOTHING,
            sex_name(self.sex) if self.sex else NOTHING,
            str(self.born_year or NOTHING),
            self.phone or NOTHING,
            self.address or NOTHING,
            self.file or NOTHING,
            self.sheet or NOTHING,
            str(self.row or NOTHING),
            self.household or NOTHING,
            self.case or NOTHING,
            programme_name(self.programme) if self.programme else NOTHING,
            NOTHING if self.amount is None else money(self.amount),
            instant(self.recorded_at),
            self.recorded_by,
        ]


class Compared(NamedTuple):
    """A fact, and how each side has it."""

    label: str
    first: str
    second: str


def compared(sides: Sequence[SideAnswer]) -> list[Compared]:
    """Return the facts of two sides beside each other, in the reader's language; not what neither tells."""
    labels = (
        _("Name"),
        _("Id number"),
        _("Sex"),
        _("Year of birth"),
        _("Telephone number"),
        _("Address"),
        _("File"),
        _("Sheet"),
        _("Row"),
        _("Household number"),
        _("Case"),
        _("Programme"),
        _("Amount"),
        _("Recorded at"),
        _("Recorded by"),
    )
    if len(sides) < 2:  # noqa: PLR2004 - one side is compared with nothing
        return []
    first, second = (side.cells() for side in sides[:2])
    told = (Compared(*three) for three in zip(labels, first, second, strict=True))
    return [one for one in told if {one.first, one.second} != {NOTHING}]


def sides_of(office: Office, lead: LeadAnswer) -> list[SideAnswer]:
    """Return what the lead is about, the earlier first; nothing where it is about one decision alone."""
    if lead.case:
        numbers = [lead.detail, lead.case] if lead.kind in BETWEEN_CASES else []
        cases = [office.record.events(case_id(number)) for number in numbers]
        events = [history[0] for history in cases if history]
        return [_of_case(office, event) for event in events]
    events = [event for at in (lead.first, lead.decision) for event in office.record.read(at - 1, 1)]
    opened = office.record.codec.opened_all(events)
    return [_of_person(office, lead, event) for event in opened]


def _of_case(office: Office, event: Event) -> SideAnswer:
    case = office.record.get(Case, event.stream)
    names = Names.of(office, officials=[event.by], people=[case.head] if case.head else [])
    told = SideAnswer(
        position=event.position,
        recorded_at=event.recorded_at,
        recorded_by=names.official(event.by),
        name=names.person(case.head) if case.head else "",
        case=case.number,
        programme=case.programme_code,
    )
    return _with(office, told, event)


def _of_person(office: Office, lead: LeadAnswer, event: Event) -> SideAnswer:
    about = lead.other if lead.kind == ONE_PERSON and event.stream == lead.other else lead.person
    names = Names.of(office, officials=[event.by], people=filter(None, [about]))
    told = SideAnswer(
        position=event.position,
        recorded_at=event.recorded_at,
        recorded_by=names.official(event.by),
        name=_name_in(event, names, about),
        file=event.basis,
    )
    if isinstance(event, Person.Registered):
        told = told.model_copy(update=_known_by(event))
    if isinstance(event, Household.MemberJoined):
        household = office.record.get(Household, event.stream)
        told = told.model_copy(update={"household": household.number})
    if isinstance(event, Person.NamedOtherwise):
        row = {"file": event.register, "sheet": event.sheet, "row": event.row or None}
        told = told.model_copy(update=row)
    source = next(_sources(office, event, about), None)
    return _with(office, told, source) if source else told


def _known_by(event: Person.Registered) -> dict[str, object]:
    """Return what tells somebody from others, masked; nothing of who was erased."""
    masks = {"id_number": masked_number, "phone": masked_phone, "address": masked_address}
    told = {name: getattr(event, name) for name in masks}
    masked = {name: "" if isinstance(text, Sealed) else masks[name](text) for name, text in told.items()}
    return {"sex": event.sex, "born_year": event.born_year, **masked}


def _name_in(event: Event, names: Names, about: UUID | None) -> str:
    name = getattr(event, "name", "")
    if name and not isinstance(name, Sealed):
        return str(name)
    return names.person(about) if about else ""


def _sources(office: Office, event: Event, about: UUID | None) -> Iterator[Case.TakenOver]:
    """Yield what was taken over of the person's cases together with the event, that of its own row first."""
    with office.views.connect() as views:
        entries = one_person.entries_of(views, [about] if about else [])
        cases = [row.case_id for row in case_lists.cases_of(views, entries)]
    taken = [history[0] for history in map(office.record.events, dict.fromkeys(cases)) if history]
    together = [
        one for one in taken if isinstance(one, Case.TakenOver) and one.correlation == event.correlation
    ]
    if isinstance(event, Household.MemberJoined):
        together = [one for one in together if one.household == event.stream]
    row = getattr(event, "row", 0)
    yield from sorted(together, key=lambda one: (one.basis != event.basis, abs(one.row - row)))


def visits_of(office: Office, side: SideAnswer, person: UUID | None) -> list[str]:
    """Return the numbers of the visits to the person that the same row of a ledger told of."""
    with office.views.connect() as views:
        rows = visits_to(views, people=[person] if person else [])
    told = (event for row in rows for event in office.record.events(row.visit)[:1])
    here = (side.file, side.sheet, side.row)
    return [
        event.number
        for event in told
        if isinstance(event, Visit.TakenOver) and (event.register, event.sheet, event.row) == here
    ]


def _with(office: Office, told: SideAnswer, event: Event) -> SideAnswer:
    """Add what a register said of the case."""
    if not isinstance(event, Case.TakenOver):
        return told
    household = office.record.find(Household, event.household) if event.household else None
    return told.model_copy(
        update={
            "file": told.file or event.register,
            "sheet": told.sheet or event.sheet,
            "row": told.row or event.row or None,
            "household": told.household or (household.number if household else ""),
            "case": event.number,
            "programme": event.programme,
            "amount": event.monthly_amount,
        }
    )
