"""What stands around every page of a case: its facts, and the pages that belong to it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator

from audit_service.desks.cases import looking
from audit_service.desks.cases.dossier import Dossier
from audit_service.desks.names import COLOURS, state_name
from audit_service.office import CALENDAR, Office
from audit_service.web.addresses import address
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import money


def _by_the_offices_clock(moment: datetime | None) -> datetime | None:
    """Read a moment without an offset by the office's clock."""
    return moment if moment is None or moment.tzinfo else moment.replace(tzinfo=CALENDAR)


EMPTY = BeforeValidator(lambda text: text or None)
"""What a form sends where nothing was filled in."""

Day = Annotated[date | None, EMPTY, Query()]
Minute = Annotated[datetime | None, EMPTY, AfterValidator(_by_the_offices_clock), Query()]


def frame(office: Office, found: Dossier, valid_on: date | None, *, current: int) -> dict[str, Any]:
    """Return what `case_frame.html` shows; `current` is the place of the page among the tabs."""
    moments = {"valid_on": valid_on, "known_at": found.known_at}
    query = {name: moment.isoformat() for name, moment in moments.items() if moment}
    steps = tabs_of(found.case.number, query, current=current)
    return {
        "case": found.case,
        "dossier": found,
        "on_day": found.on_day,
        "facts": looking.facts_on(office, found),
        "looking_back": looking.looking_back(valid_on, found.known_at, found),
        "path": steps[current].href.partition("?")[0],
        "steps": steps,
        "valid_on": valid_on or "",
        "known_at": on_the_clock(found.known_at) if found.known_at else "",
        "Step": Step,
        "COLOURS": COLOURS,
        "state_name": state_name,
        "money": money,
    }


def tabs_of(number: str, query: Mapping[str, str], *, current: int) -> list[Step]:
    """Return the pages that belong to a case, each seen from the same moment."""
    path = f"/cases/{number}"
    tabs = [
        (_("What happened"), path),
        (_("Entitlement"), f"{path}/entitlement"),
        (_("Documents"), f"{path}/documents"),
        (_("Two moments compared"), f"{path}/compare"),
    ]
    return [
        Step(title, address(href, query), current=place == current)
        for place, (title, href) in enumerate(tabs)
    ]


def on_the_clock(moment: datetime) -> str:
    """Write a moment as a form asks for it: by the office's clock, to the millisecond."""
    return moment.astimezone(CALENDAR).replace(tzinfo=None).isoformat(timespec="milliseconds")
