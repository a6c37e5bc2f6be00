"""The decision that an error is about, with the case as it was known when it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from audit_service.desks.errors.deciders import DECIDED
from audit_service.desks.office import Office
from domain.cases.case import Case
from domain.cases.entitlement import Facts
from domain.errors.error_record import ErrorRecord
from domain.kernel import Event, replay


@dataclass(frozen=True)
class Decision:
    """A decision on a case, what was on record before it and what came to be on record after."""

    event: Event
    known: Case
    """The case as it was known when it was decided."""
    before: Sequence[Event]
    after: Sequence[Event]

    @property
    def facts(self) -> Facts | None:
        """What the record said about the family when it was decided; None if nothing."""
        return self.known.facts.at(self.event.valid_from or self.event.on) or self.known.checked

    def latest(self, *kinds: type[Event]) -> Event | None:
        """Return the last event of these kinds before the decision; None if there is none."""
        return next((event for event in reversed(self.before) if isinstance(event, kinds)), None)


def decision_of(office: Office, error: ErrorRecord) -> Decision | None:
    """Return the decision that an error names, else the last one that counted for its first month.

    None where there is no case, or nothing was decided on it.
    """
    if error.case is None:
        return None
    events = office.record.events(error.case)
    at = _place_of(events, error)
    if at is None:
        return None
    known = replay(cast("Case | None", None), events[:at] or events[:1])
    return Decision(events[at], cast("Case", known), events[:at], events[at + 1 :])


def _place_of(events: Sequence[Event], error: ErrorRecord) -> int | None:
    named = [place for place, event in enumerate(events) if event.position == error.decision]
    if named:
        return named[0]
    decided = [
        place
        for place, event in enumerate(events)
        if isinstance(event, DECIDED) and (event.valid_from or event.on) <= error.from_month
    ]
    return decided[-1] if decided else None
