"""What the lists of officials and of refused attempts say."""

from urllib.parse import quote

from audit_service.desks.handing_out import Handout
from audit_service.desks.names import role_name
from audit_service.desks.officials.attempts import AttemptAnswer, command_name
from audit_service.desks.officials.readings import areas_named
from audit_service.desks.officials.staff import ColleagueAnswer
from audit_service.reports.columns import ListColumn
from audit_service.web.translation import gettext as _


def _roles_of(official: ColleagueAnswer) -> tuple[str, ...]:
    """Write the roles that an official holds, each with where."""
    held = tuple(
        _("%(role)s (%(areas)s)", role=role_name(each.role), areas=areas_named(each.areas))
        for each in official.roles
    )
    return held or (_("No role"),)


OFFICIALS = Handout(
    "officials",
    "Officials",
    (
        ListColumn[ColleagueAnswer](
            title="Login",
            value=lambda one: one.login,
            href=lambda one: f"/officials/{quote(one.login, safe='')}",
        ),
        ListColumn(title="Name", value=lambda one: one.name),
        ListColumn(title="Unit", value=lambda one: one.unit),
        ListColumn(title="Roles", value=_roles_of),
    ),
)

ATTEMPTS = Handout(
    "attempts",
    "Refused attempts",
    (
        ListColumn[AttemptAnswer](title="When", value=lambda attempt: attempt.at),
        ListColumn(title="Official", value=lambda attempt: attempt.by),
        ListColumn(title="Role", value=lambda attempt: role_name(attempt.role)),
        ListColumn(title="Asked for", value=lambda attempt: command_name(attempt.command)),
        ListColumn(
            title="Case",
            value=lambda attempt: attempt.about,
            href=lambda attempt: attempt.about and f"/cases/{quote(attempt.about, safe='')}",
        ),
        ListColumn(
            title="Number of the error",
            value=lambda attempt: attempt.about_error,
            href=lambda attempt: attempt.about_error and f"/errors/{quote(attempt.about_error, safe='')}",
        ),
        ListColumn(title="Rule", value=lambda attempt: attempt.rule),
    ),
)
