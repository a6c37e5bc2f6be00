"""Cases on record, as they are replayed."""

from datetime import date
from typing import Any

from domain.cases.case import Case
from domain.cases.entitlement import EntitledPeriod
from domain.kernel import Aggregate
from domain.leads.finding import Finding
from domain.rechecking.known import Known
from domain.rechecking.replay import Checked, Life, lived, recheck
from domain.standards.living_standard import Standards
from tests.builders import a_managers_act, day, standards
from tests.projections.ledger import Ledger


class EveryDayWorks:
    """A calendar on which the offices never close."""

    def is_working_day(self, _: date) -> bool:
        return True


def known(ledger: Ledger) -> Known:
    """The standards on record."""
    return Known(event for event in ledger.events if event.OF is Standards)


def checked(*aggregates: Aggregate, on: str = "2021-09-20", of: Case | None = None) -> Checked:
    """What rechecking a case on the day comes to; the standards were published before it."""
    ledger = Ledger(standards(), *aggregates)
    case = of or next(one for one in aggregates if isinstance(one, Case))
    history = [event for event in ledger.events if event.stream == case.id]
    return recheck(history, known(ledger), day(on), EveryDayWorks())


def findings(*aggregates: Aggregate, on: str = "2021-09-20") -> list[Finding]:
    """What does not fit in a case."""
    return list(checked(*aggregates, on=on).findings)


def lives(*cases: Case) -> list[Life]:
    """These cases as their histories leave them."""
    ledger = Ledger(*cases)
    return [lived(event for event in ledger.events if event.stream == case.id) for case in cases]


def told(finding: Finding) -> tuple[Any, ...]:
    """What a test looks at first."""
    return finding.kind, f"{finding.from_month:%Y-%m}", finding.expected, finding.found, finding.detail


def determined(
    case: Case, amount: int, *, starts: str, standard: str = "fictional 2020-1", **act: Any
) -> Case:
    """The case with a determination that no rule gave."""
    periods = (EntitledPeriod(day(starts), None, amount, standard, ()),)
    case.trigger(
        Case.Determined,
        a_managers_act(**act),
        valid_from=day(starts),
        monthly_before=0,
        monthly_amount=amount,
        periods=periods,
        differences=(),
    )
    return case
