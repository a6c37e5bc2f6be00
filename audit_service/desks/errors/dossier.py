"""An error as its pages show it: how it stands, what happened, who had which part, and its reports."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias, cast

from audit_service.desks.errors.readings import READINGS
from audit_service.desks.kin import keep_apart
from audit_service.desks.moments import moments_of
from audit_service.desks.names import area_name
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.parts import Moment
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.cases.case import Case
from domain.errors.duties import PARTS, TAKEN_BY
from domain.errors.error_record import ErrorRecord
from domain.identities import case_id
from domain.kernel import Event, replay
from projections import error_lists, error_register, standing

Report: TypeAlias = ErrorRecord.Reported | ErrorRecord.ReportLinked


@dataclass(frozen=True, kw_only=True)
class ErrorDossier:
    """An error as known at a position of the record."""

    error: ErrorRecord
    events: Sequence[Event]
    """The first first, what is personal in them still sealed."""
    position: int
    """Last position of the record that was looked at."""

    @property
    def reports(self) -> list[Report]:
        """Who reported it, and when; the first first."""
        return [event for event in self.events if isinstance(event, Report)]

    def report_at(self, position: int) -> Report:
        """Return the report at this position, or the first. Raises NotOnRecord."""
        for report in self.reports:
            if position in {0, report.position}:
                return report
        raise NotOnRecord(self.error.id)


def readable_error(office: Office, identity: Identity, number: str) -> ErrorDossier:
    """Return the error for an official who may read it: by their area, or as they have a part in it.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    with office.views.connect() as views:
        position = standing.reached(views, [error_register.error_register])
        row = error_lists.error_numbered(views, number)
        if row is None:
            raise NotOnRecord(case_id(number))
        concerned = error_lists.concerns(views, row.error_id, identity.official)
    if not concerned and not identity.sees(row.area):
        raise NotYourArea(area=area_name(row.area))
    if identity.relatives and row.case_id:
        case = office.record.get(Case, row.case_id)
        keep_apart(identity, case, office.record.find)
    events = office.record.events(row.error_id, upto=position)
    error = cast("ErrorRecord", replay(cast("ErrorRecord | None", None), events))
    return ErrorDossier(error=error, events=events, position=position)


def moments(office: Office, found: ErrorDossier) -> list[Moment]:
    """Return the timeline in the reader's language, the latest first."""
    return moments_of(office, found.events, READINGS)


def parts_in(office: Office, found: ErrorDossier) -> list[tuple[str, str]]:
    """Return who had which part in the error, by the name of the part."""
    people: dict[str, list[str]] = {}
    names = Names.of(office, officials={done.by for done in found.error.done})
    for done in found.error.done:
        part = people.setdefault(TAKEN_BY[done.topic][0], [])
        name = names.official(done.by)
        if name not in part:
            part.append(name)
    return [(_(title), written(people[part])) for part, title in PARTS.items() if part in people]


def overdue(found: ErrorDossier, today: date) -> bool:
    """Say whether the correction should have been done by now."""
    error = found.error
    return error.notice is not None and not error.is_corrected and error.notice.due_on < today
