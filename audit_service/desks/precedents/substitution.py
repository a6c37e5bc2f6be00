"""The substitution test: how others decided with the same before them, and how much that says."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel
from sqlalchemy import Row

from audit_service.desks.cases.readings import READINGS as OF_CASES
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from domain.errors.error_record import ErrorRecord
from domain.identities import STANDARDS_ID
from domain.standards.living_standard import ANY, LivingStandard, Standards
from domain.tolerance.substitution import SAYS, Share, says
from projections.pattern_peers import Rule, decision_at, latest_before, like, unlike

TITLES = {event.TOPIC: reading.title for event, reading in OF_CASES.items()}
"""What a decision was, by topic."""


class ShareAnswer(BaseModel):
    """How many of how many, and the interval that the share lies in at 95 %."""

    hits: int
    of: int
    low: float
    high: float


class WayAnswer(BaseModel):
    """How others decided, and how many of these decisions turned out wrong."""

    way: str
    """Topic of the decision."""
    number: int
    wrong: int


class SubstitutionAnswer(BaseModel):
    """How other decisions on the same evidence under the same rule went. Nobody is named."""

    way: str
    """Topic of the decision in question."""
    programme: str
    policy: str
    """What the procedure rests on."""
    standard: str
    """Reference of the standard; empty where none applies."""
    steps: tuple[str, ...]
    """That were done when it was decided."""
    known: tuple[str, ...]
    """What was known then, by codes."""
    ways: list[WayAnswer]
    officials: int
    """How many officials made these decisions, at most by way."""
    same: ShareAnswer
    """Of the others on the same evidence, those that went the same way."""
    wrong: ShareAnswer
    """Of these, those that turned out wrong."""
    wrong_elsewhere: ShareAnswer
    """Of decisions the same way on other evidence under the same rule, those that turned out wrong."""
    says: str
    """What the numbers say: too_few, system, not_system or undecided. Never about a person."""


@dataclass(frozen=True)
class _Counted:
    rows: Sequence[Row[Any]]

    def number(self, way: str = "") -> int:
        return sum(int(row.number) for row in self.rows if way in {"", row.way})

    def wrong(self, way: str) -> Share:
        found = [row for row in self.rows if row.way == way]
        return Share(sum(int(row.wrong) for row in found), sum(int(row.number) for row in found))

    @property
    def officials(self) -> int:
        return max((int(row.officials) for row in self.rows), default=0)


def substitution_of(office: Office, error: ErrorRecord) -> SubstitutionAnswer | None:
    """Return how others decided what an error is about; None where the record has no such decision.

    The decision is the one that the error names, else the last one that counted for its first month and was
    made before the error was reported.
    """
    if error.case is None:
        return None
    catalogue = office.record.find(Standards, STANDARDS_ID)
    published = catalogue.published if catalogue else ()
    reported = office.record.events(error.id)[0].position
    with office.views.connect() as views:
        one = decision_at(views, error.decision, error.case) or latest_before(
            views, error.case, error.from_month, reported
        )
        if one is None:
            return None
        rule = _rule(published, one)
        around, elsewhere = _Counted(like(views, one, rule)), _Counted(unlike(views, one, rule))
    same = Share(around.number(one.way), around.number())
    wrong, others = around.wrong(one.way), elsewhere.wrong(one.way)
    return SubstitutionAnswer(
        way=one.way,
        programme=one.programme,
        policy=one.policy,
        standard=rule.reference,
        steps=tuple(one.steps.split()),
        known=tuple(one.known.split()),
        ways=[WayAnswer(way=row.way, number=row.number, wrong=row.wrong) for row in around.rows],
        officials=around.officials,
        same=_told(same),
        wrong=_told(wrong),
        wrong_elsewhere=_told(others),
        says=says(same, wrong, others),
    )


def way_name(way: str) -> str:
    """Return what a decision was."""
    return _(TITLES[way])


def verdict(code: str) -> str:
    """Return what the numbers say, in the reader's language."""
    return _(SAYS[code])


def share_text(share: ShareAnswer) -> str:
    """Write how many of how many, with the interval in percent."""
    if not share.of:
        return _("None on record")
    return _(
        "%(hits)s of %(of)s (95 %% interval: %(low)s %% to %(high)s %%)",
        hits=f"{share.hits:,}",
        of=f"{share.of:,}",
        low=f"{100 * share.low:.1f}",
        high=f"{100 * share.high:.1f}",
    )


def _told(share: Share) -> ShareAnswer:
    low, high = share.interval
    return ShareAnswer(hits=share.hits, of=share.of, low=low, high=high)


def _rule(published: Sequence[LivingStandard], one: Row[Any]) -> Rule:
    """Return the standard that was applied to a decision, or was in force where none was."""
    serving = [each for each in published if each.programme == one.programme and _is_kind(each, one.kind)]
    applied = [each for each in serving if each.reference == one.standard]
    in_force = [each for each in serving if each.effective_from <= one.counts_from and one.area in each.areas]
    found = applied or ([] if one.standard else in_force)
    if not found:
        return Rule(reference=one.standard)
    standard = found[-1]
    later = [
        each.effective_from
        for each in serving
        if each.effective_from > standard.effective_from and not set(each.areas).isdisjoint(standard.areas)
    ]
    return Rule(
        reference=standard.reference,
        areas=standard.areas,
        since=standard.effective_from,
        until=min(later, default=date.max),
    )


def _is_kind(standard: LivingStandard, kind: str | None) -> bool:
    return kind is not None and standard.kind in {kind, ANY}
