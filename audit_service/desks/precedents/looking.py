"""Precedents as they are read: what was determined in which matters, and how it spreads. Nobody is named."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.errors.offers import Cause, ElementCode
from audit_service.desks.precedents.words import WHO_READS, Band, NegativeCode
from audit_service.desks.tolerance.offers import Outcome, SituationCode
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.office import Office
from domain.tolerance.outcomes import LADDER
from projections.precedents import SoughtPrecedents, determinations, spread


class Filter(BaseModel):
    """Which determinations are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    situation: Annotated[SituationCode | None, Field(title="Entry of the tolerance list")] = None
    negative: Annotated[NegativeCode | None, Field(title="Entry of the negative list")] = None
    element: Annotated[ElementCode | None, Field(title="Element")] = None
    cause: Annotated[Cause | None, Field(title="Cause")] = None
    band: Annotated[Band | None, Field(title="Amount")] = None
    outcome: Annotated[Outcome | None, Field(title="Outcome")] = None


class PrecedentAnswer(BaseModel):
    """What was determined in a matter, without anybody in it."""

    year: int
    """In which it was determined."""
    outcome: str
    element: str
    cause: str
    origin: str
    direction: str
    band: str
    """Of the amount; a code."""
    situations: tuple[str, ...]
    negatives: tuple[str, ...]
    """Entries of the negative list that were hit."""
    ratings: tuple[str, ...]
    """Each factor with its rating, as the verifiers found it."""


class OutcomeCount(BaseModel):
    """How often what was determined."""

    outcome: str
    number: int


class PrecedentsAnswer(BaseModel):
    """A page of the list of precedents, and how all that are asked for spread."""

    spread: list[OutcomeCount]
    """The best outcome for the officials first. It is no score: nothing follows from it."""
    precedents: list[PrecedentAnswer]
    next: int | None
    """The next page is before this position; null on the last."""


def check_reader(reader: Identity) -> None:
    """Raises NotYourRole."""
    if not reader.holds_any(WHO_READS):
        raise NotYourRole.but(WHO_READS)


def listed(
    office: Office, reader: Identity, wanted: Filter, *, before: int | None, limit: int
) -> PrecedentsAnswer:
    """Return the determinations asked for, the latest first, with their spread. Raises NotYourRole."""
    check_reader(reader)
    sought = SoughtPrecedents(**{name: value or "" for name, value in wanted.model_dump().items()})
    with office.views.connect() as views:
        found = determinations(views, sought, before=before, limit=limit + 1)
        counted = spread(views, sought)
    following = found[limit - 1].determined if len(found) > limit else None
    return PrecedentsAnswer(spread=counts_of(counted), precedents=answers_of(found[:limit]), next=following)


def counts_of(counted: Mapping[str, int]) -> list[OutcomeCount]:
    """Return how often what was determined, the best first."""
    return [OutcomeCount(outcome=each, number=counted[each]) for each in LADDER if each in counted]


def answers_of(rows: Sequence[Row[Any]]) -> list[PrecedentAnswer]:
    """Return matters as they are told: of the day of the determination only the year."""
    plain = ("outcome", "element", "cause", "origin", "direction", "band")
    several = ("situations", "negatives", "ratings")
    return [
        PrecedentAnswer(
            year=row.determined_on.year,
            **{name: getattr(row, name) for name in plain},
            **{name: tuple(getattr(row, name).split()) for name in several},
        )
        for row in rows
    ]
