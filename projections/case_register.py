"""The register of cases: one row a case, as it stands after everything that was recorded."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    Column,
    Connection,
    Date,
    Index,
    Integer,
    LargeBinary,
    Select,
    String,
    func,
    select,
)
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
from domain.cases.fact import AREA, INCOME, KIND, MEMBERS
from domain.cases.facts import Revision
from domain.cases.programmes import PROGRAMMES
from domain.cases.state import State
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.periods import month_of
from domain.standards.living_standard import Standards
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows
from projections.shape import Row
from projections.steps import Step, steps_in, written

Areas: TypeAlias = Collection[str] | None
People: TypeAlias = Collection[UUID]

case_register = Projection("case_register", version=1)

cases = case_register.table(
    "cases",
    Column("case_id", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("programme", String, nullable=False),
    Column("state", String, nullable=False),
    Column("area", String, nullable=False),
    Column("kind", String),
    Column("household", Identity),
    Column("head", Identity, nullable=False),
    Column("members", BigInteger),
    Column("monthly_income", BigInteger),
    Column("monthly_amount", BigInteger),
    Column("standard", String),
    Column("later", LargeBinary),
    Column("paid_from", Date),
    Column("opened_on", Date),
    Column("decided_on", Date),
    Column("version", Integer, nullable=False),
    Column("position", BigInteger, nullable=False),
    Index("by_number", "number"),
    Index("by_area", "area", "state", "number"),
    of=Case,
)
"""Amounts and income in fen. `monthly_amount` is due in the month of the last determination, `later`
holds the `Step`s known to follow."""

claimants = case_register.table(
    "claimants",
    Column("person", Identity, primary_key=True),
    Column("case_id", Identity, primary_key=True),
)

ONGOING = (State.IN_PAYMENT.value, State.SUSPENDED.value)

ENTERING = (Case.TakenOver, Case.Confirmed, Case.FactChanged, Case.FactCorrected)
"""What a case becomes ongoing by, or comes into an area."""

REVISED = {MEMBERS: "members", INCOME: "monthly_income", KIND: "kind", AREA: "area"}
"""Columns by the fact that they show."""

case_register.ignores(Document, ErrorCatalogue, ErrorRecord, Household, Lead, Official, Person, Standards)


@case_register.on(Case.TakenOver)
def take_over(rows: Rows, event: Case.TakenOver) -> None:
    one_off = PROGRAMMES[event.programme].is_one_off
    _open(
        rows,
        event,
        state=(State.PAID_ONCE if one_off else State.IN_PAYMENT).value,
        head=event.head,
        members=event.members,
        monthly_income=event.monthly_income,
        monthly_amount=event.monthly_amount,
        paid_from=event.paid_from,
    )


@case_register.on(Case.Applied)
def apply(rows: Rows, event: Case.Applied) -> None:
    _open(rows, event, state=State.OPEN.value, head=event.applicant, opened_on=event.on)


@case_register.on(
    Case.SupplementRequested,
    Case.Accepted,
    Case.Visited,
    Case.OpinionGiven,
    Case.NoticePosted,
    Case.NoticeEnded,
    Case.ObjectionRaised,
    Case.ObjectionAnswered,
    Case.DissentReserved,
    Case.OrderObjectedTo,
)
def note(rows: Rows, event: Event) -> Row:
    """Note how far the case has got, and return its row."""
    row = rows.of(cases, event.stream)
    row.version, row.position = event.originator_version, event.position
    return row


@case_register.on(Case.MeansChecked)
def check_means(rows: Rows, event: Case.MeansChecked) -> None:
    row = note(rows, event)
    row.members, row.monthly_income, row.kind = event.members, event.monthly_income, event.kind


@case_register.on(Case.Confirmed)
def confirm(rows: Rows, event: Case.Confirmed) -> None:
    row = note(rows, event)
    row.state = (State.PAID_ONCE if event.one_off else State.IN_PAYMENT).value
    row.members, row.monthly_income = event.members, event.monthly_income
    row.kind, row.area = event.kind, event.area
    row.decided_on, row.paid_from = event.on, event.valid_from


@case_register.on(Case.ApplicationRefused)
def refuse(rows: Rows, event: Case.ApplicationRefused) -> None:
    row = note(rows, event)
    row.state, row.decided_on = State.REFUSED.value, event.on


@case_register.on(Case.FactChanged, Case.FactCorrected)
def revise(rows: Rows, event: Revision) -> None:
    row = note(rows, event)
    row.kind = row.kind or event.kind
    if event.until is None and event.fact in REVISED:
        setattr(row, REVISED[event.fact], event.after)


@case_register.on(Case.Adjusted)
def adjust(rows: Rows, event: Case.Adjusted) -> None:
    row = note(rows, event)
    row.kind = row.kind or event.kind


@case_register.on(Case.StandardRaised)
def raise_standard(rows: Rows, event: Case.StandardRaised) -> None:
    row = note(rows, event)
    row.kind = row.kind or event.kind
    _determine(row, event.periods, event.on)


@case_register.on(Case.Determined)
def determine(rows: Rows, event: Case.Determined) -> None:
    _determine(note(rows, event), event.periods, event.on)


@case_register.on(Case.Suspended)
def suspend(rows: Rows, event: Case.Suspended) -> None:
    note(rows, event).state = State.SUSPENDED.value


@case_register.on(Case.Resumed)
def resume(rows: Rows, event: Case.Resumed) -> None:
    note(rows, event).state = State.IN_PAYMENT.value


@case_register.on(Case.Terminated)
def terminate(rows: Rows, event: Case.Terminated) -> None:
    note(rows, event).state = State.TERMINATED.value


def _open(rows: Rows, event: Case.TakenOver | Case.Applied, **values: object) -> None:
    rows.add(
        cases,
        case_id=event.stream,
        number=event.number,
        programme=event.programme,
        area=event.area,
        household=event.household,
        version=event.originator_version,
        position=event.position,
        **values,
    )
    for person in event.people:
        rows.add(claimants, person=person, case_id=event.stream)


def _determine(row: Row, periods: Sequence[EntitledPeriod], on: date) -> None:
    """Show what is due in the month of the act, or else what is the first to be; the rest comes later."""
    known = [step for step in steps_in(row.later) if step.starts < periods[0].starts]
    known += [Step(period.starts, period.monthly_amount, period.standard) for period in periods]
    begun = len([step for step in known if step.starts <= month_of(on)])
    if row.monthly_amount is None:
        begun = begun or 1
    if begun:
        _, row.monthly_amount, row.standard = known[begun - 1]
    row.later = written(known[begun:])


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which cases are looked for; what is not said does not matter."""

    areas: Areas = None
    state: str = ""
    programme: str = ""
    number: str = ""
    """Beginning of the case number."""
    people: Collection[UUID] | None = None
    """Claimants, of whom one is enough."""
    apart_from: People = ()
    """Claimants whose cases are closed to who looks."""


