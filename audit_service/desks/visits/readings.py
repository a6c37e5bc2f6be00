"""How the events of visits are read."""

from audit_service.desks.reading import AREA, CASE, OF_ANOTHER, Reading, Shown, plain
from audit_service.desks.visits.words import (
    in_one_line,
    missed_because,
    observations_named,
    withdrawn_because,
)
from audit_service.web.wording import day
from domain.kernel import Event
from domain.visits.visit import Visit

WHOM = (
    CASE,
    Shown(label="Who is visited", after="named", write=plain, unless_empty=True),
    AREA,
)
WHO_GOES = Shown(label="Cadres", after="visitors", write=in_one_line, unless_empty=True)
MET = Shown(label="Who was met", after="met", write=plain, unless_empty=True)
OBSERVED = Shown(label="What stood out", after="observations", write=observations_named, unless_empty=True)
FOUND = Shown(label="What was seen", after="found", write=plain, unless_empty=True)

READINGS: dict[type[Event], Reading] = {
    Visit.TakeoverWithdrawn: Reading(title="Takeover taken back", colour="grey"),
    Visit.Planned: Reading(
        title="Visit planned",
        shows=(*WHOM, Shown(label="To be made by", after="due_on", write=day), WHO_GOES),
    ),
    Visit.Rescheduled: Reading(
        title="Visit rescheduled",
        colour="yellow",
        shows=(Shown(label="To be made by", before="due_before", after="due_on", write=day), WHO_GOES),
    ),
    Visit.CalledOff: Reading(title="Visit called off", colour="grey"),
    Visit.Recorded: Reading(
        title="Visit made",
        colour="green",
        shows=(
            *WHOM,
            Shown(label="Day of the visit", after="visited_on", write=day),
            WHO_GOES,
            MET,
            OBSERVED,
            FOUND,
        ),
    ),
    Visit.TakenOver: Reading(
        title="Visit taken over from a ledger",
        shows=(
            AREA,
            Shown(label="Day of the visit", after="visited_on", write=day),
            Shown(label="Cadres", after="visitor", write=plain),
            Shown(label="Unit of the cadre", after="visitor_unit", write=plain, unless_empty=True),
            Shown(label="Kind of family", after="category", write=plain, unless_empty=True),
            Shown(label="Answer given at once", after="answer_given", write=plain, unless_empty=True),
            Shown(label="Settled at once", after="settled"),
            Shown(label="Ledger", after="register", write=plain),
            Shown(label="Sheet", after="sheet", write=plain, unless_empty=True),
            Shown(label="Row", after="row", write=str),
        ),
    ),
    Visit.Missed: Reading(
        title="Visit missed",
        colour="yellow",
        shows=(
            *WHOM,
            Shown(label="Day of the attempt", after="missed_on", write=day),
            WHO_GOES,
            Shown(label="Why nobody was met", after="reason", write=missed_because),
        ),
    ),
    Visit.PersonCorrected: Reading(
        title="Visit told to be to another person", tag="Correction", colour="orange", shows=(OF_ANOTHER,)
    ),
    Visit.Corrected: Reading(
        title="Visit corrected",
        tag="Correction",
        colour="orange",
        shows=(
            Shown(
                label="Day of the visit",
                before="visited_before",
                after="visited_on",
                write=day,
                unless_empty=True,
            ),
            WHO_GOES,
            MET,
            OBSERVED,
            FOUND,
        ),
    ),
    Visit.Withdrawn: Reading(
        title="Visit withdrawn",
        tag="Correction",
        colour="orange",
        shows=(Shown(label="Why it does not count", after="reason", write=withdrawn_because),),
    ),
}
"""By kind of event."""
