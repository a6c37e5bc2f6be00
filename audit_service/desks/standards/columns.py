"""What the catalogue says of each standard."""

from audit_service.desks.handing_out import Handout
from audit_service.desks.names import areas_named, kind_name, programme_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext as _
from projections.standards_in_force import Published

STANDARDS = Handout(
    "standards",
    "Standards",
    (
        ListColumn[Published](
            title="Reference",
            value=lambda each: each.standard.reference,
            href=lambda each: path_to("/standards", each.standard.reference),
        ),
        ListColumn(title="Programme", value=lambda each: programme_name(each.standard.programme)),
        ListColumn(title="Kind of standard", value=lambda each: kind_name(each.standard.kind)),
        ListColumn(title="Areas", value=lambda each: areas_named(each.standard.areas)),
        ListColumn(
            title="A head and month", value=lambda each: amount(each.standard.monthly_amount), figure=True
        ),
        ListColumn(title="In force from", value=lambda each: each.standard.effective_from),
        ListColumn(
            title="State",
            value=lambda each: _("Planned") if each.planned else _("Published"),
            colour=lambda each: "yellow" if each.planned else "green",
        ),
    ),
)
