"""An error comes to light: reported once, and again by whoever else finds it."""

from datetime import date
from uuid import UUID

from domain.errors.duties import DECISION, Duties
from domain.errors.state import State
from domain.kernel import Event, Personal


class Reporting(Duties):
    """The part of an error that anyone entitled may report."""

    class Reported(Event):
        """An error in assistance was reported."""

        TOPIC = "error.reported"

        number: str
        element: str
        """Code of the catalogue, as the reporter sees it."""
        case: UUID | None
        """None for a family that was not covered."""
        case_number: str
        household: UUID | None
        area: str
        decision: int
        """Position of the decision in error; 0 where there is none."""
        from_month: date
        to_month: date | None
        """The last month in error; None while it goes on."""
        channel: str
        own: bool
        """Whether the reporter had a part in the decision."""
        before_discovery: bool
        """Whether nobody else had found it, as the record tells."""
        within_days: bool
        """Whether it was reported in time after it was learned of."""
        deciders: tuple[UUID, ...]
        """Who had a part in the decision, from the history of the case."""
        text: Personal
        decided_on: date | None = None
        """The day of the decision in error."""

        def apply(self, error: "Reporting") -> None:
            error.number, error.element, error.channel = self.number, self.element, self.channel
            error.case, error.case_number = self.case, self.case_number
            error.household, error.area = self.household, self.area
            error.decision, error.deciders = self.decision, self.deciders
            error.from_month, error.to_month = self.from_month, self.to_month
            error.own, error.before_discovery = self.own, self.before_discovery
            error.within_days = self.within_days
            error.state, error.reports, error.sealed_for = State.REPORTED, 1, self.subject
            for decider in self.deciders:
                error.remember(self, decider, DECISION, self.decided_on)

    class ReportLinked(Event):
        """The same error was reported once more."""

        TOPIC = "error.report_linked"

        channel: str
        own: bool
        text: Personal

        def apply(self, error: "Reporting") -> None:
            error.reports += 1
