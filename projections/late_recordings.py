"""What was recorded long after it happened, and what was changed in a case after a notice about it."""

from sqlalchemy import BigInteger, Column, Date, Index, Integer, String

from domain.cases.case import Case
from domain.discovery.discovery import Discovery
from domain.documents.document import Document
from domain.errors.catalogue import ErrorCatalogue
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.imports.imported import Import
from domain.inspections.inspection import Inspection
from domain.kernel import Event
from domain.leads.lead import Lead
from domain.needy.household import Household
from domain.needy.person import Person
from domain.officials.official import Official
from domain.questions.question import Question
from domain.standards.living_standard import Standards
from domain.visits.visit import Visit
from projections.accountability import ACCOUNTABILITY
from projections.columns import Identity, Instant, Number, Position
from projections.kernel import Projection
from projections.lag import Lag, lag_of
from projections.rows import Rows

late_recordings = Projection("late_recordings", version=4)

recordings = late_recordings.table(
    "recordings",
    Column("position", Position, primary_key=True),
    Column("stream", Identity, nullable=False),
    Column("topic", String, nullable=False),
    Column("official", Identity, nullable=False),
    Column("role", String, nullable=False),
    Column("unit", String, nullable=False),
    Column("recorded_at", Instant, nullable=False),
    Column("happened_on", Date, nullable=False),
    Column("lag", Integer, nullable=False),
    Column("measured", String, nullable=False),
    Column("after", String, nullable=False, default=""),
    Column("notice", Number, nullable=False, default=""),
    Column("notice_on", Date),
    Column("error", Identity),
    Index("by_lag", "lag", "position"),
    Index("by_official", "official", "position"),
    Index("by_unit", "unit", "position"),
    Index("by_stream", "stream", "position"),
)
"""`lag` in days; `measured` is what it counts from. `after` is the kind of the last notice before the case
was changed, `notice` its number, empty where it has none, and `error` what it was about."""

errors = late_recordings.table(
    "errors",
    Column("error_id", Identity, primary_key=True),
    Column("number", Number, nullable=False),
    Column("case_id", Identity),
    Column("closed_at", BigInteger),
    of=ErrorRecord,
)
"""`closed_at` is the position at which the error was closed, if it is."""

notices = late_recordings.table(
    "notices",
    Column("case_id", Identity, primary_key=True),
    Column("position", BigInteger, primary_key=True),
    Column("error_id", Identity, nullable=False),
    Column("error_number", Number, nullable=False),
    Column("kind", String, nullable=False),
    Column("number", Number, nullable=False),
    Column("on", Date, nullable=False),
)
"""Notices about errors of a case."""

