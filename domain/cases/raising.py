"""The standard is raised: every case in payment is adjusted to it."""

from dataclasses import replace

from domain.cases.entitlement import Difference, EntitledPeriod, spliced
from domain.cases.state import CaseState
from domain.kernel import Event


class Raising(CaseState):
    """The part of a case that follows the standards."""

    class StandardRaised(Event):
        """The amount was adjusted to a new standard, with that of every case on it."""

        TOPIC = "case.standard_raised"

        standard: str
        """Reference of the new standard."""
        kind: str
        """Of standard, told by the arithmetic where the register did not say it."""
        monthly_before: int
        """Fen in the first month, as it was determined before."""
        monthly_amount: int
        """Fen in the first month, under the new standard."""
        periods: tuple[EntitledPeriod, ...]
        """What is due from the first period's start on, instead of everything determined before."""
        differences: tuple[Difference, ...]

        def apply(self, case: "Raising") -> None:
            case.facts = case.facts.corrected(
                self.periods[0].starts, None, lambda facts: replace(facts, kind=facts.kind or self.kind)
            )
            case.entitlement = spliced(case.entitlement, self.periods)
