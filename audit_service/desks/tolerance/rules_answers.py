"""What the rules of tolerance say: those that the office published, and the sample that holds until then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict

from audit_service.desks.tolerance.names import question_of, region_name, step_name, stops_name
from audit_service.office import Office
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, number, written
from domain.identities import TOLERANCE_RULES_ID
from domain.tolerance.clocks import Clock
from domain.tolerance.lists import Negative, Situation
from domain.tolerance.rules import SAMPLE, Edition, ToleranceRules
from domain.tolerance.six_factors import Factor


class Told(BaseModel):
    """A part of the rules as the API tells it. Titles of what is shipped are in English."""

    model_config = ConfigDict(from_attributes=True)


class RatingAnswer(Told):
    """One of the answers to a factor."""

    code: str
    title: str
    title_zh: str


class FactorAnswered(Told):
    """What an error is looked at by."""

    code: str
    title: str
    title_zh: str
    question: str
    question_zh: str
    ratings: list[RatingAnswer]
    """The best first."""


class SituationAnswer(Told):
    """What may be tolerated."""

    code: str
    title: str
    title_zh: str


class NegativeEntryAnswer(Told):
    """What is never tolerated."""

    code: str
    title: str
    title_zh: str
    basis: str
    hard: bool
    """Whether a hit rules toleration out."""


class ClockAnswer(Told):
    """How long a step may take."""

    step: str
    after: str
    days: int
    working: bool
    basis: str
    stops: str


class RulesOfToleranceAnswer(Told):
    """Rules of tolerance as they were approved; the sample was approved by nobody."""

    reference: str
    region: str
    """Code of the area; `*` for the whole office."""
    approved_on: date | None
    effective_from: date
    quorum: int
    verifiers: int
    factors: list[FactorAnswered]
    situations: list[SituationAnswer]
    negatives: list[NegativeEntryAnswer]
    clocks: list[ClockAnswer]


@dataclass(frozen=True, kw_only=True)
class RulesShown:
    """Rules of tolerance as the page shows them."""

    reference: str
    is_sample: bool
    facts: Sequence[tuple[object, ...]]
    factors: Sequence[Factor]
    situations: Sequence[Situation]
    negatives: Sequence[Negative]
    clocks: Sequence[Clock]


def editions(office: Office) -> list[Edition]:
    """Return the rules, the latest published first and the sample last."""
    rules = office.record.find(ToleranceRules, TOLERANCE_RULES_ID)
    return [*reversed(rules.published if rules else ()), SAMPLE]


def editions_answer(office: Office) -> list[RulesOfToleranceAnswer]:
    """Return the rules as the API tells them."""
    return [RulesOfToleranceAnswer.model_validate(edition) for edition in editions(office)]


def editions_shown(office: Office) -> list[RulesShown]:
    """Return the rules as the page shows them."""
    return [
        RulesShown(
            is_sample=edition.approved_on is None,
            facts=_facts(edition),
            **{name: getattr(edition, name) for name in SHOWN},
        )
        for edition in editions(office)
    ]


SHOWN = ("reference", "factors", "situations", "negatives", "clocks")


def _facts(edition: Edition) -> list[tuple[str, str]]:
    return [
        (_("For"), region_name(edition.region)),
        (_("Approved on"), day(edition.approved_on) if edition.approved_on else NOTHING),
        (_("In force from"), day(edition.effective_from)),
        (_("Officials who verify"), number(edition.verifiers)),
        (_("Members who must have voted"), number(edition.quorum)),
    ]


FACTOR_COLUMNS: tuple[ListColumn[Factor], ...] = (
    ListColumn(title="Factor", value=written),
    ListColumn(title="What it asks", value=question_of),
    ListColumn(title="Ratings, the best first", value=lambda factor: tuple(map(written, factor.ratings))),
)
SITUATION_COLUMNS: tuple[ListColumn[Situation], ...] = (
    ListColumn(title="Code", value=lambda entry: entry.code),
    ListColumn(title="Title", value=written),
)
NEGATIVE_COLUMNS: tuple[ListColumn[Negative], ...] = (
    ListColumn(title="Code", value=lambda entry: entry.code),
    ListColumn(title="Title", value=written),
    ListColumn(title="Basis", value=lambda entry: entry.basis),
    ListColumn(title="A hit rules out toleration", value=lambda entry: _("Yes") if entry.hard else _("No")),
)


def _length(clock: Clock) -> str:
    days = number(clock.days)
    return _("%(days)s working days", days=days) if clock.working else _("%(days)s days", days=days)


CLOCK_COLUMNS: tuple[ListColumn[Clock], ...] = (
    ListColumn(title="Step", value=lambda clock: step_name(clock.step)),
    ListColumn(title="How long", value=_length),
    ListColumn(title="After", value=lambda clock: _(clock.after)),
    ListColumn(title="Basis", value=lambda clock: clock.basis),
    ListColumn(title="What it stops", value=lambda clock: stops_name(clock.stops)),
)
COLUMNS: dict[str, Any] = {
    "factor_columns": FACTOR_COLUMNS,
    "situation_columns": SITUATION_COLUMNS,
    "negative_columns": NEGATIVE_COLUMNS,
    "clock_columns": CLOCK_COLUMNS,
}
"""By the name that the page has for them."""
