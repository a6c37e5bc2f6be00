"""What was determined in which matters, by what makes two of them alike; nobody is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Column, Connection, Date, Index, Select, String, func, select
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
from domain.tolerance.precedents import WIDTHS, band_of
from domain.tolerance.review import ToleranceReview
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity
from projections.kernel import Projection
from projections.rows import Rows

precedents = Projection("precedents", version=1)

matters = precedents.table(
    "matters",
    Column("review", Identity, primary_key=True),
    Column("element", String, nullable=False),
    Column("cause", String, nullable=False),
    Column("origin", String, nullable=False),
    Column("direction", String, nullable=False),
    Column("band", String, nullable=False),
    Column("situations", String, nullable=False, default=""),
    Column("negatives", String, nullable=False, default=""),
    Column("lists", String, nullable=False, default=""),
    Column("ratings", String, nullable=False, default=""),
    Column("outcome", String),
    Column("determined", BigInteger),
    Column("determined_on", Date),
    Index("by_lists", "lists", "cause", "band", "ratings", "outcome"),
    Index("by_determination", "determined"),
    of=ToleranceReview,
)
"""Situations, negatives that were hit, both together and ratings each with a blank between, in order.

`outcome` is what holds by now; `determined` is the position of the determination, and nothing until there
is one, or after it was revoked."""

HANDLED = (
    ToleranceReview.Drafted,
    ToleranceReview.SituationsClaimed,
    ToleranceReview.VerificationReported,
    ToleranceReview.Determined,
    ToleranceReview.ReviewDecided,
    ToleranceReview.Revoked,
)

precedents.ignores(*(kind for kind in ACCOUNTABILITY if kind is not ToleranceReview))
precedents.ignores(*(event for event in ToleranceReview.EVENTS if event not in HANDLED))
precedents.ignores(Case, Discovery, Document, ErrorCatalogue, ErrorRecord, GivenNumber, Household, Import)
precedents.ignores(Lead, Official, Person, Question, Standards, Visit)


@precedents.on(ToleranceReview.Drafted)
def draft(rows: Rows, event: ToleranceReview.Drafted) -> None:
    rows.add(
        matters,
        review=event.stream,
        **{name: getattr(event, name) for name in ("element", "cause", "origin", "direction")},
        band=band_of(event.amount),
    )


@precedents.on(ToleranceReview.SituationsClaimed)
def claim(rows: Rows, event: ToleranceReview.SituationsClaimed) -> None:
    _list(rows, event.stream, event.situations)


@precedents.on(ToleranceReview.VerificationReported)
def report(rows: Rows, event: ToleranceReview.VerificationReported) -> None:
    row = rows.of(matters, event.stream)
    row.negatives = " ".join(sorted(each.code for each in event.negatives if each.hit))
    row.ratings = " ".join(sorted(f"{each.factor}:{each.rating}" for each in event.ratings))
    _list(rows, event.stream, event.situations)


@precedents.on(ToleranceReview.Determined)
def determine(rows: Rows, event: ToleranceReview.Determined) -> None:
    row = rows.of(matters, event.stream)
    row.outcome, row.determined, row.determined_on = event.outcome, event.position, event.on
    _list(rows, event.stream, event.situations)


@precedents.on(ToleranceReview.ReviewDecided)
def decide_review(rows: Rows, event: ToleranceReview.ReviewDecided) -> None:
    rows.of(matters, event.stream).outcome = event.outcome


@precedents.on(ToleranceReview.Revoked)
def revoke(rows: Rows, event: ToleranceReview.Revoked) -> None:
    row = rows.of(matters, event.stream)
    row.outcome = row.determined = row.determined_on = None


def _list(rows: Rows, review: UUID, situations: Sequence[str]) -> None:
    row = rows.of(matters, review)
    row.situations = " ".join(sorted(set(situations)))
    row.lists = f"{row.situations} {row.negatives}".strip()


@dataclass(frozen=True, kw_only=True)
class SoughtPrecedents:
    """Which determinations are looked for; what is not said does not matter."""

    element: str = ""
    cause: str = ""
    band: str = ""
    outcome: str = ""
    situation: str = ""
    negative: str = ""


def matter_of(db: Connection, review: UUID) -> Found[Any] | None:
    """Return what the matter of a review is compared by; None if there is no such review."""
    return db.execute(select(matters).where(matters.c.review == review)).one_or_none()


def determinations(
    db: Connection, sought: SoughtPrecedents, *, before: int | None = None, limit: int = 50
) -> Sequence[Found[Any]]:
    """Return what was determined, the latest first, from before a position on."""
    found = _among(select(matters), sought)
    if before is not None:
        found = found.where(matters.c.determined < before)
    return db.execute(found.order_by(matters.c.determined.desc()).limit(limit)).all()


def spread(db: Connection, sought: SoughtPrecedents) -> dict[str, int]:
    """Return how often what was determined in these matters."""
    found = _among(select(matters.c.outcome, func.count().label("number")), sought)
    return {row.outcome: row.number for row in db.execute(found.group_by(matters.c.outcome))}


def spreads_around(db: Connection, matter: Found[Any]) -> dict[str, dict[str, int]]:
    """Return how often what was determined in other matters like this one, for each of WIDTHS."""
    found = select(matters.c.outcome, func.count().label("number"))
    found = found.where(matters.c.determined.is_not(None), matters.c.review != matter.review)
    found = found.group_by(matters.c.outcome)
    spreads: dict[str, dict[str, int]] = {}
    for width in WIDTHS:
        found = found.where(matters.c[width] == getattr(matter, width))
        spreads[width] = {row.outcome: row.number for row in db.execute(found)}
    return spreads


def matters_like(db: Connection, matter: Found[Any], width: str, limit: int = 20) -> Sequence[Found[Any]]:
    """Return the other matters that are like this one up to a width, the latest determined first."""
    found = select(matters).where(matters.c.determined.is_not(None), matters.c.review != matter.review)
    widths = tuple(WIDTHS)
    for name in widths[: widths.index(width) + 1]:
        found = found.where(matters.c[name] == getattr(matter, name))
    return db.execute(found.order_by(matters.c.determined.desc()).limit(limit)).all()


def _among(statement: Select[Any], sought: SoughtPrecedents) -> Select[Any]:
    statement = statement.where(matters.c.determined.is_not(None))
    for name in ("element", "cause", "band", "outcome"):
        if value := getattr(sought, name):
            statement = statement.where(matters.c[name] == value)
    for column, code in ((matters.c.situations, sought.situation), (matters.c.negatives, sought.negative)):
        if code:
            statement = statement.where((" " + column + " ").contains(f" {code} ", autoescape=True))
    return statement
