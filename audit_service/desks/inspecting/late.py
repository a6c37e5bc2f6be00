"""Late recordings: what was recorded long after it happened, and what was changed after a notice."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, Field
from sqlalchemy import Row

from audit_service.desks.inspecting.asking import Narrowed, between, check_reader, whom
from audit_service.desks.inspecting.words import act_title
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.identities import case_id, household_id, visit_id
from projections.error_lists import error_numbered, errors_of_case
from projections.kin import closed_cases
from projections.late_lists import BANDS, SoughtRecordings, histogram, listed_recordings
from projections.tolerance_lists import review_numbered


class Filter(Narrowed):
    """Which recordings are listed."""

    lag: Annotated[int, Field(title="Days late, at least", ge=BANDS[0], le=36_500)] = BANDS[0]
    unit: Annotated[str, Field(title="Unit", max_length=200)] = ""
    number: Annotated[str, Field(title="Number of the case, error, visit or household", max_length=60)] = ""
    during_inspection: Annotated[
        bool, Field(title="Only changes after an inspection was announced, however late")
    ] = False
    after_notice: Annotated[bool, Field(title="Only changes after a notice, however late")] = False


class RecordingAnswer(BaseModel):
    """Something that was recorded late, or changed after a notice."""

    position: int
    recorded_at: datetime
    happened_on: date
    lag: int
    """Days."""
    measured: str
    """What it counts from: `true`, `learned`, `done`."""
    by: str
    """Name of the official."""
    role: str
    unit: str
    act: str
    """What was recorded, in the reader's language."""
    kind: str
    """`case`, `error`, `visit` or `household`; empty where it is about a person."""
    number: str
    area: str
    after: str
    """Kind of the notice that was open: `correction`, `accountability`; empty if none was."""
    notice: str
    notice_on: date | None


class BandAnswer(BaseModel):
    """How many recordings are so late."""

    days: int
    """From so many days on, to the next band."""
    recordings: int


class RecordingsAnswer(BaseModel):
    """A page of late recordings, the latest recorded first, and how many are how late."""

    recordings: list[RecordingAnswer]
    bands: list[BandAnswer]
    next: int | None
    """The next page is before this position; null on the last."""


def listed(
    office: Office, reader: Identity, wanted: Filter, before: int | None, limit: int
) -> RecordingsAnswer:
    """Return the recordings asked for, where the reader may see them. Raises NotYourRole."""
    check_reader(reader)
    sought = SoughtRecordings(
        lag=wanted.lag,
        after_notice=wanted.after_notice,
        during_inspection=wanted.during_inspection,
        official=whom(wanted.official),
        unit=wanted.unit,
        streams=_streams(office, wanted.number) if wanted.number else None,
        areas=reader.areas_to_read(wanted.area),
        **between(wanted),
    )
    with office.views.connect() as views:
        found = listed_recordings(views, sought, before=before, limit=limit + 1)
        counts = histogram(views, sought)
        closed = closed_cases(views, reader.relatives) if reader.relatives else set()
    page = found[:limit]
    names = Names.of(office, {row.official for row in page})
    return RecordingsAnswer(
        recordings=[_told(row, names) for row in page if row.about_case not in closed],
        bands=[BandAnswer(days=days, recordings=count) for days, count in zip(BANDS, counts, strict=True)],
        next=page[-1].position if len(found) > limit else None,
    )


def _streams(office: Office, number: str) -> set[UUID]:
    """Return what has this number; of a case, with its errors, and of a review, its error."""
    case = case_id(number)
    with office.views.connect() as views:
        error, review = error_numbered(views, number), review_numbered(views, number)
        errors = [row.error_id for row in errors_of_case(views, case)]
    errors += [found.error_id for found in (error,) if found] + [found.error for found in (review,) if found]
    return {case, visit_id(number), household_id(number), *errors}


def _told(row: Row[Any], names: Names) -> RecordingAnswer:
    return RecordingAnswer(
        position=row.position,
        recorded_at=row.recorded_at,
        happened_on=row.happened_on,
        lag=row.lag,
        measured=row.measured,
        by=names.official(row.official),
        role=row.role,
        unit=row.unit,
        act=act_title(row.topic),
        kind=row.kind,
        number=row.number or "",
        area=row.area or "",
        after=row.after if row.is_open else "",
        notice=row.notice if row.is_open else "",
        notice_on=row.notice_on if row.is_open else None,
    )
