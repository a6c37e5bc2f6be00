"""What the list of precedents says of each."""

from audit_service.desks.errors.names import cause_name, direction_name, element_name, origin_name
from audit_service.desks.handing_out import Handout
from audit_service.desks.precedents.looking import PrecedentAnswer
from audit_service.desks.precedents.words import band_name, entries_named, ratings_named
from audit_service.desks.tolerance.names import outcome_name
from audit_service.reports.columns import ListColumn

COLUMNS: tuple[ListColumn[PrecedentAnswer], ...] = (
    ListColumn(title="Outcome", value=lambda found: outcome_name(found.outcome)),
    ListColumn(title="Element", value=lambda found: element_name(found.element)),
    ListColumn(title="Cause", value=lambda found: cause_name(found.cause)),
    ListColumn(title="Amount", value=lambda found: band_name(found.band)),
    ListColumn(title="Tolerance list", value=lambda found: entries_named(" ".join(found.situations))),
    ListColumn(title="Negative list", value=lambda found: entries_named(" ".join(found.negatives))),
    ListColumn(title="Year", value=lambda found: str(found.year)),
)
"""Of the page."""

MORE: tuple[ListColumn[PrecedentAnswer], ...] = (
    ListColumn(title="Origin", value=lambda found: origin_name(found.origin)),
    ListColumn(title="Effect on the money", value=lambda found: direction_name(found.direction)),
    ListColumn(title="Factors", value=lambda found: ratings_named(" ".join(found.ratings))),
)
"""Columns that there is room for in a file."""

PRECEDENTS = Handout("precedents", "Precedents", (*COLUMNS, *MORE))
"""The list as it is handed out."""