def listed(db: Connection, sought: Sought, *, after: str = "", limit: int = 50) -> Sequence[Found[Any]]:
    """Return cases by number, from the one after a number on."""
    found = _among(select(cases), sought).where(cases.c.number > after)
    return db.execute(found.order_by(cases.c.number).limit(limit)).all()


def tallied(db: Connection, areas: Areas = None, apart_from: People = ()) -> Sequence[Found[Any]]:
    """Return how many cases there are by `area`, `programme` and `state`, as `number`."""
    kinds = (cases.c.area, cases.c.programme, cases.c.state)
    sought = Sought(areas=areas, apart_from=apart_from)
    found = _among(select(*kinds, func.count().label("number")), sought)
    return db.execute(found.group_by(*kinds).order_by(*kinds)).all()


def _among(statement: Select[Any], sought: Sought) -> Select[Any]:
    if sought.areas is not None:
        statement = statement.where(cases.c.area.in_(sought.areas))
    if sought.state:
        statement = statement.where(cases.c.state == sought.state)
    if sought.programme:
        statement = statement.where(cases.c.programme == sought.programme)
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(cases.c.number >= sought.number, cases.c.number <= last)
    claimed_by, claimant = select(claimants.c.case_id).where, claimants.c.person
    if sought.people is not None:
        statement = statement.where(cases.c.case_id.in_(claimed_by(claimant.in_(sought.people))))
    if sought.apart_from:
        statement = statement.where(cases.c.case_id.not_in(claimed_by(claimant.in_(sought.apart_from))))
    return statement


def ongoing(db: Connection, programme: str, area: str) -> list[UUID]:
    """Return the cases of a programme in an area that have not ended."""
    return list(db.scalars(_ongoing(select(cases.c.case_id), programme, area)))


def count_ongoing(db: Connection, programme: str, area: str) -> int:
    """Return how many cases of a programme in an area have not ended."""
    return int(db.scalars(_ongoing(select(func.count()).select_from(cases), programme, area)).one())


def _ongoing(statement: Select[Any], programme: str, area: str) -> Select[Any]:
    found = _among(statement, Sought(areas=[area], programme=programme))
    return found.where(cases.c.state.in_(ONGOING))


def programmes_of(db: Connection, people: Collection[UUID], but: UUID) -> set[str]:
    """Return the programmes in which any of the people has another case that has not ended."""
    found = _among(select(cases.c.programme), Sought(people=people))
    return set(db.scalars(found.where(cases.c.state.in_(ONGOING), cases.c.case_id != but)))


def numbers_of(
    db: Connection, some: Collection[UUID], areas: Areas = None, apart_from: People = ()
) -> dict[UUID, str]:
    """Return the numbers of those that are cases, in these areas; in all if none are given."""
    found = _among(select(cases.c.case_id, cases.c.number), Sought(areas=areas, apart_from=apart_from))
    return {row.case_id: row.number for row in db.execute(found.where(cases.c.case_id.in_(some)))}
