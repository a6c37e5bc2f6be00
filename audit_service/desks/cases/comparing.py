"""A case at two moments beside each other: what differs, what was recorded in between, who decided on what.

Each moment is two: the day that the facts are true on, and the one up to which they were known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import zip_longest
from operator import attrgetter

from pydantic import BaseModel

from audit_service.desks.cases import looking
from audit_service.desks.cases.answers import FactsAnswer, MomentAnswer
from audit_service.desks.cases.deciding import DecisionAnswer, decisions_in
from audit_service.desks.cases.dossier import Dossier, as_known, readable_dossier
from audit_service.desks.cases.readings import READINGS
from audit_service.desks.moments import moments_of
from audit_service.desks.names import state_name
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.parts import Moment
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, difference, number, written
from domain.cases.entitlement import EntitledPeriod, period_of


@dataclass(frozen=True)
class When:
    """A day, and the moment up to which it was known; today and now where nothing is said."""

    valid_on: date | None = None
    known_at: datetime | None = None


class FactAnswer(BaseModel):
    """A fact of the case on both sides, in the reader's language."""

    label: str
    one: str
    other: str
    differs: bool


class MonthsAnswer(BaseModel):
    """Months in which something else was due on one side than on the other. Amounts in fen."""

    starts: date
    ends: date | None
    one: int | None
    other: int | None
    """Null where nothing was determined for the months."""


class SideAnswer(BaseModel):
    """A case at one moment; its months are read at the case itself. Amounts in fen."""

    valid_on: date
    known_at: datetime | None
    """Null: as known now."""
    position: int
    """Last position of the record that was looked at."""
    version: int
    state: str | None
    monthly_amount: int
    facts: FactsAnswer | None

    @classmethod
    def of(cls, side: Dossier) -> "SideAnswer":
        """Tell one side."""
        on_day = side.on_day
        return cls(
            valid_on=side.valid_on,
            known_at=side.known_at,
            position=side.position,
            version=side.case.version,
            state=on_day.state.value if on_day.state else None,
            monthly_amount=on_day.monthly_amount,
            facts=FactsAnswer.of(on_day.facts) if on_day.facts else None,
        )


class ComparisonAnswer(BaseModel):
    """A case at two moments."""

    number: str
    position: int
    """Last position of the record that was looked at."""
    one: SideAnswer | None
    other: SideAnswer | None
    """Null where the case was not on record."""
    facts: list[FactAnswer]
    months: list[MonthsAnswer]
    """Only those that differ."""
    between: list[MomentAnswer]
    """What was recorded in between, the latest first."""
    decisions: list[DecisionAnswer]
    """What was decided by the later of the two moments, by whom and on which evidence; the latest first."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """A case as both sides show it. None where it was not on record."""

    one: Dossier | None
    other: Dossier | None
    whole: Dossier
    """As known at the later of both moments."""
    between: Sequence[Moment]
    decisions: list[DecisionAnswer]


def compared(office: Office, identity: Identity, number: str, one: When, other: When) -> Comparison:
    """Return the case at two moments for an official who may read it.

    Raises NotOnRecord if it was known at neither, NotYourArea, OwnRelative.
    """
    latest = max(one.known_at, other.known_at) if one.known_at and other.known_at else None
    whole = readable_dossier(office, identity, number, known_at=latest)
    sides = [_side(office, whole, when) for when in (one, other)]
    known = [side.position if side else 0 for side in sides]
    between = [event for event in whole.events if min(known) < event.position <= max(known)]
    return Comparison(
        one=sides[0],
        other=sides[1],
        whole=whole,
        between=moments_of(office, between, READINGS),
        decisions=decisions_in(office, whole.events, whole.position),
    )


def _side(office: Office, whole: Dossier, when: When) -> Dossier | None:
    position = whole.position
    if when.known_at is not None:
        position = min(position, office.record.position_at(when.known_at))
    return as_known(whole, position, valid_on=when.valid_on, known_at=when.known_at)


def comparison_answer(office: Office, found: Comparison) -> ComparisonAnswer:
    """Tell a comparison."""
    return ComparisonAnswer(
        number=found.whole.case.number,
        position=found.whole.position,
        one=SideAnswer.of(found.one) if found.one else None,
        other=SideAnswer.of(found.other) if found.other else None,
        facts=facts_of(office, found),
        months=months_that_differ(found),
        between=[MomentAnswer.of(moment) for moment in found.between],
        decisions=found.decisions,
    )


def facts_of(office: Office, found: Comparison) -> list[FactAnswer]:
    """Return every fact that either side shows, with what both say."""
    one, other = (_facts(office, side) for side in (found.one, found.other))
    return [
        FactAnswer(
            label=label,
            one=one.get(label, NOTHING),
            other=other.get(label, NOTHING),
            differs=one.get(label) != other.get(label),
        )
        for label in dict.fromkeys((*one, *other))
    ]


def _facts(office: Office, side: Dossier | None) -> dict[str, str]:
    if side is None:
        return {_("State"): _("Not on record")}
    state = side.on_day.state
    own: list[tuple[str, object]] = [
        (_("State"), state_name(state) if state else NOTHING),
        *looking.facts_on(office, side),
        (_("Differences to what was paid"), difference(sum(each.due - each.paid for each in side.entries))),
        (_("Events"), number(side.case.version)),
    ]
    return {label: written(value) for label, value in own}


def months_that_differ(found: Comparison) -> list[MonthsAnswer]:
    """Return the months in which different amounts are due, those in a row with the same two as one."""
    one, other = (side.case.entitlement if side else () for side in (found.one, found.other))
    rows: list[MonthsAnswer] = []
    borders = _borders((*one, *other))
    for starts, ends in zip_longest(borders, borders[1:]):
        amounts = _due(one, starts), _due(other, starts)
        if rows and rows[-1].ends == starts and (rows[-1].one, rows[-1].other) == amounts:
            rows[-1].ends = ends
        elif amounts[0] != amounts[1]:
            rows.append(MonthsAnswer(starts=starts, ends=ends, one=amounts[0], other=amounts[1]))
    return rows


def _borders(periods: Sequence[EntitledPeriod]) -> list[date]:
    return sorted({*map(attrgetter("starts"), periods), *(one.ends for one in periods if one.ends)})


def _due(periods: tuple[EntitledPeriod, ...], month: date) -> int | None:
    period = period_of(periods, month)
    return period.monthly_amount if period else None
