"""`audit-service reindex`: people of an earlier time, to be found in all the ways there are by now."""

from audit_service.cli.answers import AsJson, answer_in_json, progress, say
from audit_service.settings import settings_from


def reindex(*, as_json: AsJson = False) -> None:
    """Make people who were entered at an earlier time findable in all the ways there are by now."""
    from audit_service.desks.needy.renewing import renew_tokens
    from audit_service.identity.console import CONSOLE
    from audit_service.opening import following, opened
    from domain.kernel import Act
    from domain.roles import OPERATOR

    with opened(settings_from()) as office, following(office), progress("Renewing") as advance:
        office.follower.wait_for(office.record.last_position(), PATIENCE)
        act = Act(by=CONSOLE.official, role=OPERATOR, unit="", on=office.today())
        renewed = renew_tokens(office, act, advance)
    if as_json:
        answer_in_json({"renewed": renewed})
    else:
        say("People who can be found in more ways now: %(count)s.", count=renewed)


PATIENCE = 600.0
"""Seconds to wait for the views to hold everyone."""
