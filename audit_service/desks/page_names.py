"""How kinds of pages are called, where it is told who looked at one or was refused it."""

import re

from audit_service.desks.carrying import every_command
from audit_service.web.translation import gettext as _

PARAMETER = re.compile(r"{\w+}")
FILE = re.compile(r"\.(\*|pdf|json|xlsx|txt|py)$")

NAMES = {
    "/answers": "Questions and answers",
    "/answers/figures": "Questions in figures",
    "/attempts": "Refused attempts",
    "/cases": "Cases",
    "/cases/search": "Cases",
    "/cases/*": "Case",
    "/cases/*/compare": "Case at two moments",
    "/cases/*/documents": "Documents of a case",
    "/cases/*/documents/*": "Document of a case",
    "/cases/*/entitlement": "Entitlement in a case",
    "/cases/*/history": "History of a case",
    "/cases/*/looks": "Who looked at a case",
    "/cases/*/reservations": "Reservations in a case",
    "/deadlines": "Deadlines",
    "/discipline-leads": "Discipline leads",
    "/discipline-leads/*": "Discipline lead",
    "/discoveries": "Discoveries",
    "/discoveries/*": "Discovery",
    "/errors": "Errors",
    "/errors/catalogue": "Catalogue of errors",
    "/errors/desk": "My desk",
    "/errors/desk/*": "My desk",
    "/errors/notices": "Correction notices",
    "/errors/rules": "Rules about errors",
    "/errors/waiting/*": "My desk",
    "/errors/*": "Error record",
    "/errors/*/evidence/*": "Evidence of an error",
    "/errors/*/facts": "What the record tells of an error",
    "/errors/*/history": "History of an error",
    "/errors/*/looks": "Who looked at an error",
    "/errors/*/money": "Money of an error",
    "/errors/*/notice": "Correction notice",
    "/errors/*/receipt": "Receipt for a report",
    "/errors/*/substitution": "Substitution test of an error",
    "/filings": "Prior filings",
    "/filings/*": "Prior filing",
    "/households/*": "Household in the register",
    "/imports": "Imports",
    "/imports/*": "Import",
    "/imports/*/rows": "Rows of an import",
    "/inspections": "Inspections",
    "/inspections/sampling/draw_again": "Script to draw again",
    "/inspections/waiting": "Queries to the unit",
    "/inspections/*": "Inspection",
    "/inspections/*/cases/*": "Case of an inspection",
    "/inspections/*/frame": "Frame of an inspection",
    "/inspections/*/marks": "Marks in the frame of an inspection",
    "/inspections/*/report": "Report of an inspection",
    "/inspections/*/sample": "Sample of an inspection",
    "/inspections/*/values": "Published values of a draw",
    "/leads": "Leads",
    "/leads/*": "Lead",
    "/lessons": "Lessons",
    "/lessons/digest": "Digest of lessons",
    "/lessons/*": "Lesson",
    "/me": "My record",
    "/me/tokens": "My record",
    "/officials": "Officials",
    "/officials/*": "Record of an official",
    "/officials/*/acts": "Acts of an official",
    "/officials/*/one-time-password": "One-time password",
    "/people": "People and households",
    "/people/search": "People and households",
    "/people/*": "Person in the register",
    "/precedents": "Precedents",
    "/purpose": "Purpose",
    "/purpose/names": "Purpose",
    "/purposes": "Purpose",
    "/purposes/names": "Purpose",
    "/questions": "Questions",
    "/questions/*": "Question",
    "/reports/late": "Late recordings",
    "/reports/looks": "What inspectors looked at",
    "/reports/segregation": "Segregation of duties",
    "/standards": "Standards",
    "/standards/*": "Standard",
    "/standards/*/outlook": "Standard",
    "/tolerance": "Tolerance",
    "/tolerance/rules": "Rules of tolerance",
    "/tolerance/*": "Review of tolerance",
    "/tolerance/*/clarification": "Letter of clarification",
    "/tolerance/*/history": "History of a review",
    "/tolerance/*/looks": "Who looked at a review",
    "/tolerance/*/notice": "Notice of a determination",
    "/visits": "Visits",
    "/visits/cadres": "Visits by cadre",
    "/visits/coverage": "Coverage of visits",
    "/visits/families": "Families to visit",
    "/visits/*": "Visit",
    "/visits/*/photos": "Photographs of a visit",
    "/visits/*/photos/*": "Photographs of a visit",
}
"""By address without what it names and without the kind of file; messages to translate."""


def page_name(path: str) -> str:
    """Return how the kind of page at such an address is called, in the reader's language."""
    forms = {entry.form_at: entry.title for entry in every_command()}
    if path in forms:
        return _("Form: %(title)s", title=_(forms[path]))
    kind = FILE.sub("", PARAMETER.sub("*", path))
    return _(NAMES[kind]) if kind in NAMES else path
