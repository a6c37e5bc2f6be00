"""The limits that a measure is filed with, and whether an error lies within them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, cast

from domain.kernel import Event, replay
from domain.tolerance.prior_filing import IN_FORCE, PriorFiling

FILED_BEFORE, IN_FORCE_THEN, PERIOD = "filed_before", "in_force_then", "period"
AREA, PROGRAMME, ELEMENT, AMOUNT = "area", "programme", "element", "amount"

LIMITS: Final = {
    FILED_BEFORE: "Filed before the decision",
    IN_FORCE_THEN: "In force then: neither objected to nor ended",
    PERIOD: "Decided in the period of the measure",
    AREA: "In its area",
    PROGRAMME: "In its programme",
    ELEMENT: "An error of a kind that it names",
    AMOUNT: "Not more than its amount",
}
"""Titles by what is asked, in the order it is asked; messages to translate."""


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """An error, as far as a filing asks for it."""

    area: str
    programme: str
    """Code of the programme; empty where there is no case."""
    element: str
    decision: int
    """Position of the decision in error; 0 where none is named."""
    decided_on: date | None
    """Of that decision; None where none is named."""
    from_month: date
    amount: int | None
    """Fen, all months added up without their signs; None while nobody has said."""


@dataclass(frozen=True)
class Held:
    """One of the limits, and whether the error keeps to it."""

    limit: str
    """One of LIMITS."""
    within: bool | None
    """None where it cannot be told yet."""


def held(history: Iterable[Event], mistake: Mistake) -> tuple[Held, ...]:
    """Return each of the limits of a filing, as they stood when the decision in error was recorded.

    `history` is everything that happened to the filing, with positions. What was amended later, or
    withdrawn later, changes nothing for decisions before.
    """
    events = list(history)
    then = _replayed([event for event in events if _is_before(event, mistake)])
    filing = then or cast("PriorFiling", _replayed(events))
    found = {
        FILED_BEFORE: then is not None,
        IN_FORCE_THEN: then is not None and then.state in IN_FORCE,
        PERIOD: filing.starts_on <= (mistake.decided_on or mistake.from_month) <= filing.ends_on,
        AREA: filing.area == mistake.area,
        PROGRAMME: _same_programme(filing, mistake),
        ELEMENT: mistake.element in filing.elements,
        AMOUNT: None if mistake.amount is None else mistake.amount <= filing.amount,
    }
    return tuple(Held(limit, found[limit]) for limit in LIMITS)


def is_within(limits: Iterable[Held]) -> bool:
    """Say whether the error keeps to all of the limits, so that the filing is evidence for it."""
    return all(each.within is True for each in limits)


def _replayed(events: Iterable[Event]) -> PriorFiling | None:
    return replay(cast("PriorFiling | None", None), events)


def _is_before(event: Event, mistake: Mistake) -> bool:
    """Say whether the event stood in the record before the decision; else before the first month in error."""
    return event.position < mistake.decision if mistake.decision else event.on < mistake.from_month


def _same_programme(filing: PriorFiling, mistake: Mistake) -> bool | None:
    if not filing.programme:
        return True
    return filing.programme == mistake.programme if mistake.programme else None
