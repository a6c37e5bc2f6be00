"""The office's catalogue of living standards: approved, published, and in force from a day on."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from domain.areas import AREAS, check_areas
from domain.kernel import Act, Event
from domain.refusal import Message
from domain.standards.refusals import (
    EffectiveBeforeApproval,
    NoAreas,
    NoStandard,
    NotAnAmount,
    NotPublished,
    ReferenceTaken,
    SameDay,
)
from domain.standards.review_periods import ReviewPeriods

URBAN, RURAL, ANY = "urban", "rural", "any"
KINDS = {URBAN: "Urban", RURAL: "Rural", ANY: "Urban and rural alike"}
"""Titles by kind of standard; messages to translate."""

ROUNDINGS = {
    "fen": "To the fen: not rounded",
    "jiao_up": "Up to a full jiao",
    "yuan_up": "Up to a full yuan",
    "yuan": "To the nearest yuan, half a yuan up",
}
"""How an amount is rounded; messages to translate."""


@dataclass(frozen=True)
class UpliftRate:
    """What a member of a category is paid on top, in percent of the standard."""

    category: str
    percent: int


@dataclass(frozen=True, kw_only=True)
class LivingStandard:
    """What a head is entitled to in a month, in some areas, from a day on."""

    reference: str
    """Of the decision that set it."""
    programme: str
    kind: str
    areas: tuple[str, ...]
    monthly_amount: int
    """Fen a head."""
    approved_on: date
    published_on: date
    effective_from: date
    uplift_percent: tuple[UpliftRate, ...] = ()
    rounding: str = "fen"
    minimum_payment: int = 0
    """Fen; what is due but less than this is paid as this."""

    def percent_of(self, category: str) -> int:
        """Return what a member of the category is paid on top, in percent of the standard."""
        return next((rate.percent for rate in self.uplift_percent if rate.category == category), 0)

    def is_planned(self, on: date) -> bool:
        """Tell whether the standard is not yet in force on the day."""
        return on < self.effective_from


class Standards(ReviewPeriods):
    """Everything that is dated and approved, in one history an office."""

    TOPIC = "standards"

    published: tuple[LivingStandard, ...] = ()
    """In the order of the days they are in force from."""

    class Published(Event):
        """A living standard was published, to be in force from a day on."""

        TOPIC = "standards.published"

        reference: str
        programme: str
        kind: str
        areas: tuple[str, ...]
        monthly_amount: int
        approved_on: date
        published_on: date
        effective_from: date
        uplift_percent: tuple[UpliftRate, ...]
        rounding: str
        minimum_payment: int

        def apply(self, standards: "Standards") -> None:
            standard = LivingStandard(
                **{name: getattr(self, name) for name in LivingStandard.__dataclass_fields__}
            )
            standards.published = tuple(
                sorted((*standards.published, standard), key=lambda each: each.effective_from)
            )

    class AdjustmentCarriedOut(Event):
        """The cases of an area were adjusted to a new standard."""

        TOPIC = "standards.adjustment_carried_out"

        reference: str
        area: str
        cases: int
        exceptions: int
        total_before: int
        """Fen a month, of the cases that were adjusted."""
        total_after: int

    def publish(self, standard: LivingStandard, act: Act) -> None:
        """Publish a standard.

        Raises NotAnAmount, NoAreas, UnknownArea, EffectiveBeforeApproval, ReferenceTaken, SameDay.
        """
        if standard.monthly_amount <= 0:
            raise NotAnAmount
        if not standard.areas:
            raise NoAreas
        check_areas(standard.areas)
        if not standard.approved_on <= standard.published_on <= standard.effective_from:
            raise EffectiveBeforeApproval(
                approved_on=standard.approved_on,
                published_on=standard.published_on,
                effective_from=standard.effective_from,
            )
        for other in self.published:
            if other.reference == standard.reference:
                raise ReferenceTaken(reference=standard.reference)
            if other.effective_from == standard.effective_from and _overlap(other, standard):
                raise SameDay(reference=other.reference, effective_from=standard.effective_from)
        self.trigger(self.Published, act, valid_from=standard.effective_from, **vars(standard))

    def carry_out_adjustment(
        self, reference: str, act: Act, *, area: str, cases: int, exceptions: int, before: int, after: int
    ) -> None:
        """Record that the cases of an area were adjusted. `before`, `after`: fen a month in all.

        Raises NotPublished.
        """
        self.named(reference)
        self.trigger(
            self.AdjustmentCarriedOut,
            act,
            reference=reference,
            area=area,
            cases=cases,
            exceptions=exceptions,
            total_before=before,
            total_after=after,
        )

    def named(self, reference: str) -> LivingStandard:
        """Return the standard with this reference. Raises NotPublished."""
        for standard in self.published:
            if standard.reference == reference:
                return standard
        raise NotPublished(reference=reference)

    def applying(self, programme: str, area: str, kind: str, on: date) -> LivingStandard:
        """Return the standard in force on the day. Raises NoStandard."""
        for standard in reversed(self.published):
            if standard.effective_from <= on and _serves(standard, programme, area, (kind, ANY)):
                return standard
        raise NoStandard(kind=Message(KINDS[kind]), area=AREAS.get(area, area), month=on)

    def until(self, programme: str, area: str, on: date) -> list[LivingStandard]:
        """Return the standards that were in force in the area on the day or before it."""
        return [
            standard
            for standard in self.published
            if standard.effective_from <= on and _serves(standard, programme, area, KINDS)
        ]

    def in_force(self, programme: str, area: str, on: date) -> list[LivingStandard]:
        """Return the standard of each kind that is in force in the area on the day."""
        return list({standard.kind: standard for standard in self.until(programme, area, on)}.values())

    def days_after(self, programme: str, day: date) -> list[date]:
        """Return the days after this one from which another standard of the programme is in force."""
        return [
            standard.effective_from
            for standard in self.published
            if standard.programme == programme and standard.effective_from > day
        ]


def _serves(standard: LivingStandard, programme: str, area: str, kinds: Iterable[str]) -> bool:
    return standard.programme == programme and area in standard.areas and standard.kind in kinds


def _overlap(one: LivingStandard, other: LivingStandard) -> bool:
    return (
        one.programme == other.programme
        and (one.kind == other.kind or ANY in {one.kind, other.kind})
        and not set(one.areas).isdisjoint(other.areas)
    )
