"""What the report of an inspection says, from its history."""

from datetime import datetime
from typing import cast

from audit_service.desks.inspections import showing
from audit_service.desks.inspections.looking import Dossier, facts_of, with_sample
from audit_service.desks.inspections.queries import queries_in
from audit_service.desks.inspections.sample import findings_in
from audit_service.desks.inspections.words import focus_name
from audit_service.office import Office
from audit_service.reports.inspection_report import Asked, Finding, InspectionReport, Line
from audit_service.reports.papers import Fact
from audit_service.store.sealing import Sealed
from audit_service.web.translation import gettext as _
from audit_service.web.translation import read_in
from audit_service.web.wording import day
from domain.inspections.inspection import Inspection


def report_paper(office: Office, found: Dossier, origin: str) -> InspectionReport:
    """Return the report as it is printed: for who may know the sample, and after the draw.

    Raises NotYourRole, NotDrawn.
    """
    with_sample(found)
    last = found.events[-1]
    concluded = _conclusion(office, found)
    with read_in("zh"):
        return InspectionReport(
            origin=origin,
            number=found.inspection.number,
            made_at=cast("datetime", last.recorded_at),
            title=found.inspection.title,
            facts=tuple(Fact(name=name, value=str(value)) for name, value in facts_of(office, found)[1:]),
            commitment=tuple(
                Fact(name=name, value=str(value)) for name, value in showing.commitment_of(found)
            ),
            strata=tuple(Line(cells=tuple(row)) for row in showing.strata_of(found)),
            draw=tuple(Fact(name=name, value=str(value)) for name, value in showing.draw_of(found)),
            results=tuple(Line(cells=tuple(row)) for row in showing.results_of(office, found)),
            findings=tuple(
                Finding(
                    case_number=one.case_number,
                    focus=focus_name(one.focus),
                    error_number=one.error_number,
                    text=one.text,
                )
                for one in findings_in(office, found)
            ),
            queries=tuple(
                Asked(
                    unit=one.asked_unit,
                    text=one.text,
                    due_on=day(one.due_on),
                    answer=one.answer or _("Not answered"),
                )
                for one in queries_in(office, found)
            ),
            conclusion=concluded.text if concluded else "",
            advice=concluded.advice if concluded else "",
            unit=last.unit,
            on=last.on,
        )


def _conclusion(office: Office, found: Dossier) -> Inspection.Concluded | None:
    """Return the conclusion, opened; None before it, and where it cannot be opened any more."""
    concluded = [event for event in found.events if isinstance(event, Inspection.Concluded)]
    opened = office.record.codec.opened_all(concluded)
    return next((event for event in opened if not isinstance(event.text, Sealed)), None)
