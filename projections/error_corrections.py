"""How the register of errors follows a correction: from its notice until the error is closed, or reopened."""

from datetime import timedelta

from domain.errors.deadlines import FOLLOW_UPS
from domain.errors.error_record import ErrorRecord
from domain.errors.state import State
from domain.kernel import Event
from projections.error_parts import HELD, note
from projections.error_tables import (
    CLOSING,
    CORRECTION,
    NAMED,
    NOTHING,
    NOTICE,
    SUBSTANTIATION,
    VERIFICATION,
    error_register,
    notices,
    parts,
)
from projections.rows import Rows
from projections.shape import Row


@error_register.on(ErrorRecord.NoticeIssued, touching={parts: "originator_id"})
def issue_notice(rows: Rows, event: ErrorRecord.NoticeIssued) -> None:
    row = note(rows, event)
    for person in dict.fromkeys(event.persons):
        if rows.find(parts, event.stream, person, NAMED) is None:
            rows.add(parts, error_id=event.stream, person=person, part=NAMED, position=event.position)
    row.state, row.waits_for = State.CORRECTING.value, CORRECTION
    _end_correction(row)
    row.notice, row.due_on, row.open_until = event.notice, event.due_on, event.due_on
    rows.add(
        notices, position=event.position, number=event.notice, error_id=event.stream, due_on=event.due_on
    )


@error_register.on(
    ErrorRecord.NoticeAcknowledged,
    ErrorRecord.NoticeObjectedTo,
    ErrorRecord.PlanSubmitted,
    ErrorRecord.PlanAccepted,
    ErrorRecord.CaseCorrected,
    ErrorRecord.AccountabilityNoticed,
    ErrorRecord.AccountabilityDecided,
    touching=HELD,
)
def go_on(rows: Rows, event: Event) -> None:
    note(rows, event)


@error_register.on(ErrorRecord.ObjectionDecided, touching=HELD)
def decide_objection(rows: Rows, event: ErrorRecord.ObjectionDecided) -> None:
    row = note(rows, event)
    if event.upheld:
        row.state, row.waits_for = State.CLASSIFIED.value, NOTICE
        _end_correction(row)


@error_register.on(ErrorRecord.CorrectionCompleted, touching=HELD)
def complete(rows: Rows, event: ErrorRecord.CorrectionCompleted) -> None:
    row = note(rows, event)
    row.waits_for, row.open_until = VERIFICATION, None


@error_register.on(ErrorRecord.CorrectionVerified, touching=HELD)
def verify(rows: Rows, event: ErrorRecord.CorrectionVerified) -> None:
    row = note(rows, event)
    row.waits_for, row.verified_on = CLOSING, event.on
    row.look_again_on = event.on + timedelta(days=FOLLOW_UPS[0])


@error_register.on(ErrorRecord.FollowedUp, touching=HELD)
def follow_up(rows: Rows, event: ErrorRecord.FollowedUp) -> None:
    row = note(rows, event)
    row.followed_up = f"{row.followed_up} {event.after_days}".strip()
    left = [days for days in FOLLOW_UPS if str(days) not in row.followed_up.split()]
    row.look_again_on = row.verified_on + timedelta(days=left[0]) if left else None


@error_register.on(ErrorRecord.CorrectionRejected, touching=HELD)
def reject(rows: Rows, event: ErrorRecord.CorrectionRejected) -> None:
    row = note(rows, event)
    row.waits_for, row.open_until = CORRECTION, row.due_on


@error_register.on(ErrorRecord.NoticeEscalated, touching=HELD)
def escalate(rows: Rows, event: ErrorRecord.NoticeEscalated) -> None:
    note(rows, event).escalated_to = event.to_unit


@error_register.on(ErrorRecord.HandedUp)
def hand_up(rows: Rows, event: ErrorRecord.HandedUp) -> None:
    """Note that it is late; who noticed is the service, which has no part in anything."""
    note(rows, event).handed_up_on = event.on


@error_register.on(ErrorRecord.Closed, touching=HELD)
def close(rows: Rows, event: ErrorRecord.Closed) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.CLOSED.value, NOTHING


@error_register.on(ErrorRecord.Reopened, touching=HELD)
def reopen(rows: Rows, event: ErrorRecord.Reopened) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.REPORTED.value, SUBSTANTIATION
    _end_correction(row)


def _end_correction(row: Row) -> None:
    """Forget the correction that was under way: it is void, or there is to be another."""
    row.notice = row.due_on = row.open_until = row.escalated_to = row.handed_up_on = None
    row.verified_on, row.look_again_on, row.followed_up = None, None, ""