announced = late_recordings.table(
    "announced",
    Column("inspection", Identity, primary_key=True),
    Column("area", String, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("number", Number, nullable=False),
    Column("ended_at", BigInteger),
    of=Inspection,
)
"""Where an inspection was announced, from a position until another."""

LATE = 8
"""Days from which on a recording is late: what waits over a week and a weekend."""

CORRECTION, ACCOUNTABILITY_NOTICE = "correction", "accountability"
"""Kinds of notice: to correct an error; that accountability for it is looked into."""

FROM_REGISTERS: tuple[type[Event], ...] = (
    Case.TakenOver,
    Case.TakeoverWithdrawn,
    Visit.TakenOver,
    Visit.TakeoverWithdrawn,
)
BY_THE_LOT: tuple[type[Event], ...] = (Case.StandardRaised, ErrorRecord.HandedUp)

EDITS: tuple[type[Event], ...] = (
    Case.FactChanged,
    Case.FactCorrected,
    Case.PersonCorrected,
    Case.Adjusted,
    Case.Suspended,
    Case.Resumed,
    Case.Terminated,
)
"""What changes a case after it was decided."""

OF_PEOPLE: tuple[type[Event], ...] = (Household.MemberJoined, Household.MemberLeft, Person.Died)
MEASURED: tuple[type[Event], ...] = tuple(
    event
    for event in (*Case.EVENTS, *ErrorRecord.EVENTS, *Visit.EVENTS, *OF_PEOPLE)
    if event not in FROM_REGISTERS + BY_THE_LOT
)
OF_INSPECTIONS = (Inspection.Planned, Inspection.Concluded, Inspection.Withdrawn)
late_recordings.ignores(
    *(event for kind in ACCOUNTABILITY for event in kind.EVENTS if event not in OF_INSPECTIONS),
    *FROM_REGISTERS,
    *BY_THE_LOT,
)
late_recordings.ignores(*(event for event in (*Household.EVENTS, *Person.EVENTS) if event not in OF_PEOPLE))
late_recordings.ignores(Discovery, Document, ErrorCatalogue, GivenNumber, Import, Lead)
late_recordings.ignores(Official, Question, Standards)


@late_recordings.on(*(event for event in MEASURED if event not in EDITS))
def measure(rows: Rows, event: Event) -> None:
    lag = lag_of(event)
    if lag.days >= LATE:
        _enter(rows, event, lag)


@late_recordings.on(*EDITS, touching={notices: "originator_id"})
def edit(rows: Rows, event: Event) -> None:
    """Note a change, with the last notice before it, unless it carries that out."""
    lag = lag_of(event)
    after = [each for each in rows.under(notices, event.stream) if each.error_number != event.basis]
    if after:
        last = max(after, key=lambda each: each.position)
        notice = {"after": last.kind, "notice": last.number, "notice_on": last.on, "error": last.error_id}
        _enter(rows, event, lag, **notice)
    else:
        _enter(rows, event, lag)


@late_recordings.on(Inspection.Planned)
def announce(rows: Rows, event: Inspection.Planned) -> None:
    for area in dict.fromkeys(event.areas):
        rows.add(announced, inspection=event.stream, area=area, position=event.position, number=event.number)


@late_recordings.on(Inspection.Concluded, Inspection.Withdrawn)
def end_inspection(rows: Rows, event: Event) -> None:
    for each in rows.under(announced, event.stream):
        each.ended_at = event.position


@late_recordings.on(ErrorRecord.Reported)
def report(rows: Rows, event: ErrorRecord.Reported) -> None:
    rows.add(errors, error_id=event.stream, number=event.number, case_id=event.case)


@late_recordings.on(ErrorRecord.NoticeIssued)
def issue_notice(rows: Rows, event: ErrorRecord.NoticeIssued) -> None:
    _open(rows, event, CORRECTION, event.notice)


@late_recordings.on(ErrorRecord.AccountabilityNoticed)
def notice_accountability(rows: Rows, event: ErrorRecord.AccountabilityNoticed) -> None:
    _open(rows, event, ACCOUNTABILITY_NOTICE, event.reference)


@late_recordings.on(ErrorRecord.Closed)
def close(rows: Rows, event: ErrorRecord.Closed) -> None:
    rows.of(errors, event.stream).closed_at = event.position


@late_recordings.on(ErrorRecord.Reopened)
def reopen(rows: Rows, event: ErrorRecord.Reopened) -> None:
    rows.of(errors, event.stream).closed_at = None


def _open(rows: Rows, event: Event, kind: str, number: str) -> None:
    error = rows.of(errors, event.stream)
    if error.case_id is not None:
        rows.add(
            notices,
            case_id=error.case_id,
            position=event.position,
            error_id=event.stream,
            error_number=error.number,
            kind=kind,
            number=number,
            on=event.on,
        )


def _enter(rows: Rows, event: Event, lag: Lag, **notice: object) -> None:
    rows.add(
        recordings,
        position=event.position,
        stream=event.stream,
        topic=event.TOPIC,
        official=event.by,
        role=event.role,
        unit=event.unit,
        recorded_at=event.recorded_at,
        happened_on=lag.happened_on,
        lag=lag.days,
        measured=lag.measured,
        **notice,
    )
