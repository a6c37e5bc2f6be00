"""How what is due is called: of what, and which step."""

from audit_service.desks.tolerance.names import step_name as step_of_review
from audit_service.web.translation import gettext as _
from projections.deadline_tables import ANSWER, CORRECT, ERROR, INSPECTION, QUESTION, TOLERANCE

KIND_TITLES = {
    TOLERANCE: "Reviews of tolerance",
    ERROR: "Correction notices",
    QUESTION: "Questions",
    INSPECTION: "Queries of inspections",
}
"""Of what something is due, by kind; messages to translate."""

STEPS = {CORRECT: "Put right what the notice names", ANSWER: "Answer the question"}
"""Steps beside those of a review; messages to translate."""

SHOWN_AT = {TOLERANCE: "/tolerance", ERROR: "/errors", QUESTION: "/questions", INSPECTION: "/inspections"}
"""By kind: where what is due is shown."""


def kind_name(kind: str) -> str:
    """Return the name of a kind of deadline."""
    return _(KIND_TITLES[kind])


def step_name(step: str) -> str:
    """Return the name of what is to be done."""
    return _(STEPS[step]) if step in STEPS else step_of_review(step)
