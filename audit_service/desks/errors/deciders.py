"""Who had a part in what a case's own history says was decided for some months."""

from collections.abc import Iterable, Iterator
from datetime import date
from uuid import UUID

from domain.cases.case import Case
from domain.kernel import Event
from domain.periods import next_month

PREPARED = (Case.MeansChecked, Case.Visited, Case.OpinionGiven)
"""What a decision rests on: whoever did it had a part in the decision."""
DECIDED = (
    Case.Confirmed,
    Case.ApplicationRefused,
    Case.Adjusted,
    Case.Suspended,
    Case.Resumed,
    Case.Terminated,
    Case.FactChanged,
    Case.FactCorrected,
    Case.StandardRaised,
    Case.TakenOver,
)


def deciders_of(history: Iterable[Event], decision: int, last: date | None) -> tuple[UUID, ...]:
    """Return who had a part in a decision, given as its position, or else in everything up to a month.

    Nothing that was decided is over for good: a fact found wrongly counts until somebody corrects it. So
    all decisions that are in force by the last month in error count; all of them while it goes on.
    """
    known = list(history)
    meant = [event for event in known if event.position == decision]
    if not meant:
        meant = [event for event in known if isinstance(event, DECIDED) and _counts_by(event, last)]
    if any(isinstance(event, Case.Confirmed | Case.ApplicationRefused) for event in meant):
        meant += [event for event in known if isinstance(event, PREPARED)]
    return tuple(dict.fromkeys(person for event in meant for person in _people(event)))


def decision_at(history: Iterable[Event], position: int) -> Event | None:
    """Return the event of the case at a position; None if there is none."""
    return next((event for event in history if event.position == position), None)


def _counts_by(event: Event, last: date | None) -> bool:
    return last is None or (event.valid_from or event.on) < next_month(last)


def _people(event: Event) -> Iterator[UUID]:
    yield event.by
    if isinstance(event, Case.Visited):
        yield from event.visitors
