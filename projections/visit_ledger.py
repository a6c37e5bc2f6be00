"""The ledger of visits: one row a visit, with who goes; what was seen stands here sealed."""

from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Boolean, Column, Connection, Date, Index, Integer, String, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.state import CALLED_OFF, MADE, MISSED, PLANNED, WITHDRAWN
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows
from projections.shape import Row

visit_ledger = Projection("visit_ledger", version=4)

visits = visit_ledger.table(
    "visits",
    Column("visit", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("state", String, nullable=False),
    Column("day", Date, nullable=False),
    Column("person", Identity),
    Column("household", Identity),
    Column("case_number", Number, nullable=False),
    Column("area", String, nullable=False),
    Column("named", String, nullable=False),
    Column("due_on", Date),
    Column("visitors", String, nullable=False),
    Column("visitor_unit", String, nullable=False, default=""),
    Column("met", String, nullable=False, default=""),
    Column("observations", String, nullable=False, default=""),
    Column("found", String, nullable=False, default=""),
    Column("category", String, nullable=False, default=""),
    Column("answer_given", String, nullable=False, default=""),
    Column("settled", Boolean),
    Column("reason", String, nullable=False, default=""),
    Column("corrections", Integer, nullable=False, default=0),
    Column("position", BigInteger, nullable=False),
    Index("by_number", "number"),
    Index("by_day", "state", "day", "number"),
    Index("by_person", "person", "state"),
    Index("by_household", "household", "state"),
    Index("by_case", "case_number", "day", "number"),
    of=Visit,
)
"""`day` is that on which it was made or missed, or by which it is to be made. `named`, `visitors`, `met`,
`found` and `answer_given` are sealed; `observations` are codes with a blank between them; `position` is
that of the last event."""

cadres = visit_ledger.table(
    "cadres",
    Column("visit", Identity, primary_key=True),
    Column("token", String, primary_key=True),
    Column("place", Integer, nullable=False),
    Column("official", Identity),
    Index("by_token", "token", "visit"),
    Index("by_official", "official", "visit"),
    of=Visit,
)
"""Who goes, or went. `place` is that of the name among the visit's `visitors`, from 0."""

visit_ledger.ignores(*ACCOUNTABILITY)
visit_ledger.ignores(
    Case, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Lead, Official, Person, Standards
)
visit_ledger.ignores(Discovery, Import, Question)


@visit_ledger.on(Visit.Planned)
def plan(rows: Rows, event: Visit.Planned) -> None:
    row = _entered(rows, event)
    row.state, row.day, row.due_on = PLANNED, event.due_on, event.due_on


@visit_ledger.on(Visit.Rescheduled)
def reschedule(rows: Rows, event: Visit.Rescheduled) -> None:
    row = _moved_on(rows, event)
    row.day = row.due_on = event.due_on
    if event.cadre_tokens:
        row.visitors = event.visitors
        _let_go(rows, event)


@visit_ledger.on(Visit.CalledOff)
def call_off(rows: Rows, event: Visit.CalledOff) -> None:
    _moved_on(rows, event).state = CALLED_OFF


@visit_ledger.on(Visit.Recorded)
def record(rows: Rows, event: Visit.Recorded) -> None:
    row = _entered(rows, event)
    row.state, row.day, row.met, row.found = MADE, event.visited_on, event.met, event.found
    row.observations = " ".join(event.observations)


@visit_ledger.on(Visit.TakenOver)
def take_over(rows: Rows, event: Visit.TakenOver) -> None:
    rows.add(
        visits,
        visit=event.stream,
        number=event.number,
        state=MADE,
        day=event.visited_on,
        person=event.person,
        case_number="",
        area=event.area,
        named="",
        visitors=event.visitor,
        visitor_unit=event.visitor_unit,
        category=event.category,
        answer_given=event.answer_given,
        settled=event.settled,
        position=event.position,
    )
    for place, token in enumerate(event.cadre_tokens):
        rows.add(cadres, visit=event.stream, token=token, place=place)


@visit_ledger.on(Visit.TakeoverWithdrawn)
def withdraw_takeover(rows: Rows, event: Visit.TakeoverWithdrawn) -> None:
    rows.remove(visits, rows.of(visits, event.stream))
    for one in rows.under(cadres, event.stream):
        rows.remove(cadres, one)


@visit_ledger.on(Visit.Missed)
def miss(rows: Rows, event: Visit.Missed) -> None:
    row = _entered(rows, event)
    row.state, row.day, row.reason = MISSED, event.missed_on, event.reason


@visit_ledger.on(Visit.PersonCorrected)
def correct_person(rows: Rows, event: Visit.PersonCorrected) -> None:
    _moved_on(rows, event).person = event.after


@visit_ledger.on(Visit.Corrected)
def correct(rows: Rows, event: Visit.Corrected) -> None:
    row = _moved_on(rows, event)
    row.corrections += 1
    row.day = event.visited_on or row.day
    row.met, row.found = event.met or row.met, event.found or row.found
    row.observations = " ".join(event.observations) or row.observations
    if event.cadre_tokens:
        row.visitors, row.visitor_unit = event.visitors, ""
        _let_go(rows, event)


@visit_ledger.on(Visit.Withdrawn)
def withdraw(rows: Rows, event: Visit.Withdrawn) -> None:
    row = _moved_on(rows, event)
    row.state, row.reason = WITHDRAWN, event.reason


def _entered(rows: Rows, event: Visit.Planned | Visit.Recorded | Visit.Missed) -> Row:
    """Return the row of a visit, which was planned before or is new."""
    row = rows.find(visits, event.stream) if event.originator_version > 1 else None
    if row is None:
        row = rows.add(
            visits,
            visit=event.stream,
            number=event.number,
            person=event.person,
            household=event.household,
            case_number=event.case_number,
            area=event.area,
            named=event.named,
        )
    row.visitors, row.position = event.visitors, event.position
    _let_go(rows, event)
    return row


def _moved_on(rows: Rows, event: Any) -> Row:
    row = rows.of(visits, event.stream)
    row.position = event.position
    return row


def _let_go(rows: Rows, event: Any) -> None:
    """Have these cadres go instead of those before."""
    if event.originator_version > 1:
        for one in rows.under(cadres, event.stream):
            rows.remove(cadres, one)
    known = dict(enumerate(event.officials))
    for place, token in enumerate(event.cadre_tokens):
        rows.add(cadres, visit=event.stream, token=token, place=place, official=known.get(place))


def visit_with(db: Connection, identity: UUID) -> Found[Any] | None:
    """Return the visit with this identity; None if there is none."""
    return db.execute(select(visits).where(visits.c.visit == identity)).one_or_none()
