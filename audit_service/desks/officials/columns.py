"""What the lists of officials and of refused attempts say."""

from audit_service.desks.errors.concerns import ConcernAnswer
from audit_service.desks.errors.names import STATE_COLOURS, element_name, error_state_name
from audit_service.desks.handing_out import Handout
from audit_service.desks.names import areas_named, role_name
from audit_service.desks.officials.attempts import AttemptAnswer, command_name
from audit_service.desks.officials.dossier import ActAnswer
from audit_service.desks.officials.judged import STATEMENTS, JudgedAnswer
from audit_service.desks.officials.numbers import number_of, page_of
from audit_service.desks.officials.staff import ColleagueAnswer
from audit_service.reports.columns import ListColumn
from audit_service.web.addresses import path_to
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day
from domain.errors.state import State as ErrorState
from domain.tolerance.outcomes import EFFECTS, OUTCOMES
from domain.tolerance.state import STATES, State


def _receipt_of(part: ConcernAnswer) -> str | None:
    """Write what the receipt for a report proves; None where the part is another."""
    if not part.receipt:
        return None
    return _("Self-report receipt") if part.own_report else _("Report receipt")


def _roles_of(official: ColleagueAnswer) -> tuple[str, ...]:
    """Write the roles that an official holds, each with where."""
    held = tuple(
        _("%(role)s (%(areas)s)", role=role_name(each.role), areas=areas_named(each.areas))
        for each in official.roles
    )
    return held or (_("No role"),)


def _said_of(each: JudgedAnswer) -> tuple[str, ...]:
    """Write whether they were heard, and when a review was asked for."""
    asked = (_("Review requested on %(day)s", day=day(requested)) for requested in each.reviews_requested)
    return (_(STATEMENTS[each.statement]), *asked)


def _came_of(each: JudgedAnswer) -> tuple[str, ...]:
    """Write what was determined, and what is not affected because of it."""
    outcome = (_(OUTCOMES[each.outcome]),) if each.outcome else ()
    return (*outcome, *(_(EFFECTS[code]) for code in each.effects))


OFFICIALS = Handout(
    "officials",
    "Officials",
    (
        ListColumn[ColleagueAnswer](
            title="Login",
            value=lambda one: one.login,
            href=lambda one: path_to("/officials", one.login),
        ),
        ListColumn(title="Name", value=lambda one: one.name),
        ListColumn(title="Unit", value=lambda one: one.unit),
        ListColumn(title="Roles", value=_roles_of),
    ),
)

ACTS = Handout[ActAnswer](
    "officials-acts",
    "What was done",
    (
        ListColumn[ActAnswer](title="Recorded", value=lambda act: act.recorded_at),
        ListColumn(title="Event", value=lambda act: act.title),
        ListColumn(title="Role", value=lambda act: role_name(act.role)),
        ListColumn(title="What it was about", value=number_of, href=page_of),
        ListColumn(title="Position", value=lambda act: act.position, figure=True),
    ),
)

DECISIONS: tuple[ListColumn[ActAnswer], ...] = (
    ListColumn(title="What it was about", value=number_of, href=page_of),
    ListColumn(title="Event", value=lambda act: act.title),
    ListColumn(title="Role", value=lambda act: role_name(act.role)),
    ListColumn(title="Recorded", value=lambda act: act.recorded_at),
)
"""What an official decided in cases."""

CONCERNS: tuple[ListColumn[ConcernAnswer], ...] = (
    ListColumn(
        title="Number of the error",
        value=lambda part: part.error,
        href=lambda part: path_to("/errors", part.error),
    ),
    ListColumn(title="Part", value=lambda part: part.part),
    ListColumn(title="Element", value=lambda part: element_name(part.element)),
    ListColumn(
        title="State",
        value=lambda part: error_state_name(part.state),
        colour=lambda part: STATE_COLOURS[ErrorState(part.state)],
    ),
    ListColumn(title="Due on", value=lambda part: part.due_on),
    ListColumn(
        title="Receipt",
        value=_receipt_of,
        href=lambda part: part.receipt,
        spoken=lambda part: part.error,
    ),
    ListColumn(title="Position", value=lambda part: part.position, figure=True),
)
"""Errors that an official has a part in."""

REVIEWS: tuple[ListColumn[JudgedAnswer], ...] = (
    ListColumn(
        title="Number of the review",
        value=lambda each: each.review,
        href=lambda each: path_to("/tolerance", each.review),
    ),
    ListColumn(
        title="Error", value=lambda each: each.error, href=lambda each: path_to("/errors", each.error)
    ),
    ListColumn(title="State", value=lambda each: _(STATES[State(each.state)])),
    ListColumn(title="Due on", value=lambda each: each.due_on),
    ListColumn(title="Statement", value=_said_of),
    ListColumn(title="Outcome and effects", value=_came_of),
    ListColumn(
        title="Letter of clarification",
        value=lambda each: _("Letter to print (PDF)") if each.is_cleared else None,
        href=lambda each: (
            f"{path_to('/tolerance', each.review)}/clarification.pdf" if each.is_cleared else ""
        ),
        spoken=lambda each: each.review,
    ),
)
"""Reviews of tolerance about errors of an official."""

ATTEMPTS = Handout[AttemptAnswer](
    "attempts",
    "Refused attempts",
    (
        ListColumn[AttemptAnswer](title="When", value=lambda attempt: attempt.at),
        ListColumn(title="Official", value=lambda attempt: attempt.by),
        ListColumn(title="Role", value=lambda attempt: role_name(attempt.role)),
        ListColumn(title="Asked for", value=lambda attempt: command_name(attempt.command)),
        ListColumn(title="What it was about", value=number_of, href=page_of),
        ListColumn(title="Rule", value=lambda attempt: attempt.rule),
    ),
)

OWN_ATTEMPTS = tuple(column for column in ATTEMPTS.columns if column.title != "Official")
"""On the page of one official, who need not be named in each row."""
