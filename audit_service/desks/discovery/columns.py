"""What the list of discoveries says of each."""

from audit_service.desks.discovery.looking import DiscoveryAnswer
from audit_service.desks.discovery.words import (
    COLOURS,
    decided_because,
    discovery_state,
    possible_programme,
    sign_name,
)
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext as _

COLUMNS: tuple[ListColumn[DiscoveryAnswer], ...] = (
    ListColumn(
        title="Number",
        value=lambda found: found.number,
        href=lambda found: path_to("/discoveries", found.number),
    ),
    ListColumn(title="What was noticed", value=lambda found: sign_name(found.sign)),
    ListColumn(title="May be entitled to", value=lambda found: possible_programme(found.programme)),
    ListColumn(title="Area", value=lambda found: area_name(found.area)),
    ListColumn(title="Marked on", value=lambda found: found.marked_on),
    ListColumn(title="To be decided by", value=lambda found: found.decide_by),
    ListColumn(
        title="State",
        value=lambda found: _("Overdue") if found.overdue else discovery_state(found.state),
        colour=lambda found: "red" if found.overdue else COLOURS[found.state],
    ),
)
"""Of the page."""

MORE: tuple[ListColumn[DiscoveryAnswer], ...] = (
    ListColumn(title="The family", value=lambda found: found.family),
    ListColumn(title="Decided on", value=lambda found: found.decided_on),
    ListColumn(title="Why", value=lambda found: decided_because(found.state, found.reason)),
    ListColumn(title="Case", value=lambda found: found.case_number or None),
)
"""Columns that there is room for in a file."""

DISCOVERIES = Handout("discoveries", "Families that may be entitled", (*COLUMNS, *MORE))
"""The list as it is handed out."""
