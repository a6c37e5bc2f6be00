"""Decisions that somebody reported as wrong, and whether they were found so."""

from domain.errors.error_record import ErrorRecord
from projections.pattern_tables import decision_patterns, found_wrong
from projections.rows import Rows

HANDLED = (ErrorRecord.Reported, ErrorRecord.Substantiated, ErrorRecord.Dismissed)

decision_patterns.ignores(*(event for event in ErrorRecord.EVENTS if event not in HANDLED))


@decision_patterns.on(ErrorRecord.Reported)
def report(rows: Rows, event: ErrorRecord.Reported) -> None:
    rows.add(found_wrong, error_id=event.stream, decision=event.decision, upheld=False)


@decision_patterns.on(ErrorRecord.Substantiated)
def substantiate(rows: Rows, event: ErrorRecord.Substantiated) -> None:
    rows.of(found_wrong, event.stream).upheld = True


@decision_patterns.on(ErrorRecord.Dismissed)
def dismiss(rows: Rows, event: ErrorRecord.Dismissed) -> None:
    rows.of(found_wrong, event.stream).upheld = False
