"""How an error is told in JSON."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.cases.answers import MomentAnswer
from audit_service.desks.errors.dossier import ErrorDossier, moments, overdue
from audit_service.desks.errors.ledger_answer import LedgerAnswer, ledger_answer
from audit_service.desks.errors.receipts import receipt_of
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.proof.receipt import Receipt
from domain.errors.duties import TAKEN_BY
from domain.errors.error_record import ErrorRecord
from domain.errors.state import Notice


class ClassificationAnswer(BaseModel):
    """An error on its axes."""

    nature: str
    cause: str
    origin: str
    direction: str
    catalogue: str


class NoticeAnswer(BaseModel):
    """The correction notice in force."""

    number: str
    items: list[str]
    persons: list[str]
    """Names of the officials."""
    issued_on: date
    due_on: date
    overdue: bool
    escalated_to: list[str]


class PartAnswer(BaseModel):
    """An official and what they had to do with the error."""

    by: str
    part: str
    act: str
    """Topic of the event that makes it so."""
    on: date


class ErrorAnswer(BaseModel):
    """An error as it stands."""

    number: str
    case_number: str
    element: str
    area: str
    state: str
    stage: str | None
    decision: int
    from_month: date
    to_month: date | None
    channel: str
    own: bool
    before_discovery: bool
    within_days: bool
    reports: int
    reported_at: datetime | None
    reported_by: str
    classification: ClassificationAnswer | None
    evidence: list[UUID]
    dismissed_for: str
    notice: NoticeAnswer | None
    ledger: LedgerAnswer
    parts: list[PartAnswer]
    position: int
    """Last position of the record that was looked at."""
    version: int


class ErrorHistoryAnswer(BaseModel):
    """What happened to an error, the latest first."""

    number: str
    position: int
    events: list[MomentAnswer]


class ReceiptAnswer(BaseModel):
    """The receipt of a report, and what the record tells about it. Verified is the receipt alone."""

    number: str
    own: bool
    """Whether who reported it had a part in the decision."""
    before_discovery: bool
    """Whether nobody else had found it, as the record tells."""
    within_days: bool
    receipt: Receipt


def error_answer(office: Office, found: ErrorDossier) -> ErrorAnswer:
    """Tell an error."""
    error, first = found.error, found.reports[0]
    acted = {done.by for done in error.done} | {first.by} | set(error.notice.persons if error.notice else ())
    names = Names.of(office, officials=acted)
    kind = error.classification
    return ErrorAnswer(
        **{name: getattr(error, name) for name in AS_THEY_ARE},
        stage=error.stage.value if error.stage else None,
        reported_at=first.recorded_at,
        reported_by=names.official(first.by),
        classification=ClassificationAnswer.model_validate(kind, from_attributes=True) if kind else None,
        evidence=list(error.evidence),
        notice=_notice(error.notice, names, found, office.today()) if error.notice else None,
        ledger=ledger_answer(error),
        parts=[
            PartAnswer(by=names.official(done.by), part=TAKEN_BY[done.topic][0], act=done.topic, on=done.on)
            for done in error.done
        ],
        position=found.position,
    )


AS_THEY_ARE = (
    *("number", "case_number", "element", "area", "state", "decision", "from_month", "to_month", "channel"),
    *("own", "before_discovery", "within_days", "reports", "dismissed_for", "version"),
)
"""What an answer tells as the error knows it."""


def error_history_answer(office: Office, found: ErrorDossier) -> ErrorHistoryAnswer:
    """Tell what happened."""
    events = [MomentAnswer.of(moment) for moment in moments(office, found)]
    return ErrorHistoryAnswer(number=found.error.number, position=found.position, events=events)


def receipt_answer(office: Office, found: ErrorDossier, position: int) -> ReceiptAnswer:
    """Tell the receipt of a report. Raises NotOnRecord if there is none at the position."""
    report = found.report_at(position)
    first = isinstance(report, ErrorRecord.Reported)
    return ReceiptAnswer(
        number=found.error.number,
        own=report.own,
        before_discovery=report.before_discovery,
        within_days=first and found.error.within_days,
        receipt=receipt_of(office, report.position),
    )


def _notice(notice: Notice, names: Names, found: ErrorDossier, today: date) -> NoticeAnswer:
    return NoticeAnswer(
        number=notice.number,
        items=list(notice.items),
        persons=[names.official(person) for person in notice.persons],
        issued_on=notice.issued_on,
        due_on=notice.due_on,
        overdue=overdue(found, today),
        escalated_to=list(found.error.escalated_to),
    )
