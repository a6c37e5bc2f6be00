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
    all decisions that are in force by the last month in error count; all of them while it goes on. Whoever
    put something right is none of them, unless it is named as what is in error.
    """
    known = list(history)
    meant = [event for event in known if event.position == decision] or _decided_by(known, last)
    if any(isinstance(event, Case.Confirmed | Case.ApplicationRefused) for event in meant):
        meant += [event for event in known if isinstance(event, PREPARED)]
    return tuple(dict.fromkeys(person for event in meant for person in _people(event)))


def decision_in_error(history: Iterable[Event], decision: int, first: date, reported: int) -> Event | None:
    """Return the decision that an error names by its position, else the last for its `first` month.

    That is one that somebody made about this very case, before the error was `reported` (a position). None
    if nothing was decided.
    """
    known = list(history)
    made = [
        event
        for event in _decided_by(known, first)
        if event.position < reported and not isinstance(event, Case.StandardRaised)
    ]
    return decision_at(known, decision) or (made[-1] if made else None)


def decision_at(history: Iterable[Event], position: int) -> Event | None:
    """Return the event of the case at a position; None if there is none."""
    return next((event for event in history if event.position == position), None)


def _decided_by(history: Iterable[Event], last: date | None) -> list[Event]:
    """Return what was decided and counts by the end of a month; everything if there is none."""
    return [
        event
        for event in history
        if isinstance(event, DECIDED) and not _puts_right(event) and _counts_by(event, last)
    ]


def _puts_right(event: Event) -> bool:
    """Say whether it corrects what had been wrong; an amount is decided anew for an error, which it names."""
    return isinstance(event, Case.FactCorrected) or (isinstance(event, Case.Adjusted) and event.basis != "")


def _counts_by(event: Event, last: date | None) -> bool:
    return last is None or (event.valid_from or event.on) < next_month(last)


def _people(event: Event) -> Iterator[UUID]:
    yield event.by
    if isinstance(event, Case.Visited):
        yield from event.visitors
