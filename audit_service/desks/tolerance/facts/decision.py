"""The decision that an error is about, with the case as it was known when it was made."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from audit_service.desks.errors.deciders import decision_in_error
from audit_service.office import Office
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


def decision_of(office: Office, error: ErrorRecord, reported: int) -> Decision | None:
    """Return the decision in error. `reported`: position at which the error was reported.

    None where there is no case, or nothing was decided on it.
    """
    events = office.record.events(error.case) if error.case else []
    made = decision_in_error(events, error.decision, error.from_month, reported)
    if made is None:
        return None
    at = next(place for place, event in enumerate(events) if event.position == made.position)
    known = replay(cast("Case | None", None), events[:at] or events[:1])
    return Decision(made, cast("Case", known), events[:at], events[at + 1 :])
