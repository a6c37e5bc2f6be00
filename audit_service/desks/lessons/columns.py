"""What the list of lessons says of each."""

from audit_service.desks.errors.names import cause_name, element_name
from audit_service.desks.handing_out import Handout
from audit_service.desks.lessons.looking import LessonAnswer, programme_of
from audit_service.desks.precedents.words import entries_named
from audit_service.desks.tolerance.names import outcome_name
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to

COLUMNS: tuple[ListColumn[LessonAnswer], ...] = (
    ListColumn(
        title="Title", value=lambda found: found.title, href=lambda found: path_to("/lessons", found.number)
    ),
    ListColumn(title="Element", value=lambda found: element_name(found.element)),
    ListColumn(title="Cause", value=lambda found: cause_name(found.cause)),
    ListColumn(title="Outcome", value=lambda found: outcome_name(found.outcome)),
    ListColumn(title="Published on", value=lambda found: found.published_on),
)
"""Of the page."""

MORE: tuple[ListColumn[LessonAnswer], ...] = (
    ListColumn(title="What happened", value=lambda found: found.happened),
    ListColumn(title="What led to it", value=lambda found: found.led_to_it),
    ListColumn(title="What to do instead", value=lambda found: found.instead),
    ListColumn(title="Programme", value=lambda found: programme_of(found.programme)),
    ListColumn(title="Tolerance list", value=lambda found: entries_named(" ".join(found.situations))),
    ListColumn(title="Number", value=lambda found: found.number),
)
"""Columns that there is room for in a file."""

LESSONS = Handout("lessons", "Lessons", (*COLUMNS, *MORE))
OF_A_MONTH = Handout("lessons-digest", "Lessons of the month", (*COLUMNS, *MORE))
"""The lists as they are handed out."""
