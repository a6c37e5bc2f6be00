"""What the list of views by inspectors says of each."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.looks.looking import LookAnswer
from audit_service.desks.officials.numbers import number_of, page_of
from audit_service.desks.page_names import page_name
from audit_service.reports.columns import ListColumn
from audit_service.web.wording import NOTHING

LOOKS = Handout[LookAnswer](
    "reports-looks",
    "What inspectors looked at",
    (
        ListColumn[LookAnswer](title="When", value=lambda look: look.at),
        ListColumn(title="Inspector", value=lambda look: look.by),
        ListColumn(title="Page", value=lambda look: page_name(look.page)),
        ListColumn(title="What it was about", value=lambda look: number_of(look) or NOTHING, href=page_of),
        ListColumn(title="Inspection", value=lambda look: look.inspection or NOTHING),
        ListColumn(title="What for", value=lambda look: look.purpose or NOTHING),
        ListColumn(title="Names shown", value=lambda look: look.by_names),
        ListColumn(title="Why names were shown", value=lambda look: look.names_for or NOTHING),
    ),
)
