"""What the catalogue says of each standard."""

from urllib.parse import quote

from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name, kind_name, programme_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.standards.living_standard import LivingStandard
from projections.standards_in_force import Published

STANDARDS = Handout(
    "standards",
    "Standards",
    (
        ListColumn[Published](
            title="Reference",
            value=lambda each: each.standard.reference,
            href=lambda each: f"/standards/{quote(each.standard.reference, safe='')}",
        ),
        ListColumn(title="Programme", value=lambda each: programme_name(each.standard.programme)),
        ListColumn(title="Kind of standard", value=lambda each: kind_name(each.standard.kind)),
        ListColumn(title="Areas", value=lambda each: areas_of(each.standard)),
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


def areas_of(standard: LivingStandard) -> str:
    """Write where a standard applies."""
    return written([area_name(area) for area in standard.areas])
