"""Facts about the circumstances: what was known and could be checked then, and how much there was to do."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median_high
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from audit_service.desks.tolerance.facts.decision import Decision
from audit_service.desks.tolerance.facts.found import Found
from audit_service.office import Office
from domain.cases.case import Case
from domain.cases.fact import facts_of
from domain.cases.facts import Revision
from domain.errors.error_record import ErrorRecord
from domain.identities import STANDARDS_ID
from domain.kernel import Event
from domain.periods import month_of, next_month
from domain.standards.living_standard import Standards
from projections import at_work, official_record

TOLD_BY = (Case.TakenOver, Case.MeansChecked, Case.Confirmed)
"""What says all facts of a case at once."""


def conditions(office: Office, error: ErrorRecord, decision: Decision) -> Iterator[Found]:
    """Yield what the record says about the circumstances of a decision."""
    yield from _known(decision)
    yield from _standard(office, decision)
    if decision.known.emergency:
        yield Found("emergency", position=decision.before[0].position)
    yield from _later(decision)
    yield from _workloads(office, error, decision)


def filings_of(cited: Sequence[str], within: Sequence[str]) -> Iterator[Found]:
    """Yield the prior filings that are cited, and those that the error lies `within` besides."""
    for filing in cited:
        yield Found("filing", filing)
    for filing in within:
        if filing not in cited:
            yield Found("within_filing", filing)


def _known(decision: Decision) -> Iterator[Found]:
    """Yield each fact that was on record, and the event that said it last."""
    facts = decision.facts
    if facts is None:
        return
    for name, fact in facts_of(decision.known.programme).items():
        value = fact.read(facts)
        if value not in {None, 0}:
            yield Found("known", f"{name} {value}", _said_by(decision, name))


def _said_by(decision: Decision, name: str) -> int:
    told = [
        event.position
        for event in (decision.before or [decision.event])
        if isinstance(event, TOLD_BY) or (isinstance(event, Revision) and event.fact == name)
    ]
    return told[-1] if told else 0


def _standard(office: Office, decision: Decision) -> Iterator[Found]:
    """Yield the standard that was applied, and since when it is in force."""
    applied = getattr(decision.event, "standard", "")
    catalogue = office.record.find(Standards, STANDARDS_ID)
    found = [each for each in catalogue.published if each.reference == applied] if catalogue else []
    for standard in found:
        yield Found("standard", f"{standard.published_on} {standard.effective_from} {standard.reference}")


def _later(decision: Decision) -> Iterator[Found]:
    """Yield what was true when it was decided and came to be known only later."""
    counted_from = decision.event.valid_from or decision.event.on
    for event in decision.after:
        if isinstance(event, Revision) and event.valid_from and event.valid_from <= counted_from:
            code = "learned_later" if isinstance(event, Case.FactChanged) else "found_later"
            yield Found(
                code, f"{event.fact} {event.valid_from} {event.learned_on or event.on}", event.position
            )


@dataclass(frozen=True)
class Work:
    """What an official did on cases in a month, and how much half of the others of the unit did at least."""

    official: UUID
    cases: int
    decisions: int
    others: int
    """Of the same unit who acted on any case in the month."""
    median_cases: int
    median_decisions: int


def workload(office: Office, official: UUID, event: Event) -> Work:
    """Return what an official had to do in the month in which something was decided."""
    first = month_of(event.on)
    with office.views.connect() as views:
        unit = official_record.named(views, [official])
        rows = at_work.workload(views, unit[official].unit, first, next_month(first)) if unit else []
    own = [row for row in rows if row.official == official]
    others = [row for row in rows if row.official != official]
    return Work(
        official=official,
        cases=_sum(own, "cases"),
        decisions=_sum(own, "decisions"),
        others=len(others),
        median_cases=_median(others, "cases"),
        median_decisions=_median(others, "decisions"),
    )


def _workloads(office: Office, error: ErrorRecord, decision: Decision) -> Iterator[Found]:
    month = f"{month_of(decision.event.on):%Y-%m}"
    for official in error.deciders:
        work = workload(office, official, decision.event)
        compared = (work.others, work.median_decisions, work.median_cases) if work.others else ()
        code = "workload" if compared else "workload_alone"
        yield Found(code, " ".join(map(str, (official, month, work.decisions, work.cases, *compared))))


def _sum(rows: Sequence[Row[Any]], name: str) -> int:
    return sum(int(getattr(row, name)) for row in rows)


def _median(rows: Sequence[Row[Any]], name: str) -> int:
    return median_high([int(getattr(row, name)) for row in rows]) if rows else 0
