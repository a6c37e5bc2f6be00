"""What the list of discipline leads says of each."""

from audit_service.desks.discipline.commands import AT
from audit_service.desks.discipline.looking import DisciplineLeadAnswer
from audit_service.desks.discipline.words import COLOURS, clue_source, clue_state
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to

COLUMNS: tuple[ListColumn[DisciplineLeadAnswer], ...] = (
    ListColumn(title="Number", value=lambda lead: lead.number, href=lambda lead: path_to(AT, lead.number)),
    ListColumn(title="Area", value=lambda lead: area_name(lead.area)),
    ListColumn(title="What it came from", value=lambda lead: clue_source(lead.source)),
    ListColumn(title="Whom it concerns", value=lambda lead: tuple(lead.officials)),
    ListColumn(title="Recorded on", value=lambda lead: lead.recorded_on),
    ListColumn(
        title="State", value=lambda lead: clue_state(lead.state), colour=lambda lead: COLOURS[lead.state]
    ),
)
"""Of the page."""

MORE: tuple[ListColumn[DisciplineLeadAnswer], ...] = (
    ListColumn(title="Case", value=lambda lead: lead.case_number or None),
    ListColumn(title="Recorded by", value=lambda lead: lead.recorded_by),
    ListColumn(title="Settled on", value=lambda lead: lead.settled_on),
)
"""Columns that there is room for in a file. What is said to have happened stays on the lead's own page."""

DISCIPLINE_LEADS = Handout("discipline-leads", "Discipline leads", (*COLUMNS, *MORE))
"""The list as it is handed out."""
