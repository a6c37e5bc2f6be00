"""The office's rules of tolerance: factors, lists and times, approved and in force from a day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.areas import check_areas
from domain.kernel import Act, Aggregate, Event
from domain.refusal import Message
from domain.standards.deadlines import WorkingDays
from domain.tolerance.clocks import CLOCKS, STEPS, STOPS, Clock
from domain.tolerance.lists import NEGATIVES, SITUATIONS, Negative, Situation
from domain.tolerance.rules_refusals import (
    BeforeApproval,
    ClockMissing,
    EntryTwice,
    NotADuration,
    NothingToLookAt,
    RulesTaken,
    TooFew,
    UnknownEdition,
)
from domain.tolerance.six_factors import SIX, Factor, Rating

WHOLE_OFFICE = "*"
LEAST_VERIFIERS, LEAST_QUORUM = 2, 2


@dataclass(frozen=True, kw_only=True)
class Edition:
    """Rules of tolerance as they were approved."""

    reference: str
    """Of the decision that set them."""
    region: str = WHOLE_OFFICE
    """Code of the area that they are for; `*` for the whole office."""
    approved_on: date | None
    """None for the sample."""
    effective_from: date
    factors: tuple[Factor, ...] = SIX
    situations: tuple[Situation, ...] = SITUATIONS
    negatives: tuple[Negative, ...] = NEGATIVES
    clocks: tuple[Clock, ...] = CLOCKS
    quorum: int = 3
    """Members of the panel who must have voted."""
    verifiers: int = LEAST_VERIFIERS

    @property
    def hard(self) -> frozenset[str]:
        """Codes of what is never tolerated when it is hit."""
        return frozenset(each.code for each in self.negatives if each.hard)

    def clock(self, step: str) -> Clock:
        """Return the clock of a step; every edition has one for each."""
        return next(clock for clock in self.clocks if clock.step == step)

    @property
    def by_factor(self) -> dict[str, Factor]:
        """Return the factors by code."""
        return {factor.code: factor for factor in self.factors}

    @property
    def by_situation(self) -> dict[str, Situation]:
        """Return the tolerance list by code."""
        return {situation.code: situation for situation in self.situations}

    @property
    def by_negative(self) -> dict[str, Negative]:
        """Return the negative list by code."""
        return {negative.code: negative for negative in self.negatives}

    def ratings(self, factor: str) -> dict[str, Rating]:
        """Return the ratings of a factor by code."""
        return {rating.code: rating for rating in self.by_factor[factor].ratings}


SAMPLE = Edition(reference="本局示例规定", approved_on=None, effective_from=date(2018, 5, 20))
"""What holds until an office publishes its own: a sample, approved by nobody."""


@dataclass(frozen=True)
class Terms:
    """The rules that a review goes by, with the days that the offices work."""

    edition: Edition
    working_days: WorkingDays

    def due(self, step: str, since: date) -> date:
        """Return the last day of a step whose clock begins to run after `since`."""
        return self.edition.clock(step).due(since, self.working_days)


class ToleranceRules(Aggregate):
    """Everything the office published about how it tolerates errors, in one history an office."""

    TOPIC = "tolerance_rules"

    published: tuple[Edition, ...] = ()
    """In the order they were published."""

    class Published(Event):
        """Rules of tolerance were published, to be in force from a day on."""

        TOPIC = "tolerance_rules.published"

        reference: str
        region: str
        approved_on: date
        effective_from: date
        factors: tuple[Factor, ...]
        situations: tuple[Situation, ...]
        negatives: tuple[Negative, ...]
        clocks: tuple[Clock, ...]
        quorum: int
        verifiers: int

        def apply(self, rules: "ToleranceRules") -> None:
            edition = Edition(**{name: getattr(self, name) for name in Edition.__dataclass_fields__})
            rules.published = (*rules.published, edition)

    def publish(self, edition: Edition, act: Act) -> None:
        """Publish rules for an area or for the whole office.

        Raises UnknownArea, NothingToLookAt, EntryTwice, ClockMissing, NotADuration, TooFew,
        BeforeApproval, RulesTaken.
        """
        if edition.region != WHOLE_OFFICE:
            check_areas([edition.region])
        _check_lists(edition)
        _check_clocks(edition.clocks)
        if edition.verifiers < LEAST_VERIFIERS or edition.quorum < LEAST_QUORUM:
            raise TooFew(verifiers=LEAST_VERIFIERS, quorum=LEAST_QUORUM)
        if edition.approved_on is None or edition.effective_from < edition.approved_on:
            raise BeforeApproval(effective_from=edition.effective_from)
        for other in self.published:
            same = (other.region, other.effective_from) == (edition.region, edition.effective_from)
            if same or edition.reference in {other.reference, SAMPLE.reference}:
                raise RulesTaken(reference=other.reference, effective_from=other.effective_from)
        self.trigger(self.Published, act, valid_from=edition.effective_from, **vars(edition))

    def on(self, day: date, area: str) -> Edition:
        """Return the rules in force on the day: of the area, else of the whole office, else the sample."""
        for region in (area, WHOLE_OFFICE):
            in_force = [
                each for each in self.published if each.region == region and each.effective_from <= day
            ]
            if in_force:
                return max(in_force, key=lambda each: each.effective_from)
        return SAMPLE

    def edition(self, reference: str) -> Edition:
        """Return the rules with this reference. Raises UnknownEdition."""
        for each in (SAMPLE, *self.published):
            if each.reference == reference:
                return each
        raise UnknownEdition(reference=reference)


def _check_lists(edition: Edition) -> None:
    """Raises NothingToLookAt, EntryTwice."""
    if not (edition.factors and edition.situations and edition.negatives):
        raise NothingToLookAt
    if any(not factor.ratings for factor in edition.factors):
        raise NothingToLookAt
    _check_once(each.code for each in edition.factors)
    situations = [each.code for each in edition.situations]
    _check_once(situations + [each.code for each in edition.negatives])
    for factor in edition.factors:
        _check_once(rating.code for rating in factor.ratings)


def _check_once(codes: Iterable[str]) -> None:
    """Raises EntryTwice."""
    seen: set[str] = set()
    for code in codes:
        if code in seen:
            raise EntryTwice(code=code)
        seen.add(code)


def _check_clocks(clocks: tuple[Clock, ...]) -> None:
    """Raises EntryTwice, ClockMissing, NotADuration."""
    _check_once(clock.step for clock in clocks)
    given = {clock.step for clock in clocks if clock.stops in STOPS and clock.basis}
    for step, title in STEPS.items():
        if step not in given:
            raise ClockMissing(step=Message(title))
    for clock in clocks:
        if clock.days < 1:
            raise NotADuration(step=Message(STEPS.get(clock.step, clock.step)))
