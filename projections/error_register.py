"""The register of errors: one row an error as it stands, who has a part in it, and what touched a case."""

from collections.abc import Iterable
from datetime import date

from domain.cases.case import Case
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.duties import DECIDED, TAKEN_BY
from domain.errors.error_record import ErrorRecord
from domain.errors.state import State
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.standards.living_standard import Standards
from projections.error_tables import (
    AXES,
    CLASSIFICATION,
    CLOSING,
    CORRECTION,
    NAMED,
    NOTHING,
    NOTICE,
    REPORTED,
    SUBSTANTIATION,
    VERIFICATION,
    error_register,
    errors,
    months,
    notices,
    parts,
    touches,
    units,
)
from projections.rows import Rows
from projections.shape import Row

__all__ = ["error_register"]

HANDLED_OF_CASES = (Case.ObjectionRaised,)
HANDLED_OF_OFFICIALS = (Official.Registered,)

error_register.ignores(Document, ErrorCatalogue, Household, Person, Standards)
error_register.ignores(*(event for event in Lead.EVENTS if event is not Lead.Found))
error_register.ignores(*(event for event in Case.EVENTS if event not in HANDLED_OF_CASES))
error_register.ignores(*(event for event in Official.EVENTS if event not in HANDLED_OF_OFFICIALS))

HELD = {parts: ("originator_id", "by")}
"""What every act looks into: which parts its official has already."""


@error_register.on(Official.Registered)
def register(rows: Rows, event: Official.Registered) -> None:
    rows.add(units, official=event.stream, unit=event.works_in)


@error_register.on(Case.ObjectionRaised)
def object_to_decision(rows: Rows, event: Case.ObjectionRaised) -> None:
    rows.add(touches, case_id=event.stream, position=event.position, kind="objection")


@error_register.on(Lead.Found)
def find_lead(rows: Rows, event: Lead.Found) -> None:
    rows.add(touches, case_id=event.case, position=event.position, kind="lead", from_month=event.from_month)


@error_register.on(ErrorRecord.Reported, touching={units: "deciders"})
def report(rows: Rows, event: ErrorRecord.Reported) -> None:
    theirs = [found.unit for decider in event.deciders if (found := rows.find(units, decider))]
    rows.add(
        errors,
        error_id=event.stream,
        **{name: getattr(event, name) for name in TOLD},
        case_id=event.case,
        unit=theirs[0] if theirs else event.unit,
        state=State.REPORTED.value,
        reports=1,
        reported=event.position,
        reported_on=event.on,
        reported_at=event.recorded_at,
        reported_by=event.by,
        waits_for=SUBSTANTIATION,
        overpaid=0,
        underpaid=0,
        version=event.originator_version,
        position=event.position,
    )
    for person, part in {(event.by, REPORTED), *((decider, DECIDED) for decider in event.deciders)}:
        rows.add(parts, error_id=event.stream, person=person, part=part, position=event.position)
    if event.case is not None:
        _touch(rows, event)


TOLD = (
    *("number", "case_number", "element", "area", "channel", "from_month", "to_month"),
    *("own", "before_discovery", "within_days"),
)
"""Fields of a report that the register shows as they are."""


def _touch(rows: Rows, event: ErrorRecord.Reported) -> None:
    rows.add(
        touches,
        case_id=event.case,
        position=event.position,
        kind="report",
        from_month=event.from_month,
        to_month=event.to_month,
    )


def note(rows: Rows, event: Event) -> Row:
    """Note how far an error has got and who had a part in it, and return its row."""
    row = rows.of(errors, event.stream)
    row.version, row.position = event.originator_version, event.position
    part, _title = TAKEN_BY.get(event.TOPIC, (NOTHING, NOTHING))
    if part and rows.find(parts, event.stream, event.by, part) is None:
        rows.add(parts, error_id=event.stream, person=event.by, part=part, position=event.position)
    return row


@error_register.on(ErrorRecord.ReportLinked, touching=HELD)
def link(rows: Rows, event: ErrorRecord.ReportLinked) -> None:
    note(rows, event).reports += 1


@error_register.on(ErrorRecord.SubstantiationBegun, touching=HELD)
def begin(rows: Rows, event: ErrorRecord.SubstantiationBegun) -> None:
    note(rows, event).state = State.UNDER_SUBSTANTIATION.value


@error_register.on(ErrorRecord.Substantiated, touching=HELD)
def substantiate(rows: Rows, event: ErrorRecord.Substantiated) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.SUBSTANTIATED.value, CLASSIFICATION


@error_register.on(ErrorRecord.Dismissed, touching=HELD)
def dismiss(rows: Rows, event: ErrorRecord.Dismissed) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.DISMISSED.value, NOTHING


