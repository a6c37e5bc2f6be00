"""What stands around every page of a case: its facts, and the pages that belong to it."""

from datetime import date, datetime
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Query
from pydantic import AfterValidator, BeforeValidator

from audit_service.desks.cases import looking
from audit_service.desks.cases.dossier import Dossier
from audit_service.desks.names import COLOURS, state_name
from audit_service.desks.office import CALENDAR, Office
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
    path = f"/cases/{found.case.number}"
    moments = {"valid_on": valid_on, "known_at": found.known_at}
    query = urlencode({name: moment.isoformat() for name, moment in moments.items() if moment})
    tabs = [
        (_("What happened"), path),
        (_("Entitlement"), f"{path}/entitlement"),
        (_("Documents"), f"{path}/documents"),
    ]
    return {
        "case": found.case,
        "dossier": found,
        "on_day": found.on_day,
        "facts": looking.facts_on(office, found),
        "looking_back": looking.looking_back(valid_on, found.known_at, found),
        "path": tabs[current][1],
        "steps": [
            Step(title, f"{href}?{query}" if query else href, current=place == current)
            for place, (title, href) in enumerate(tabs)
        ],
        "valid_on": valid_on or "",
        "known_at": _on_the_clock(found.known_at) if found.known_at else "",
        "Step": Step,
        "COLOURS": COLOURS,
        "state_name": state_name,
        "money": money,
    }


def _on_the_clock(moment: datetime) -> str:
    """Write a moment as a form asks for it: by the office's clock, to the millisecond."""
    return moment.astimezone(CALENDAR).replace(tzinfo=None).isoformat(timespec="milliseconds")
