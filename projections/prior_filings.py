"""The register of prior filings: what units try, are going to try and have tried, and the organ's answer."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Select, String, func, or_, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
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
from domain.tolerance.prior_filing import ACKNOWLEDGED, ENDED, FILED, OBJECTED, WITHDRAWN, PriorFiling
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.rows import Rows
from projections.shape import Row

prior_filings = Projection("prior_filings", version=1)

filings = prior_filings.table(
    "filings",
    Column("filing", Identity, primary_key=True),
    Column("filed", BigInteger, nullable=False),
    Column("number", Number, nullable=False),
    Column("area", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("title", String, nullable=False),
    Column("programme", String, nullable=False),
    Column("starts_on", Date, nullable=False),
    Column("ends_on", Date, nullable=False),
    Column("amount", BigInteger, nullable=False),
    Column("elements", String, nullable=False),
    Column("state", String, nullable=False),
    Column("filed_on", Date, nullable=False),
    Column("filed_by", Identity, nullable=False),
    Column("answered_on", Date),
    Column("over_on", Date),
    Index("by_filed", "filed"),
    Index("by_state", "state", "filed"),
    Index("by_area", "area", "filed"),
    Index("by_unit", "unit", "filed"),
    Index("by_number", "number"),
    of=PriorFiling,
)
"""`title` is sealed, `elements` have a blank between them. `filed` is the position of the filing."""

prior_filings.ignores(*[kind for kind in ACCOUNTABILITY if kind is not PriorFiling])
prior_filings.ignores(
    Case,
    Discovery,
    Document,
    ErrorCatalogue,
    ErrorRecord,
    GivenNumber,
    Household,
    Import,
    Lead,
    Official,
    Person,
    Question,
    Standards,
    Visit,
)

LIMITS = ("title", "programme", "starts_on", "ends_on", "amount")


@prior_filings.on(PriorFiling.Filed)
def file(rows: Rows, event: PriorFiling.Filed) -> None:
    rows.add(
        filings,
        filing=event.stream,
        filed=event.position,
        number=event.number,
        area=event.area,
        unit=event.unit,
        elements=" ".join(event.elements),
        state=FILED,
        filed_on=event.on,
        filed_by=event.by,
        **{name: getattr(event, name) for name in LIMITS},
    )


@prior_filings.on(PriorFiling.Amended)
def amend(rows: Rows, event: PriorFiling.Amended) -> None:
    row = rows.of(filings, event.stream)
    for name in LIMITS:
        setattr(row, name, getattr(event, name))
    row.elements, row.state, row.answered_on = " ".join(event.elements), FILED, None


@prior_filings.on(PriorFiling.Acknowledged)
def acknowledge(rows: Rows, event: PriorFiling.Acknowledged) -> None:
    _turned(rows, event, ACKNOWLEDGED).answered_on = event.on


@prior_filings.on(PriorFiling.ObjectedTo)
def object_to(rows: Rows, event: PriorFiling.ObjectedTo) -> None:
    _turned(rows, event, OBJECTED).answered_on = event.on


@prior_filings.on(PriorFiling.Ended)
def end(rows: Rows, event: PriorFiling.Ended) -> None:
    _turned(rows, event, ENDED).over_on = event.on


@prior_filings.on(PriorFiling.Withdrawn)
def withdraw(rows: Rows, event: PriorFiling.Withdrawn) -> None:
    _turned(rows, event, WITHDRAWN).over_on = event.on


def _turned(rows: Rows, event: Event, state: str) -> Row:
    row = rows.of(filings, event.stream)
    row.state = state
    return row


@dataclass(frozen=True, kw_only=True)
class SoughtFilings:
    """Which filings are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    programme: str = ""
    """Those about this programme, and those about all of them."""
    state: str = ""
    unit: str = ""
    in_force_on: date | None = None
    """Those whose period holds the day, whatever became of them."""


def listed_filings(
    db: Connection, sought: SoughtFilings, *, before: int | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return filings, the latest first, from before a position on."""
    found = _among(select(filings), sought)
    if before is not None:
        found = found.where(filings.c.filed < before)
    return db.execute(found.order_by(filings.c.filed.desc()).limit(limit)).all()


def count_filings(db: Connection, sought: SoughtFilings) -> int:
    """Return how many filings are like this."""
    return int(db.scalars(_among(select(func.count()).select_from(filings), sought)).one())


def filing_numbered(db: Connection, number: str) -> Found[Any] | None:
    """Return the filing with this number; None if there is none."""
    return db.execute(select(filings).where(filings.c.number == number)).first()


def numbers_of(db: Connection, some: Collection[UUID], areas: Collection[str] | None) -> dict[UUID, str]:
    """Return the numbers of those that are filings of these areas, by identity."""
    found = _among(select(filings.c.filing, filings.c.number), SoughtFilings(areas=areas))
    return {row.filing: row.number for row in db.execute(found.where(filings.c.filing.in_(some)))}


def _among(statement: Select[Any], sought: SoughtFilings) -> Select[Any]:
    for name in ("state", "unit"):
        if value := getattr(sought, name):
            statement = statement.where(filings.c[name] == value)
    if sought.programme:
        programme = filings.c.programme
        statement = statement.where(or_(programme == sought.programme, programme == ""))
    if sought.areas is not None:
        statement = statement.where(filings.c.area.in_(sought.areas))
    if sought.in_force_on is not None:
        day = sought.in_force_on
        statement = statement.where(filings.c.starts_on <= day, filings.c.ends_on >= day)
    return statement
