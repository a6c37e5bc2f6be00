"""`audit-service recheck`: what was decided, replayed by the rules and what was known then."""

from audit_service.cli.answers import AsJson, answer_in_json, progress, say, show_table
from audit_service.settings import settings_from
from audit_service.web.translation import gettext


def recheck(*, as_json: AsJson = False) -> None:
    """Replay decisions not rechecked yet, list what does not fit as leads, and hand up what is overdue."""
    from audit_service.opening import following, opened
    from audit_service.rechecking.run import recheck as replay
    from domain.leads.finding import KINDS

    settings = settings_from()
    with opened(settings) as office, following(office), progress("Rechecking") as advance:
        outcome = replay(office, settings, advance=advance)
    if as_json:
        answer_in_json(
            {
                "since": outcome.since,
                "position": outcome.position,
                "cases": outcome.cases,
                "leads": {kind: outcome.leads[kind] for kind in KINDS},
                "handed_up": outcome.handed_up,
            }
        )
        return
    say(
        "Rechecked %(cases)s cases, up to position %(position)s. New leads: %(leads)s.",
        cases=outcome.cases,
        position=outcome.position,
        leads=outcome.leads.total(),
    )
    if outcome.handed_up:
        say("Corrections handed up, as they are overdue: %(count)s.", count=outcome.handed_up)
    if outcome.leads:
        show_table(
            ("What was noticed", "New leads"),
            ((gettext(KINDS[kind]), count) for kind, count in sorted(outcome.leads.items())),
        )
