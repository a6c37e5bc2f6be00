"""What brought an error of a case to light before somebody reports it: reports, leads, objections.

It tells whether a report is "before any other discovery", and for that it must be this error that was
found, by somebody else. Another error of the same months takes nothing from who reports their own.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import Connection, or_, select

from domain.cases.case import Case
from domain.errors.catalogue import FIRST
from domain.errors.error_record import ErrorRecord
from domain.leads.finding import INCOMPATIBLE, MISSING_STEP, OVERDUE_REVIEW, PAID_AFTER_DEATH, WRONG_STANDARD
from domain.leads.lead import Lead
from projections.error_tables import touches
from projections.rows import Rows
from projections.shape import Row

SHOWN_BY = {
    PAID_AFTER_DEATH: "E04",
    WRONG_STANDARD: "E06",
    INCOMPATIBLE: "E09",
    MISSING_STEP: "E13",
    OVERDUE_REVIEW: "E14",
}
"""By kind of lead, the element of the first catalogue that it shows. What other leads show is not known."""

KNOWN = frozenset(element.code for element in FIRST)
LEAD = "lead"


def object_to_decision(rows: Rows, event: Case.ObjectionRaised) -> None:
    """Note an objection to the decision on a case: of what and of which months, it does not tell."""
    rows.add(touches, case_id=event.stream, position=event.position, kind="objection")


def find_lead(rows: Rows, event: Lead.Found) -> None:
    """Note a lead, which goes on from its month."""
    rows.add(
        touches,
        case_id=event.case,
        position=event.position,
        kind=LEAD,
        element=SHOWN_BY.get(event.kind),
        from_month=event.from_month,
    )


def report(
    rows: Rows, row: Row, event: ErrorRecord.Reported | ErrorRecord.ReportLinked | ErrorRecord.Classified
) -> None:
    """Note that an error was reported, or what it turned out to be, as its row tells it by now."""
    if row.case_id is None:
        return
    rows.add(
        touches,
        case_id=row.case_id,
        position=event.position,
        kind="report",
        found_by=event.by if isinstance(event, ErrorRecord.ReportLinked) else row.reported_by,
        element=row.element,
        from_month=row.from_month,
        to_month=row.to_month,
    )


@dataclass(frozen=True, kw_only=True)
class SameError:
    """What makes it the same error that two people find, and who does not count as somebody else."""

    case: UUID
    element: str
    first: date
    """Month."""
    last: date | None
    """None while it goes on."""
    reporter: UUID


def is_discovered(db: Connection, error: SameError) -> bool:
    """Tell whether anybody but its reporter has brought an error to light.

    That is who reported the same element for some of these months, and what does not tell its element:
    an objection, some leads. Codes that an office has of its own cannot be told from what leads show.
    """
    same = or_(touches.c.element.is_(None), touches.c.element == error.element)
    if error.element not in KNOWN:
        same = or_(same, touches.c.kind == LEAD)
    found = select(touches.c.position).where(
        touches.c.case_id == error.case,
        same,
        or_(touches.c.found_by.is_(None), touches.c.found_by != error.reporter),
        or_(touches.c.to_month.is_(None), touches.c.to_month >= error.first),
    )
    if error.last is not None:
        found = found.where(or_(touches.c.from_month.is_(None), touches.c.from_month <= error.last))
    return db.execute(found.limit(1)).first() is not None
