"""What the list of prior filings says of each."""

from audit_service.desks.filings.looking import FilingAnswer
from audit_service.desks.filings.words import COLOURS, elements_named, filing_state, programme_of
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.addresses import path_to

COLUMNS: tuple[ListColumn[FilingAnswer], ...] = (
    ListColumn(
        title="Number", value=lambda found: found.number, href=lambda found: path_to("/filings", found.number)
    ),
    ListColumn(title="The measure", value=lambda found: found.title),
    ListColumn(title="Unit", value=lambda found: found.unit),
    ListColumn(title="Area", value=lambda found: area_name(found.area)),
    ListColumn(title="Programme", value=lambda found: programme_of(found.programme)),
    ListColumn(title="First day", value=lambda found: found.starts_on),
    ListColumn(title="Last day", value=lambda found: found.ends_on),
    ListColumn(
        title="State",
        value=lambda found: filing_state(found.state),
        colour=lambda found: COLOURS[found.state],
    ),
)
"""Of the page."""

MORE: tuple[ListColumn[FilingAnswer], ...] = (
    ListColumn(
        title="Most that an error may come to in one case",
        value=lambda found: amount(found.amount),
        figure=True,
    ),
    ListColumn(
        title="Kinds of error that it may lead to", value=lambda found: elements_named(found.elements)
    ),
    ListColumn(title="Filed on", value=lambda found: found.filed_on),
    ListColumn(title="Answered on", value=lambda found: found.answered_on),
    ListColumn(title="Over on", value=lambda found: found.over_on),
)
"""Columns that there is room for in a file."""

FILINGS = Handout("filings", "Prior filings", (*COLUMNS, *MORE))
"""The list as it is handed out."""
