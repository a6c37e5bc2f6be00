"""How the events of discoveries are read."""

from audit_service.desks.discovery.words import decided_because, possible_programme, sign_name
from audit_service.desks.reading import AREA, CASE, Reading, Shown, plain
from audit_service.web.wording import day
from domain.discovery.discovery import DECLINED, NOT_ENTITLED, Discovery
from domain.kernel import Event

READINGS: dict[type[Event], Reading] = {
    Discovery.Marked: Reading(
        title="Family marked as possibly entitled",
        colour="yellow",
        shows=(
            Shown(label="Number", after="number", write=plain),
            AREA,
            Shown(label="What was noticed", after="sign", write=sign_name),
            Shown(label="May be entitled to", after="programme", write=possible_programme),
            Shown(label="The family", after="family", write=plain),
            Shown(label="To be decided by", after="decide_by", write=day),
            Shown(label="From question", after="question_number", write=plain, unless_empty=True),
        ),
    ),
    Discovery.ApplicationOpened: Reading(
        title="Application recorded for the family",
        tag="Application recorded",
        colour="green",
        shows=(CASE,),
    ),
    Discovery.FoundNotEntitled: Reading(
        title="Family found not entitled",
        tag="Not entitled",
        colour="grey",
        shows=(
            Shown(label="Why", after="reason", write=lambda reason: decided_because(NOT_ENTITLED, reason)),
        ),
    ),
    Discovery.Declined: Reading(
        title="Family does not want assistance",
        tag="Declined",
        colour="grey",
        shows=(Shown(label="Why", after="reason", write=lambda reason: decided_because(DECLINED, reason)),),
    ),
    Discovery.ErrorReported: Reading(
        title="Error reported because of the discovery",
        colour="red",
        shows=(Shown(label="Error", after="error_number", write=plain),),
    ),
}
"""By kind of event."""
