"""What the list of deadlines says of each."""

from audit_service.desks.deadlines.names import SHOWN_AT, kind_name, step_name
from audit_service.desks.deadlines.search import DeadlineRow
from audit_service.desks.errors.columns import due_written
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext as _

DUE = ListColumn[DeadlineRow](title="Due on", value=lambda row: due_written(row.due_on, late=row.overdue))
DUE_ON = ListColumn[DeadlineRow](title="Due on", value=lambda row: row.due_on)
KIND = ListColumn[DeadlineRow](title="Of what", value=lambda row: kind_name(row.kind))
NUMBER = ListColumn[DeadlineRow](
    title="Number",
    value=lambda row: row.number,
    href=lambda row: path_to(SHOWN_AT[row.kind], row.number),
    spoken=lambda row: step_name(row.step),
)
STEP = ListColumn[DeadlineRow](title="What is due", value=lambda row: step_name(row.step))
WHOSE = ListColumn[DeadlineRow](title="By whom", value=lambda row: row.whose or _("Whoever has the role"))
AREA = ListColumn[DeadlineRow](title="Area", value=lambda row: area_name(row.area))
SINCE = ListColumn[DeadlineRow](title="Since", value=lambda row: row.since_on)

LISTED = (DUE, STEP, KIND, NUMBER, WHOSE, AREA, SINCE)
"""Columns of the list on its page."""
DEADLINES = Handout("deadlines", "Deadlines", (DUE_ON, STEP, KIND, NUMBER, WHOSE, AREA, SINCE))
