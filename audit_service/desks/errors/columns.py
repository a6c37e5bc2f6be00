"""What the lists of errors say of each."""

from datetime import date

from audit_service.desks.errors.names import (
    STATE_COLOURS,
    axis_name,
    discovery_name,
    element_name,
    error_state_name,
)
from audit_service.desks.errors.search import ErrorRow
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day
from domain.errors.state import State

NUMBER = ListColumn[ErrorRow](
    title="Number",
    value=lambda error: error.number,
    href=lambda error: path_to("/errors", error.number),
)
STATE = ListColumn[ErrorRow](
    title="State",
    value=lambda error: error_state_name(error.state),
    colour=lambda error: STATE_COLOURS[State(error.state)],
)
ELEMENT = ListColumn[ErrorRow](title="Element", value=lambda error: element_name(error.element))
CASE = ListColumn[ErrorRow](
    title="Case",
    value=lambda error: error.case_number or NOTHING,
    href=lambda error: path_to("/cases", error.case_number),
)
AREA = ListColumn[ErrorRow](title="Area", value=lambda error: area_name(error.area))
UNIT = ListColumn[ErrorRow](title="Unit", value=lambda error: error.unit)
NATURE = ListColumn[ErrorRow](title="Nature", value=lambda error: axis_name("nature", error.nature))
CAUSE = ListColumn[ErrorRow](title="Cause", value=lambda error: axis_name("cause", error.cause))
ORIGIN = ListColumn[ErrorRow](title="Origin", value=lambda error: axis_name("origin", error.origin))
DIRECTION = ListColumn[ErrorRow](
    title="Effect on the money", value=lambda error: axis_name("direction", error.direction)
)
AXES = (NATURE, CAUSE, ORIGIN, DIRECTION)
FOUND = ListColumn[ErrorRow](title="How it came to light", value=lambda error: discovery_name(error.channel))
REPORTED = ListColumn[ErrorRow](title="Reported on", value=lambda error: error.reported_on)
OWED = ListColumn[ErrorRow](title="Paid too little", value=lambda error: amount(error.underpaid), figure=True)
OVERPAID = ListColumn[ErrorRow](
    title="Paid too much", value=lambda error: amount(error.overpaid), figure=True
)
NOTICE = ListColumn[ErrorRow](title="Correction notice", value=lambda error: error.notice or NOTHING)
DUE = ListColumn[ErrorRow](title="Due on", value=lambda error: due_written(error.due_on, late=error.overdue))
DUE_ON = ListColumn[ErrorRow](title="Due on", value=lambda error: error.due_on)
HANDED_UP = ListColumn[ErrorRow](title="Handed up to", value=lambda error: error.escalated_to or NOTHING)
SINCE = ListColumn[ErrorRow](title="Handed up on", value=lambda error: error.handed_up_on)
AGAIN = ListColumn[ErrorRow](title="Follow-up due since", value=lambda error: error.look_again_on)

ERRORS = Handout(
    "errors",
    "Errors",
    (NUMBER, STATE, ELEMENT, CASE, AREA, UNIT, FOUND, REPORTED, *AXES, OWED, OVERPAID, NOTICE, DUE_ON),
)
LISTED = (NUMBER, STATE, ELEMENT, CASE, AREA, FOUND, REPORTED, DUE)
"""Columns of the register on its page, where there is less room than in a file."""
WAITING = (NUMBER, STATE, ELEMENT, CASE, AREA, FOUND, REPORTED)
"""Columns of the lists of a desk."""
DESK_COLUMNS = {
    "decide_money": (NUMBER, STATE, ELEMENT, CASE, AREA, OWED, OVERPAID),
    "move_money": (NUMBER, STATE, ELEMENT, CASE, AREA, OWED, OVERPAID),
    "handed_up": (NOTICE, NUMBER, ELEMENT, CASE, AREA, UNIT, DUE, SINCE),
    "follow_up": (NUMBER, STATE, ELEMENT, CASE, AREA, UNIT, AGAIN),
}
"""Columns of those that show a day or amounts of their own."""
NOTICES = (NOTICE, NUMBER, ELEMENT, CASE, AREA, UNIT, DUE, HANDED_UP)
"""Columns of the list of notices."""


def in_a_file(columns: tuple[ListColumn[ErrorRow], ...]) -> tuple[ListColumn[ErrorRow], ...]:
    """Return the columns as a file has them: a day is a day there, that can be sorted by."""
    return tuple(DUE_ON if column is DUE else column for column in columns)


NOTICES_DUE = Handout("errors-notices", "Correction notices", in_a_file(NOTICES))


def due_written(on: date | None, *, late: bool) -> str:
    """Write a day something is due, and that it has passed."""
    return _("%(day)s, overdue", day=day(on)) if late else day(on)
