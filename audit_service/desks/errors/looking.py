"""What an error's pages show of it at a glance: its facts, its axes, its notice and its reports."""

from dataclasses import dataclass
from uuid import UUID

from audit_service.desks.cases.dossier import dossier
from audit_service.desks.cases.reservations import reservations_about
from audit_service.desks.errors.dossier import ErrorDossier, Report, overdue
from audit_service.desks.errors.names import (
    cause_name,
    direction_name,
    discovery_name,
    element_name,
    item_names,
    nature_name,
    origin_name,
)
from audit_service.desks.names import area_name
from audit_service.desks.reading import ERASED
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.store.sealing import Sealed
from audit_service.web.parts import Moment, Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, month, written
from domain.errors.error_record import ErrorRecord
from domain.errors.state import STAGES

Facts = list[tuple[object, ...]]
"""Rows of a summary: name and value, or name, value, address and what is there."""


@dataclass(frozen=True)
class Told:
    """A report, as far as its receipt tells it."""

    by: UUID
    own: bool
    """Whether who reported it had a part in the decision."""
    before_discovery: bool
    position: int
    linked: bool
    """Whether the error was on record already."""


@dataclass(frozen=True)
class NoticeShown:
    """A correction notice, as the error's page shows it."""

    facts: Facts
    late: bool


def report_of(report: Report) -> Told:
    """Return what a receipt tells of a report."""
    linked = isinstance(report, ErrorRecord.ReportLinked)
    return Told(report.by, report.own, report.before_discovery, report.position, linked)


def own_report_of(found: ErrorDossier) -> Told | None:
    """Return the first report by somebody who had a part in the decision; None if there is none."""
    return next((report_of(report) for report in found.reports if report.own), None)


def report_by(found: ErrorDossier, reader: UUID) -> Told | None:
    """Return the latest report by this official; None if they reported nothing here."""
    return next((report_of(report) for report in reversed(found.reports) if report.by == reader), None)


def tabs_of(number: str, current: int) -> list[Step]:
    """Return the pages of an error, of which one is shown."""
    path = f"/errors/{number}"
    tabs = (
        (_("What happened"), path),
        (_("Money"), f"{path}/money"),
        (_("What the record tells"), f"{path}/facts"),
    )
    return [Step(title, href, current=place == current) for place, (title, href) in enumerate(tabs)]


def facts_of(found: ErrorDossier) -> Facts:
    """Return the facts of the error with their names; what it was classified as, once it was."""
    error = found.error
    facts: Facts = [
        (_("Element"), element_name(error.element)),
        (_("Area"), area_name(error.area)),
        (_("Period in error"), period(found)),
        (_("How it came to light"), discovery_name(error.channel)),
        (_("Reported on"), day(found.reports[0].on)),
    ]
    if error.case_number:
        href = f"/cases/{error.case_number}"
        facts.insert(0, (_("Case"), error.case_number, href, _("Look at it")))
    kind = error.classification
    if kind is not None:
        facts += [
            (_("Nature"), nature_name(kind.nature)),
            (_("Cause"), cause_name(kind.cause)),
            (_("Origin"), origin_name(kind.origin)),
            (_("Effect on the money"), direction_name(kind.direction)),
        ]
    return facts


def period(found: ErrorDossier) -> str:
    """Write which months are in error."""
    first, last = found.error.from_month, found.error.to_month
    if last is None:
        return _("From %(month)s on", month=month(first))
    if last == first:
        return month(first)
    return _("%(first)s to %(last)s", first=month(first), last=month(last))


def notice_of(office: Office, found: ErrorDossier) -> NoticeShown | None:
    """Return the correction notice in force; None if there is none."""
    notice = found.error.notice
    if notice is None:
        return None
    names = Names.of(office, officials=notice.persons)
    facts: Facts = [
        (_("Number"), notice.number),
        (_("Due on"), day(notice.due_on)),
        (_("To be done"), item_names(notice.items)),
        (_("By whom"), written([names.official(person) for person in notice.persons])),
    ]
    if found.error.stage is not None:
        facts.append((_("How far it is"), _(STAGES[found.error.stage])))
    if found.error.planned_for is not None:
        facts.append((_("Planned for"), day(found.error.planned_for)))
    if found.error.escalated_to:
        facts.append((_("Handed up to"), written(list(found.error.escalated_to))))
    return NoticeShown(facts, overdue(found, office.today()))


def objection_of(office: Office, found: ErrorDossier) -> Facts:
    """Return who objected to the notice and what they said, while it is to be decided on."""
    if not found.error.objection_open:
        return []
    (event,) = [each for each in found.events if isinstance(each, ErrorRecord.NoticeObjectedTo)][-1:]
    (opened,) = office.record.codec.opened_all([event])
    text = _(ERASED) if isinstance(opened.text, Sealed) else opened.text
    names = Names.of(office, officials=[event.by])
    return [(_("What is objected"), text), (_("Objected by"), f"{names.official(event.by)}, {day(event.on)}")]


def said_against(office: Office, found: ErrorDossier) -> list[Moment]:
    """Return the opinions that were reserved and the orders that were objected to, the latest first.

    Of opinions those against the decision in error; all of them where no decision is named.
    """
    if not found.error.case_number:
        return []
    case = dossier(office, found.error.case_number)
    return reservations_about(office, case, found.error.decision)
