"""The register of cases: one row a case, as it stands after everything that was recorded."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import BigInteger, Column, Date, Index, Integer, LargeBinary, String

from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
from domain.cases.fact import AREA, INCOME, KIND, MEMBERS
from domain.cases.facts import Revision
from domain.cases.programmes import PROGRAMMES
from domain.cases.state import State
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.periods import month_of
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows
from projections.shape import Row
from projections.steps import Step, steps_in, written

case_register = Projection("case_register", version=3)

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
    Index("by_household", "household"),
    of=Case,
)
"""Amounts and income in fen. `monthly_amount` is due in the month of the last determination, `later`
holds the `Step`s known to follow."""

claimants = case_register.table(
    "claimants",
    Column("person", Identity, primary_key=True),
    Column("case_id", Identity, primary_key=True),
)

ENTERING = (Case.TakenOver, Case.Confirmed, Case.FactChanged, Case.FactCorrected)
"""What a case becomes ongoing by, or comes into an area."""

REVISED = {MEMBERS: "members", INCOME: "monthly_income", KIND: "kind", AREA: "area"}
"""Columns by the fact that they show."""

case_register.ignores(*ACCOUNTABILITY)
case_register.ignores(
    Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Lead, Official, Person, Standards, Visit
)
case_register.ignores(Discovery, Import, Question)


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


@case_register.on(Case.TakeoverWithdrawn, touching={claimants: "people"})
def withdraw_takeover(rows: Rows, event: Case.TakeoverWithdrawn) -> None:
    rows.remove(cases, rows.of(cases, event.stream))
    for person in dict.fromkeys(event.people):
        rows.remove(claimants, rows.of(claimants, person, event.stream))


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


@case_register.on(Case.PersonCorrected, touching={claimants: ("before", "originator_id")})
def correct_person(rows: Rows, event: Case.PersonCorrected) -> None:
    row = note(rows, event)
    row.head = event.after if row.head == event.before else row.head
    if claim := rows.find(claimants, event.before, event.stream):
        rows.remove(claimants, claim)
        rows.add(claimants, person=event.after, case_id=event.stream)


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