@error_register.on(ErrorRecord.Classified, touching={**HELD, months: "originator_id"})
def classify(rows: Rows, event: ErrorRecord.Classified) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.CLASSIFIED.value, NOTICE
    for name in (*AXES, "from_month", "to_month"):
        setattr(row, name, getattr(event, name))
    known = rows.under(months, event.stream)
    if any(entry.found for entry in known):
        return
    for entry in known:
        rows.remove(months, entry)
    _enter(rows, row, ((each.month, each.amount) for each in event.amounts), found=False)


@error_register.on(ErrorRecord.DifferenceFound, touching={**HELD, months: "originator_id"})
def find_difference(rows: Rows, event: ErrorRecord.DifferenceFound) -> None:
    """What a correction finds takes the place of the estimate, and adds to what another found before."""
    row = note(rows, event)
    for known in rows.under(months, event.stream):
        if not known.found:
            rows.remove(months, known)
    _enter(rows, row, ((each.month, each.due - each.paid) for each in event.entries), found=True)


@error_register.on(ErrorRecord.NoticeIssued, touching={parts: "originator_id"})
def issue_notice(rows: Rows, event: ErrorRecord.NoticeIssued) -> None:
    row = note(rows, event)
    for person in dict.fromkeys(event.persons):
        if rows.find(parts, event.stream, person, NAMED) is None:
            rows.add(parts, error_id=event.stream, person=person, part=NAMED, position=event.position)
    row.state, row.waits_for = State.CORRECTING.value, CORRECTION
    row.notice, row.due_on, row.open_until, row.escalated_to = event.notice, event.due_on, event.due_on, None
    rows.add(
        notices, position=event.position, number=event.notice, error_id=event.stream, due_on=event.due_on
    )


@error_register.on(
    ErrorRecord.NoticeAcknowledged,
    ErrorRecord.NoticeObjectedTo,
    ErrorRecord.PlanSubmitted,
    ErrorRecord.CaseCorrected,
    ErrorRecord.FollowedUp,
    ErrorRecord.BackPaymentOrdered,
    ErrorRecord.BackPaymentPaid,
    ErrorRecord.RecoverabilityDecided,
    ErrorRecord.RecoveryDecided,
    ErrorRecord.RecoveryReceived,
    ErrorRecord.EntryReversed,
    touching=HELD,
)
def go_on(rows: Rows, event: Event) -> None:
    note(rows, event)


@error_register.on(ErrorRecord.ObjectionDecided, touching=HELD)
def decide_objection(rows: Rows, event: ErrorRecord.ObjectionDecided) -> None:
    row = note(rows, event)
    if event.upheld:
        row.state, row.waits_for = State.CLASSIFIED.value, NOTICE
        row.notice = row.due_on = row.open_until = row.escalated_to = None


@error_register.on(ErrorRecord.CorrectionCompleted, touching=HELD)
def complete(rows: Rows, event: ErrorRecord.CorrectionCompleted) -> None:
    row = note(rows, event)
    row.waits_for, row.open_until = VERIFICATION, None


@error_register.on(ErrorRecord.CorrectionVerified, touching=HELD)
def verify(rows: Rows, event: ErrorRecord.CorrectionVerified) -> None:
    note(rows, event).waits_for = CLOSING


@error_register.on(ErrorRecord.CorrectionRejected, touching=HELD)
def reject(rows: Rows, event: ErrorRecord.CorrectionRejected) -> None:
    row = note(rows, event)
    row.waits_for, row.open_until = CORRECTION, row.due_on


@error_register.on(ErrorRecord.NoticeEscalated, touching=HELD)
def escalate(rows: Rows, event: ErrorRecord.NoticeEscalated) -> None:
    note(rows, event).escalated_to = event.to_unit


@error_register.on(ErrorRecord.Closed, touching=HELD)
def close(rows: Rows, event: ErrorRecord.Closed) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.CLOSED.value, NOTHING


@error_register.on(ErrorRecord.Reopened, touching=HELD)
def reopen(rows: Rows, event: ErrorRecord.Reopened) -> None:
    row = note(rows, event)
    row.state, row.waits_for = State.REPORTED.value, SUBSTANTIATION
    row.notice = row.due_on = row.open_until = row.escalated_to = None


def _enter(rows: Rows, row: Row, amounts: Iterable[tuple[date, int]], *, found: bool) -> None:
    """Enter what is due less what was paid, by month, and sum all of it up."""
    for month, amount in amounts:
        entry = rows.find(months, row.error_id, month)
        if entry is None:
            rows.add(months, error_id=row.error_id, month=month, amount=amount, found=found)
        else:
            entry.amount += amount
    known = [entry.amount for entry in rows.under(months, row.error_id)]
    row.underpaid = sum(amount for amount in known if amount > 0)
    row.overpaid = -sum(amount for amount in known if amount < 0)
