"""An inspection is planned: which areas, programmes and months, and what is looked at in each case."""

from dataclasses import dataclass
from datetime import date
from typing import Self
from uuid import UUID

from domain.areas import check_areas
from domain.identities import inspection_id
from domain.inspections.focus import FOCUS
from domain.inspections.refusals import (
    EndsBeforeItBegins,
    NothingInspected,
    NotOfThisInspection,
    NotYetOver,
    Over,
    UnknownFocus,
)
from domain.kernel import Act, Aggregate, Event
from domain.periods import month_of
from domain.refusal import Reference

PLANNED, COMMITTED, DRAWN = "planned", "committed", "drawn"
CONCLUDED, WITHDRAWN = "concluded", "withdrawn"

STATES = {
    PLANNED: "Being planned",
    COMMITTED: "Frame committed",
    DRAWN: "Sample drawn",
    CONCLUDED: "Concluded",
    WITHDRAWN: "Withdrawn",
}
"""Titles by state of an inspection; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is inspected."""

    number: str
    title: str
    areas: tuple[str, ...]
    programmes: tuple[str, ...]
    """None named: all of them."""
    from_month: date
    to_month: date
    focus: tuple[str, ...]
    members: tuple[UUID, ...] = ()
    """Who inspects, beside who plans it."""


class Planning(Aggregate):
    """The part of an inspection that knows what is inspected and by whom."""

    number: str = ""
    title: str = ""
    state: str = PLANNED
    areas: tuple[str, ...] = ()
    programmes: tuple[str, ...] = ()
    from_month: date = date.min
    to_month: date = date.min
    focus: tuple[str, ...] = ()
    members: tuple[UUID, ...] = ()
    ended_on: date | None = None
    planned: Reference | None = None
    moved: Reference | None = None
    """The event that brought it to where it stands."""

    class Planned(Event):
        """An inspection was planned: its scope, its months, and what it looks at."""

        TOPIC = "inspection.planned"

        number: str
        title: str
        areas: tuple[str, ...]
        programmes: tuple[str, ...]
        """None named: all of them."""
        from_month: date
        to_month: date
        focus: tuple[str, ...]
        members: tuple[UUID, ...]
        """With who planned it."""

        def apply(self, inspection: "Planning") -> None:
            inspection.number, inspection.title = self.number, self.title
            inspection.planned = inspection.moved = self.itself
            inspection.areas, inspection.programmes = self.areas, self.programmes
            inspection.from_month, inspection.to_month = self.from_month, self.to_month
            inspection.focus, inspection.members = self.focus, self.members

    class Withdrawn(Event):
        """The inspection was withdrawn; what was committed and drawn by then stays on record."""

        TOPIC = "inspection.withdrawn"

        def apply(self, inspection: "Planning") -> None:
            inspection.state, inspection.ended_on = WITHDRAWN, self.on
            inspection.moved = self.itself

    @classmethod
    def plan(cls, plan: Plan, act: Act) -> Self:
        """Plan an inspection.

        Raises NothingInspected, UnknownArea, UnknownFocus, EndsBeforeItBegins, NotYetOver.
        """
        first, last = month_of(plan.from_month), month_of(plan.to_month)
        _check_scope(plan)
        if last < first:
            raise EndsBeforeItBegins
        if last > act.on:
            raise NotYetOver(month=f"{last:%Y-%m}")
        inspection = cls.blank(inspection_id(plan.number))
        members = tuple(dict.fromkeys((act.by, *plan.members)))
        facts = vars(plan) | {"from_month": first, "to_month": last, "members": members}
        inspection.trigger(cls.Planned, act, **facts)
        return inspection

    def check_member(self, act: Act) -> None:
        """Raises NotOfThisInspection."""
        if act.by not in self.members:
            raise NotOfThisInspection(number=self.number).resting_on(self.planned)

    def check_not_over(self) -> None:
        """Raises Over."""
        if self.ended_on is not None:
            raise Over(number=self.number, on=self.ended_on).resting_on(self.moved)


def _check_scope(plan: Plan) -> None:
    if not (plan.areas and plan.focus):
        raise NothingInspected
    check_areas(plan.areas)
    for focus in plan.focus:
        if focus not in FOCUS:
            raise UnknownFocus(focus=focus)
