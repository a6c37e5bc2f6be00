"""The docket of tolerance from the determination on: notified, looked at again, final, and over."""

from domain.kernel import Event
from domain.tolerance.review import ToleranceReview
from domain.tolerance.reviewing import DECIDE, LEVELS
from domain.tolerance.state import State
from projections.rows import Rows
from projections.tolerance_moves import ITS, leave, move, note, take
from projections.tolerance_tables import REVIEWER, tolerance_docket


@tolerance_docket.on(ToleranceReview.Determined, touching=ITS)
def determine(rows: Rows, event: ToleranceReview.Determined) -> None:
    row = move(rows, event)
    row.outcome, row.determined_on, row.statement_due_on = event.outcome, event.on, None
    row.determined = event.position


@tolerance_docket.on(ToleranceReview.ReviewRequested, touching=ITS)
def request_review(rows: Rows, event: ToleranceReview.ReviewRequested) -> None:
    row = move(rows, event)
    row.level, row.step = event.level, DECIDE[event.level]
    leave(rows, event, REVIEWER)
    row.wants_reviewers = True


@tolerance_docket.on(ToleranceReview.ReviewersAssigned, touching=ITS)
def assign_reviewers(rows: Rows, event: ToleranceReview.ReviewersAssigned) -> None:
    note(rows, event).wants_reviewers = False
    leave(rows, event, REVIEWER)
    take(rows, event, REVIEWER, *event.reviewers)
    take(rows, event, LEVELS[event.level], *event.reviewers)


@tolerance_docket.on(ToleranceReview.ReviewDecided, touching=ITS)
def decide_review(rows: Rows, event: ToleranceReview.ReviewDecided) -> None:
    row = move(rows, event)
    row.outcome = event.outcome
    row.step = row.step if event.due_on else ""


@tolerance_docket.on(
    ToleranceReview.Notified,
    ToleranceReview.BecameFinal,
    ToleranceReview.Filed,
    ToleranceReview.Closed,
    touching=ITS,
)
def follow(rows: Rows, event: Event) -> None:
    move(rows, event)


@tolerance_docket.on(ToleranceReview.EffectsRecorded, ToleranceReview.NameCleared, touching=ITS)
def record(rows: Rows, event: Event) -> None:
    note(rows, event)


@tolerance_docket.on(ToleranceReview.Withdrawn, ToleranceReview.Revoked, touching=ITS)
def end(rows: Rows, event: Event) -> None:
    """Nothing is determined any more."""
    row = move(rows, event)
    row.outcome, row.statement_due_on = "", None


@tolerance_docket.on(ToleranceReview.SuspendedForCase, touching=ITS)
def suspend(rows: Rows, event: ToleranceReview.SuspendedForCase) -> None:
    """While it stands still, nothing is due."""
    row = note(rows, event)
    row.state_before, row.state = row.state, State.SUSPENDED.value
    row.due_on = row.statement_due_on = None


@tolerance_docket.on(ToleranceReview.Resumed, touching=ITS)
def resume(rows: Rows, event: ToleranceReview.Resumed) -> None:
    row = note(rows, event)
    row.state, row.state_before = row.state_before, ""
    row.due_on, row.statement_due_on = event.due_on, event.statement_due_on
