"""What the list of leads says of each."""

from datetime import date

from audit_service.desks.handing_out import Handout
from audit_service.desks.leads.looking import LeadAnswer
from audit_service.desks.leads.words import COLOURS, lead_kind, lead_state, more_about
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.addresses import path_to
from audit_service.web.wording import month
from domain.money import Fen


def columns_on(today: date) -> tuple[ListColumn[LeadAnswer], ...]:
    """Return the columns of the list as it is read on a day."""
    return (
        ListColumn(
            title="What was noticed",
            value=lambda lead: lead_kind(lead.kind),
            href=lambda lead: f"/leads/{lead.lead}",
            spoken=lambda lead: lead.case or lead.name,
        ),
        ListColumn(
            title="Case",
            value=lambda lead: lead.case or None,
            href=lambda lead: path_to("/cases", lead.case) if lead.case else "",
        ),
        ListColumn(title="Area", value=lambda lead: area_name(lead.area)),
        ListColumn(title="From", value=lambda lead: month(lead.from_month) if lead.from_month else None),
        ListColumn(title="Found on", value=lambda lead: lead.found_on),
        ListColumn(title="Days ago", value=lambda lead: (today - lead.found_on).days, figure=True),
        ListColumn(
            title="State",
            value=lambda lead: lead_state(lead.state),
            colour=lambda lead: COLOURS[lead.state],
        ),
    )


PERSON: ListColumn[LeadAnswer] = ListColumn(
    title="Person",
    value=lambda lead: lead.name or None,
    href=lambda lead: f"/people/{lead.person}" if lead.person else "",
)
"""Stands on the page alone: files name nobody."""


def shown_on(today: date) -> tuple[ListColumn[LeadAnswer], ...]:
    """Return the columns of the page of the list on a day: there is no room for how long ago it was."""
    what, case, area, since, found_on, _days_ago, state = columns_on(today)
    return what, case, PERSON, area, since, found_on, state


def _amount(lead: LeadAnswer, fen: int) -> Fen | None:
    """Return an amount, where the lead is about amounts at all."""
    return amount(fen) if lead.found or lead.expected else None


MORE: tuple[ListColumn[LeadAnswer], ...] = (
    ListColumn(title="Amount as determined", value=lambda lead: _amount(lead, lead.found), figure=True),
    ListColumn(title="Amount by the rules", value=lambda lead: _amount(lead, lead.expected), figure=True),
    ListColumn(title="More about it", value=lambda lead: more_about(lead.kind, lead.detail)),
)
"""Columns that there is room for in a file."""


def leads_on(today: date) -> Handout[LeadAnswer]:
    """Return the list as it is handed out on a day."""
    return Handout("leads", "Leads", (*columns_on(today), *MORE))
