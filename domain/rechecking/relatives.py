"""What an official did in the cases of somebody who was declared as their relative only afterwards."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.cases.case import Case
from domain.kernel import Event
from domain.leads.finding import RELATIVE, Finding
from domain.rechecking.replay import about, lived

NO_ACT_OF_ITS_OWN = (Case.TakenOver, Case.StandardRaised, Case.Determined)
"""What one act does to a whole register or area, and what only follows from the decision before it."""


@dataclass(frozen=True)
class Declaration:
    """That somebody is a relative of an official, as it is on record."""

    official: UUID
    relative: UUID
    position: int
    on: date


def acts_before(
    declared: Declaration, history: Iterable[Event], concerned: Callable[[Event], bool]
) -> list[Finding]:
    """Tell of each act of the official in a case before the declaration. Records nothing.

    `concerned` says whether the relative had to do with the case when something happened. Nothing is said
    of why it was done: who acts need not know who lives where, and may have declared it as soon as they did.
    """
    events = list(history)
    case = lived(events).case
    return [
        about(case, event, RELATIVE, event.on, detail=f"{event.TOPIC} {declared.on.isoformat()}")
        for event in events
        if event.by == declared.official
        and event.position < declared.position
        and not isinstance(event, NO_ACT_OF_ITS_OWN)
        and concerned(event)
    ]
