"""Which inspection a command is about, and which point of a case of its sample."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.cases.readings import READINGS
from audit_service.desks.desk import Desk
from audit_service.web.kinds import LongText
from domain.cases.case import Case
from domain.identities import inspection_id
from domain.inspections.examining import Looked
from domain.inspections.inspection import Inspection
from projections.inspection_lists import errors_found_at, result_of

CaseNumber = Annotated[str, Field(title="Number of the case", min_length=1, max_length=60)]
Told = Annotated[str, LongText(), Field(min_length=2, max_length=4000)]


def the_inspection(desk: Desk, number: str) -> Inspection:
    """Return the inspection that a command is about, to be kept with what happens to it.

    Raises NotOnRecord, NotYourArea, StaleVersion.
    """
    inspection = desk.get(Inspection, inspection_id(number))
    desk.enter(*inspection.areas)
    return desk.keep(desk.as_seen(inspection))


def a_point(desk: Desk, inspection: Inspection, case_number: str, focus: str) -> Looked:
    """Return the point of a case that is looked at. Raises NotOnRecord, NotYourArea, OwnRelative."""
    case = desk.case_named(case_number)
    return Looked(
        case=case.id,
        case_number=case.number,
        subject=case.subject,
        focus=focus,
        before=desk.ask(result_of, inspection.id, case.id, focus),
        acted=_acted(desk, case),
        found=desk.ask(errors_found_at, inspection.id, case.id, focus),
    )


def _acted(desk: Desk, case: Case) -> tuple[date, str] | None:
    """Return the first thing that the official did in the case themselves; None if there is none."""
    own = (event for event in desk.events_of(case) if event.by == desk.official.official)
    return next(((event.on, READINGS[type(event)].title) for event in own), None)
