"""What the lists of reviews say of each."""

from audit_service.desks.errors.columns import due_written
from audit_service.desks.errors.names import axis_name, element_name
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import area_name
from audit_service.desks.tolerance.names import (
    OUTCOME_COLOURS,
    STATE_COLOURS,
    applicant_name,
    outcome_name,
    state_name,
    step_name,
)
from audit_service.desks.tolerance.search import ReviewRow
from audit_service.reports.columns import ListColumn, amount
from audit_service.web.addresses import path_to
from audit_service.web.wording import NOTHING
from domain.tolerance.state import State

NUMBER = ListColumn[ReviewRow](
    title="Number",
    value=lambda review: review.number,
    href=lambda review: path_to("/tolerance", review.number),
)
STATE = ListColumn[ReviewRow](
    title="State",
    value=lambda review: state_name(review.state),
    colour=lambda review: STATE_COLOURS[State(review.state)],
)
OUTCOME = ListColumn[ReviewRow](
    title="Outcome",
    value=lambda review: outcome_name(review.outcome),
    colour=lambda review: OUTCOME_COLOURS.get(review.outcome, "grey"),
)
ERROR = ListColumn[ReviewRow](
    title="Error",
    value=lambda review: review.error_number,
    href=lambda review: path_to("/errors", review.error_number),
)
CASE = ListColumn[ReviewRow](
    title="Case",
    value=lambda review: review.case_number or NOTHING,
    href=lambda review: path_to("/cases", review.case_number),
)
AREA = ListColumn[ReviewRow](title="Area", value=lambda review: area_name(review.area))
ELEMENT = ListColumn[ReviewRow](title="Element", value=lambda review: element_name(review.element))
CAUSE = ListColumn[ReviewRow](title="Cause", value=lambda review: axis_name("cause", review.cause))
AMOUNT = ListColumn[ReviewRow](title="Amount", value=lambda review: amount(review.amount), figure=True)
APPLICANT = ListColumn[ReviewRow](title="Who applies", value=lambda review: applicant_name(review.applicant))
BEGUN = ListColumn[ReviewRow](title="Begun on", value=lambda review: review.drafted_on)
SUBMITTED = ListColumn[ReviewRow](title="Submitted on", value=lambda review: review.submitted_on)
DETERMINED = ListColumn[ReviewRow](title="Determined on", value=lambda review: review.determined_on)
NEXT = ListColumn[ReviewRow](title="Next step", value=lambda review: step_name(review.step))
DUE = ListColumn[ReviewRow](
    title="Due on", value=lambda review: due_written(review.due_on, late=review.overdue)
)
DUE_ON = ListColumn[ReviewRow](title="Due on", value=lambda review: review.due_on)

LISTED = (NUMBER, STATE, OUTCOME, ELEMENT, ERROR, AREA, NEXT, DUE)
"""Columns of the docket on its page, where there is less room than in a file."""
DOCKET = Handout(
    "tolerance",
    "Reviews of tolerance",
    (
        *(NUMBER, STATE, OUTCOME, ERROR, CASE, AREA, ELEMENT, CAUSE, AMOUNT, APPLICANT),
        *(BEGUN, SUBMITTED, DETERMINED, NEXT, DUE_ON),
    ),
)
