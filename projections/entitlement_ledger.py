"""The ledger of entitlement: what was determined to be due for which months, and what that changed.

Nothing in it is ever replaced. A determination counts for its own months from its position on, so
what is due can be told as it was known at any position.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Select, String, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
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
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity
from projections.kernel import Projection
from projections.rows import Rows

entitlement_ledger = Projection("entitlement_ledger", version=2)

periods = entitlement_ledger.table(
    "periods",
    Column("position", BigInteger, primary_key=True),
    Column("starts", Date, primary_key=True),
    Column("case_id", Identity, nullable=False),
    Column("ends", Date),
    Column("monthly_amount", BigInteger, nullable=False),
    Column("standard", String, nullable=False),
    Index("by_case", "case_id", "position"),
)
"""The arithmetic of an amount is in the event at its position."""

differences = entitlement_ledger.table(
    "differences",
    Column("position", BigInteger, primary_key=True),
    Column("month", Date, primary_key=True),
    Column("paid", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False),
)
"""Fen; what is due but was not paid is owed to the family, what was paid but is not due is owed by it.
They belong to the case of the periods that were determined at the same position."""


class Entitled(NamedTuple):
    """What is due each month from a month until another, and the position that determined it."""

    position: int
    starts: date
    ends: date | None
    monthly_amount: int
    standard: str


entitlement_ledger.ignores(*ACCOUNTABILITY)
entitlement_ledger.ignores(
    Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Lead, Official, Person, Standards, Visit
)
entitlement_ledger.ignores(Discovery, Import, Question)
entitlement_ledger.ignores(
    Case.Applied,
    Case.SupplementRequested,
    Case.Accepted,
    Case.MeansChecked,
    Case.Visited,
    Case.OpinionGiven,
    Case.NoticePosted,
    Case.NoticeEnded,
    Case.ObjectionRaised,
    Case.ObjectionAnswered,
    Case.ApplicationRefused,
    Case.DissentReserved,
    Case.OrderObjectedTo,
    Case.PersonCorrected,
)
entitlement_ledger.ignores(  # what these make due is in the determination that follows them
    Case.Confirmed,
    Case.Adjusted,
    Case.Suspended,
    Case.Resumed,
    Case.Terminated,
    Case.FactChanged,
    Case.FactCorrected,
)


@entitlement_ledger.on(Case.TakenOver)
def take_over(rows: Rows, event: Case.TakenOver) -> None:
    _enter(rows, event, event.entitlement)


@entitlement_ledger.on(Case.TakeoverWithdrawn)
def withdraw_takeover(rows: Rows, event: Case.TakeoverWithdrawn) -> None:
    """Nothing is due any more from the month on that a register had said."""
    rows.extend(periods, [(event.position, event.paid_from, event.originator_id, None, 0, "")])


@entitlement_ledger.on(Case.Determined, Case.StandardRaised)
def determine(rows: Rows, event: Case.Determined | Case.StandardRaised) -> None:
    _enter(rows, event, event.periods)
    rows.extend(
        differences,
        [
            (event.position, difference.month, difference.paid, difference.due)
            for difference in event.differences
        ],
    )


def _enter(rows: Rows, event: Event, determined: Iterable[EntitledPeriod]) -> None:
    rows.extend(
        periods,
        [
            (event.position, one.starts, event.originator_id, one.ends, one.monthly_amount, one.standard)
            for one in determined
        ],
    )


def entitlement(db: Connection, case_id: UUID, *, upto: int | None = None) -> list[Entitled]:
    """Return what is due, as it was determined up to a position: without gap or overlap."""
    columns = (periods.c[name] for name in Entitled._fields)
    found = _upto(select(*columns).where(periods.c.case_id == case_id), upto)
    rows = db.execute(found.order_by(periods.c.position, periods.c.starts))
    due: list[Entitled] = []
    for row in map(Entitled._make, rows):
        due = [one for one in due if one.starts < row.starts or one.position == row.position]
        if due and (due[-1].ends is None or due[-1].ends > row.starts):
            due[-1] = due[-1]._replace(ends=row.starts)
        due.append(row)
    return due


def differences_of(db: Connection, case_id: UUID, *, upto: int | None = None) -> Sequence[Found[Any]]:
    """Return the differences to what was paid, as known at a position, by month."""
    own = _upto(select(periods.c.position).where(periods.c.case_id == case_id), upto)
    found = select(differences).where(differences.c.position.in_(own))
    return db.execute(found.order_by(differences.c.month, differences.c.position)).all()


def _upto(statement: Select[Any], position: int | None) -> Select[Any]:
    return statement if position is None else statement.where(periods.c.position <= position)
