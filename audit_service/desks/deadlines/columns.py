"""What the list of deadlines says of each."""

from audit_service.desks.deadlines.names import kind_name, step_name
from audit_service.desks.deadlines.search import DeadlineRow
from audit_service.desks.errors.columns import due_written
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import areas_named
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext as _


def _what(row: DeadlineRow) -> str:
    """Return what is to be done; of several queries of an inspection, which of them."""
    return _("Answer query %(query)s", query=row.query) if row.query else step_name(row.step)


DUE = ListColumn[DeadlineRow](title="Due on", value=lambda row: due_written(row.due_on, late=row.overdue))
DUE_ON = ListColumn[DeadlineRow](title="Due on", value=lambda row: row.due_on)
KIND = ListColumn[DeadlineRow](title="Of what", value=lambda row: kind_name(row.kind))
NUMBER = ListColumn[DeadlineRow](
    title="Number",
    value=lambda row: row.number,
    href=lambda row: row.at,
    spoken=_what,
)
STEP = ListColumn[DeadlineRow](title="What is due", value=_what)
WHOSE = ListColumn[DeadlineRow](
    title="By whom", value=lambda row: row.whose or row.unit or _("Whoever has the role")
)
AREA = ListColumn[DeadlineRow](title="Area", value=lambda row: areas_named(row.areas))
SINCE = ListColumn[DeadlineRow](title="Since", value=lambda row: row.since_on)

LISTED = (DUE, STEP, KIND, NUMBER, WHOSE, AREA, SINCE)
"""Columns of the list on its page."""
DEADLINES = Handout("deadlines", "Deadlines", (DUE_ON, STEP, KIND, NUMBER, WHOSE, AREA, SINCE))
