"""What happens to a visit, and how it stands after it."""

from dataclasses import replace
from datetime import date
from typing import Final
from uuid import UUID

from domain.kernel import Aggregate, Event, Personal
from domain.visits.told import Visited

PLANNED, MADE, MISSED, CALLED_OFF, WITHDRAWN = "planned", "made", "missed", "called_off", "withdrawn"

STATES: Final = {
    PLANNED: "To be made",
    MADE: "Made",
    MISSED: "Missed",
    CALLED_OFF: "Called off",
    WITHDRAWN: "Withdrawn",
}
"""Titles by state of a visit; messages to translate."""


class VisitState(Aggregate):
    """A visit as its history leaves it."""

    number: str = ""
    visited: Visited = Visited(area="")
    state: str = ""
    due_on: date | None = None
    visited_on: date | None = None
    cadre_tokens: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()

    class Planned(Event):
        """A visit was planned that is to be made by a day."""

        TOPIC = "visit.planned"

        number: str
        person: UUID | None
        household: UUID | None
        case: UUID | None
        case_number: str
        area: str
        named: Personal = ""
        due_on: date
        visitors: Personal
        cadre_tokens: tuple[str, ...]
        officials: tuple[UUID, ...]

        def apply(self, visit: "VisitState") -> None:
            visit.number, visit.visited, visit.state = self.number, _visited(self), PLANNED
            visit.due_on, visit.cadre_tokens = self.due_on, self.cadre_tokens

    class Rescheduled(Event):
        """A planned visit was put on another day, or was given to others."""

        TOPIC = "visit.rescheduled"

        due_before: date | None
        due_on: date
        visitors: Personal = ""
        """Empty where the same go as before, as are the two below."""
        cadre_tokens: tuple[str, ...]
        officials: tuple[UUID, ...]

        def apply(self, visit: "VisitState") -> None:
            visit.due_on = self.due_on
            visit.cadre_tokens = self.cadre_tokens or visit.cadre_tokens

    class CalledOff(Event):
        """A planned visit was given up."""

        TOPIC = "visit.called_off"

        def apply(self, visit: "VisitState") -> None:
            visit.state = CALLED_OFF

    class Recorded(Event):
        """A visit was made: who went, whom they met, and what they saw."""

        TOPIC = "visit.recorded"

        number: str
        person: UUID | None
        household: UUID | None
        case: UUID | None
        case_number: str
        area: str
        named: Personal = ""
        visitors: Personal
        cadre_tokens: tuple[str, ...]
        officials: tuple[UUID, ...]
        visited_on: date
        met: Personal
        observations: tuple[str, ...]
        found: Personal

        def apply(self, visit: "VisitState") -> None:
            visit.number, visit.visited, visit.state = self.number, _visited(self), MADE
            visit.visited_on, visit.cadre_tokens = self.visited_on, self.cadre_tokens
            visit.observations = self.observations

    class TakenOver(Event):
        """The visit was taken over from a ledger kept before this record."""

        TOPIC = "visit.taken_over"

        number: str
        person: UUID
        area: str
        visited_on: date
        visitor: Personal
        visitor_unit: str
        cadre_tokens: tuple[str, ...]
        category: str
        answer_given: Personal = ""
        settled: bool | None
        register: str
        sheet: str
        row: int

        def apply(self, visit: "VisitState") -> None:
            visit.is_withdrawn = False
            visit.number, visit.state = self.number, MADE
            visit.visited = Visited(person=self.person, area=self.area)
            visit.visited_on, visit.cadre_tokens = self.visited_on, self.cadre_tokens

    class TakeoverWithdrawn(Event):
        """The takeover of the visit was taken back, as the import it came with was."""

        TOPIC = "visit.takeover_withdrawn"

        def apply(self, visit: "VisitState") -> None:
            visit.mark_withdrawn()

    class Missed(Event):
        """Nobody was met on a visit."""

        TOPIC = "visit.missed"

        number: str
        person: UUID | None
        household: UUID | None
        case: UUID | None
        case_number: str
        area: str
        named: Personal = ""
        visitors: Personal
        cadre_tokens: tuple[str, ...]
        officials: tuple[UUID, ...]
        missed_on: date
        reason: str

        def apply(self, visit: "VisitState") -> None:
            visit.number, visit.visited, visit.state = self.number, _visited(self), MISSED
            visit.cadre_tokens = self.cadre_tokens

    class Corrected(Event):
        """What was recorded of a visit had been wrong and was put right."""

        TOPIC = "visit.corrected"

        visited_before: date | None
        visited_on: date | None
        """None where the day was right; what else is empty was right, too."""
        visitors: Personal = ""
        cadre_tokens: tuple[str, ...]
        officials: tuple[UUID, ...]
        met: Personal = ""
        observations: tuple[str, ...]
        found: Personal = ""

        def apply(self, visit: "VisitState") -> None:
            visit.visited_on = self.visited_on or visit.visited_on
            visit.cadre_tokens = self.cadre_tokens or visit.cadre_tokens
            visit.observations = self.observations or visit.observations

    class PersonCorrected(Event):
        """The visit had been recorded for somebody else, because their entries had been taken for one."""

        TOPIC = "visit.person_corrected"

        before: UUID
        after: UUID

        def apply(self, visit: "VisitState") -> None:
            visit.visited = replace(visit.visited, person=self.after)

    class Withdrawn(Event):
        """The visit had been recorded by mistake and counts no more."""

        TOPIC = "visit.withdrawn"

        reason: str

        def apply(self, visit: "VisitState") -> None:
            visit.state = WITHDRAWN

    @property
    def subject(self) -> UUID:
        """Under whose key texts are sealed: the family's, or the visit's own if they are not on record."""
        return self.visited.subject or self.id


def _visited(event: Event) -> Visited:
    """Return whom a visit is to; what names somebody in words stays with the event."""
    facts = vars(event)
    return Visited(**{name: facts[name] for name in ("person", "household", "case", "case_number", "area")})
