"""How the events of leads are read."""

from audit_service.desks.leads.words import lead_kind, more_about, outcome_name, settling_reason
from audit_service.desks.reading import AREA, CASE, Reading, Shown
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import money, month, number
from domain.kernel import Event
from domain.leads.lead import Lead


def _amounts(event: Event) -> tuple[Changed, ...]:
    """Return the amount that was found beside the one that the rules give, and what else the lead says."""
    if not isinstance(event, Lead.Found):
        return ()
    more = Changed(_("More about it"), None, more_about(event.kind, event.detail))
    if not event.expected and not event.found:
        return (more,)
    return (
        Changed(_("Amount as determined"), None, money(event.found)),
        Changed(_("Amount by the rules"), None, money(event.expected)),
        more,
    )


READINGS: dict[type[Event], Reading] = {
    Lead.Found: Reading(
        title="Lead found",
        colour="yellow",
        shows=(
            Shown(label="What was noticed", after="kind", write=lead_kind),
            CASE,
            AREA,
            Shown(label="Position of the decision", after="decision", write=number),
            Shown(label="From", after="from_month", write=month),
        ),
        more=_amounts,
    ),
    Lead.Noticed: Reading(
        title="Lead found",
        colour="yellow",
        shows=(
            Shown(label="What was noticed", after="kind", write=lead_kind),
            AREA,
            Shown(label="Position of the earlier entry", after="first", write=number),
            Shown(label="Position of the later entry", after="second", write=number),
        ),
    ),
    Lead.Resolved: Reading(
        title="Lead resolved",
        colour="green",
        shows=(Shown(label="How it was resolved", after="outcome", write=outcome_name),),
    ),
    Lead.TakenUp: Reading(title="Error reported because of a lead", colour="red"),
    Lead.SetAside: Reading(
        title="Lead set aside",
        colour="grey",
        shows=(Shown(label="Why it is no error", after="reason", write=settling_reason),),
    ),
}
"""By kind of event."""
