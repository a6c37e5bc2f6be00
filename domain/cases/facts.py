"""What is learned after the decision: a fact became different, or had been wrong all along."""

from dataclasses import replace
from datetime import date

from domain.cases.entitlement import Difference, EntitledPeriod, Facts, spliced
from domain.cases.fact import FACTS, Value
from domain.cases.state import CaseState
from domain.kernel import Event


class Revision(Event):
    """A fact that the amount rests on is another than the record said, from a day on."""

    fact: str
    """One of FACTS."""
    before: Value
    after: Value
    until: date | None = None
    """The day from which the record stands as it was; None if there is none in sight."""
    kind: str | None = None
    """Of standard, told by the arithmetic where the register did not say it."""

    def apply(self, case: "Findings") -> None:
        case.facts = case.facts.corrected(self.valid_from or self.on, self.until, self.revise)
        case.area = case.facts.entries[-1][1].area

    def revise(self, facts: Facts) -> Facts:
        """Return the facts as they are now known."""
        return FACTS[self.fact].replaced(replace(facts, kind=facts.kind or self.kind), self.after)


class Findings(CaseState):
    """The part of a case that says which facts its amount rests on."""

    class FactChanged(Revision):
        """A fact that the amount rests on became different, from a day on."""

        TOPIC = "case.fact_changed"

    class FactCorrected(Revision):
        """A fact that the amount rests on had been recorded wrongly and was put right."""

        TOPIC = "case.fact_corrected"

    class Determined(Event):
        """What is due was determined anew, month by month, and compared with what was paid."""

        TOPIC = "case.determined"

        monthly_before: int
        """Fen in the first month, as it was determined before."""
        monthly_amount: int
        """Fen in the first month, as it is determined now."""
        periods: tuple[EntitledPeriod, ...]
        """What is due from the first period's start on, instead of everything determined before."""
        differences: tuple[Difference, ...]

        def apply(self, case: "Findings") -> None:
            case.entitlement = spliced(case.entitlement, self.periods)
