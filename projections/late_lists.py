"""What is asked of the late recordings: a list by several filters, and how many are how late."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Row, Select, case, exists, func, or_, select

from projections.case_register import cases
from projections.error_tables import errors as error_register
from projections.late_recordings import EDITS, announced, errors, recordings
from projections.needy_tables import households
from projections.visit_ledger import visits

BANDS = (8, 31, 91, 366)
"""Days from which on the bands of the histogram begin; earlier is no longer late."""


@dataclass(frozen=True, kw_only=True)
class SoughtRecordings:
    """Which recordings are looked for; what is not said does not matter."""

    lag: int = BANDS[0]
    """Days at least."""
    after_notice: bool = False
    """Whether only what was changed while a notice was open, however late it is."""
    during_inspection: bool = False
    """Whether only what was changed while an inspection of its area was announced, however late it is."""
    official: UUID | None = None
    unit: str = ""
    streams: Collection[UUID] | None = None
    """What was recorded in any of these histories."""
    areas: Collection[str] | None = None
    first: datetime | None = None
    """Recorded at or after this moment."""
    last: datetime | None = None
    """Recorded before this moment."""


NUMBER = func.coalesce(cases.c.number, error_register.c.number, visits.c.number, households.c.number)
AREA = func.coalesce(cases.c.area, error_register.c.area, visits.c.area, households.c.area)
OPEN = (recordings.c.after != "") & or_(
    errors.c.closed_at.is_(None), errors.c.closed_at > recordings.c.position
)
"""That the notice was open when the case was changed."""
INSPECTED = (
    select(announced.c.number)
    .where(
        announced.c.area == AREA,
        announced.c.position < recordings.c.position,
        or_(announced.c.ended_at.is_(None), announced.c.ended_at > recordings.c.position),
    )
    .correlate(recordings, cases, error_register, visits, households)
)
"""The inspections of its area that were announced then."""
KIND = case(
    (cases.c.case_id.is_not(None), "case"),
    (error_register.c.error_id.is_not(None), "error"),
    (visits.c.visit.is_not(None), "visit"),
    (households.c.household.is_not(None), "household"),
    else_="",
)
"""What it is about."""


def listed_recordings(
    db: Connection, sought: SoughtRecordings, *, before: int | None = None, limit: int = 50
) -> Sequence[Row[Any]]:
    """Return recordings with the `number`, `area` and `kind` of what they are about, the latest first."""
    about = func.coalesce(cases.c.case_id, error_register.c.case_id).label("about_case")
    told = (NUMBER.label("number"), AREA.label("area"), KIND.label("kind"), OPEN.label("is_open"), about)
    found = _among(select(recordings, *told), sought)
    if before is not None:
        found = found.where(recordings.c.position < before)
    return db.execute(found.order_by(recordings.c.position.desc()).limit(limit)).all()


def histogram(db: Connection, sought: SoughtRecordings) -> list[int]:
    """Return how many recordings like these are in each of the bands, the least late first."""
    band = case(*((recordings.c.lag >= days, days) for days in reversed(BANDS)), else_=0)
    found = _among(select(band.label("band"), func.count().label("number")), sought)
    counts = {row.band: row.number for row in db.execute(found.group_by(band))}
    return [counts.get(days, 0) for days in BANDS]


def _among(statement: Select[Any], sought: SoughtRecordings) -> Select[Any]:
    found = statement.select_from(
        recordings.join(cases, cases.c.case_id == recordings.c.stream, isouter=True)
        .join(error_register, error_register.c.error_id == recordings.c.stream, isouter=True)
        .join(visits, visits.c.visit == recordings.c.stream, isouter=True)
        .join(households, households.c.household == recordings.c.stream, isouter=True)
        .join(errors, errors.c.error_id == recordings.c.error, isouter=True)
    )
    if sought.after_notice:
        found = found.where(OPEN)
    if sought.during_inspection:
        found = found.where(exists(INSPECTED), recordings.c.topic.in_([event.TOPIC for event in EDITS]))
    if not sought.after_notice and not sought.during_inspection:
        found = found.where(recordings.c.lag >= sought.lag)
    if sought.official is not None:
        found = found.where(recordings.c.official == sought.official)
    if sought.unit:
        found = found.where(recordings.c.unit == sought.unit)
    if sought.streams is not None:
        found = found.where(recordings.c.stream.in_(sought.streams))
    if sought.areas is not None:
        found = found.where(AREA.in_(sought.areas))
    if sought.first is not None:
        found = found.where(recordings.c.recorded_at >= sought.first)
    if sought.last is not None:
        found = found.where(recordings.c.recorded_at < sought.last)
    return found
