"""The list of families that may be entitled: each stays until somebody has decided, with reasons."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Select, String, func, select
from sqlalchemy import Row as Found

from domain.cases.case import Case
from domain.discovery.discovery import APPLIED, DECLINED, NOT_ENTITLED, WAITING, Discovery
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
from projections.columns import Identity, Number
from projections.kernel import Projection
from projections.kin import stands_apart
from projections.rows import Rows
from projections.shape import Row

discovery_list = Projection("discovery_list", version=1)

discoveries = discovery_list.table(
    "discoveries",
    Column("discovery", Identity, primary_key=True),
    Column("marked", BigInteger, nullable=False),
    Column("number", Number, nullable=False),
    Column("area", String, nullable=False),
    Column("programme", String, nullable=False),
    Column("sign", String, nullable=False),
    Column("family", String, nullable=False),
    Column("state", String, nullable=False),
    Column("marked_on", Date, nullable=False),
    Column("decide_by", Date, nullable=False),
    Column("person", Identity),
    Column("visit", Identity),
    Column("question_number", Number, nullable=False),
    Column("decided_on", Date),
    Column("reason", String, nullable=False, default=""),
    Column("case_number", Number, nullable=False, default=""),
    Column("error_number", Number, nullable=False, default=""),
    Index("by_state", "state", "marked"),
    Index("by_number", "number"),
    Index("by_person", "person"),
    Index("by_visit", "visit"),
    Index("by_question", "question_number"),
    of=Discovery,
)
"""`family` is sealed. `marked` is the position of the mark: the lower it is, the longer the family waits."""

discovery_list.ignores(*ACCOUNTABILITY)
discovery_list.ignores(
    Case,
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


@discovery_list.on(Discovery.Marked)
def mark(rows: Rows, event: Discovery.Marked) -> None:
    rows.add(
        discoveries,
        discovery=event.stream,
        marked=event.position,
        number=event.number,
        area=event.area,
        programme=event.programme,
        sign=event.sign,
        family=event.family,
        state=WAITING,
        marked_on=event.on,
        decide_by=event.decide_by,
        person=event.person,
        visit=event.visit,
        question_number=event.question_number,
    )


@discovery_list.on(Discovery.ApplicationOpened)
def open_application(rows: Rows, event: Discovery.ApplicationOpened) -> None:
    _decide(rows, event, APPLIED).case_number = event.case_number


@discovery_list.on(Discovery.FoundNotEntitled)
def find_not_entitled(rows: Rows, event: Discovery.FoundNotEntitled) -> None:
    _decide(rows, event, NOT_ENTITLED).reason = event.reason


@discovery_list.on(Discovery.Declined)
def decline(rows: Rows, event: Discovery.Declined) -> None:
    _decide(rows, event, DECLINED).reason = event.reason


@discovery_list.on(Discovery.ErrorReported)
def report_error(rows: Rows, event: Discovery.ErrorReported) -> None:
    rows.of(discoveries, event.stream).error_number = event.error_number


def _decide(rows: Rows, event: Event, state: str) -> Row:
    row = rows.of(discoveries, event.stream)
    row.state, row.decided_on = state, event.on
    return row


@dataclass(frozen=True, kw_only=True)
class SoughtDiscoveries:
    """Which discoveries are looked for; what is not said does not matter."""

    areas: Collection[str] | None = None
    programme: str = ""
    sign: str = ""
    state: str = ""
    person: UUID | None = None
    question_number: str = ""
    visit: UUID | None = None
    overdue_on: date | None = None
    """The day on which it is overdue: it was to be decided before."""
    apart_from: Collection[UUID] = ()
    """Persons who may not be concerned, nor anybody near them."""


def listed_discoveries(
    db: Connection, sought: SoughtDiscoveries, *, after: int = 0, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return discoveries, the one that waits longest first, from after a position on."""
    found = _among(select(discoveries), sought).where(discoveries.c.marked > after)
    return db.execute(found.order_by(discoveries.c.marked).limit(limit)).all()


def count_discoveries(db: Connection, sought: SoughtDiscoveries) -> int:
    """Return how many discoveries are like this."""
    return int(db.scalars(_among(select(func.count()).select_from(discoveries), sought)).one())


def discovery_numbered(db: Connection, number: str) -> Found[Any] | None:
    """Return the discovery with this number; None if there is none."""
    return db.execute(select(discoveries).where(discoveries.c.number == number)).first()


def numbers_of(db: Connection, some: Collection[UUID], sought: SoughtDiscoveries) -> dict[UUID, str]:
    """Return the numbers of those that are discoveries like these, by identity."""
    found = _among(select(discoveries.c.discovery, discoveries.c.number), sought)
    return {row.discovery: row.number for row in db.execute(found.where(discoveries.c.discovery.in_(some)))}


def _among(statement: Select[Any], sought: SoughtDiscoveries) -> Select[Any]:
    for name in ("programme", "sign", "state", "person", "question_number", "visit"):
        if value := getattr(sought, name):
            statement = statement.where(discoveries.c[name] == value)
    if sought.areas is not None:
        statement = statement.where(discoveries.c.area.in_(sought.areas))
    if sought.overdue_on is not None:
        waiting = discoveries.c.state == WAITING
        statement = statement.where(waiting, discoveries.c.decide_by < sought.overdue_on)
    if sought.apart_from:
        statement = statement.where(stands_apart(discoveries.c.person, sought.apart_from))
    return statement
