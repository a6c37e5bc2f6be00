"""What the list of leads says of each."""

from datetime import date
from urllib.parse import quote

from audit_service.desks.handing_out import Handout
from audit_service.desks.leads.looking import LeadAnswer
from audit_service.desks.leads.words import COLOURS, lead_kind, lead_state, more_about
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.wording import month


def columns_on(today: date) -> tuple[ListColumn[LeadAnswer], ...]:
    """Return the columns of the list as it is read on a day."""
    return (
        ListColumn(
            title="What was noticed",
            value=lambda lead: lead_kind(lead.kind),
            href=lambda lead: f"/leads/{lead.lead}",
            spoken=lambda lead: lead.case,
        ),
        ListColumn(
            title="Case",
            value=lambda lead: lead.case,
            href=lambda lead: f"/cases/{quote(lead.case, safe='')}",
        ),
        ListColumn(title="Area", value=lambda lead: area_name(lead.area)),
        ListColumn(title="From", value=lambda lead: month(lead.from_month)),
        ListColumn(title="Found on", value=lambda lead: lead.found_on),
        ListColumn(title="Days ago", value=lambda lead: (today - lead.found_on).days, figure=True),
        ListColumn(
            title="State",
            value=lambda lead: lead_state(lead.state),
            colour=lambda lead: COLOURS[lead.state],
        ),
    )


MORE: tuple[ListColumn[LeadAnswer], ...] = (
    ListColumn(title="Amount as determined", value=lambda lead: amount(lead.found), figure=True),
    ListColumn(title="Amount by the rules", value=lambda lead: amount(lead.expected), figure=True),
    ListColumn(title="More about it", value=lambda lead: more_about(lead.kind, lead.detail)),
)
"""Columns that there is room for in a file."""


def leads_on(today: date) -> Handout[LeadAnswer]:
    """Return the list as it is handed out on a day."""
    return Handout("leads", "Leads", (*columns_on(today), *MORE))
