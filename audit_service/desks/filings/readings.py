"""How the events of prior filings are read."""

from audit_service.desks.filings.words import elements_named, programme_of
from audit_service.desks.reading import AREA, OBJECTED, Reading, Shown, plain
from audit_service.web.wording import day, money
from domain.kernel import Event
from domain.tolerance.prior_filing import PriorFiling

MEASURE = (
    Shown(label="The measure", after="title", write=plain),
    Shown(label="What is done otherwise than usual", after="what", write=plain),
    Shown(label="What it is good for", after="why", write=plain),
    Shown(label="How errors are caught and corrected", after="safeguards", write=plain),
    Shown(label="Programme", after="programme", write=programme_of),
    Shown(label="First day", after="starts_on", write=day),
    Shown(label="Last day", after="ends_on", write=day),
    Shown(label="Most that an error may come to in one case", after="amount", write=money),
    Shown(label="Kinds of error that it may lead to", after="elements", write=elements_named),
    Shown(label="Affirmed that nothing expressly forbids it", after="unforbidden"),
)

READINGS: dict[type[Event], Reading] = {
    PriorFiling.Filed: Reading(
        title="Measure filed before it is tried",
        tag="Filed beforehand",
        shows=(Shown(label="Number", after="number", write=plain), AREA, *MEASURE),
    ),
    PriorFiling.Amended: Reading(title="Filed measure amended", shows=MEASURE),
    PriorFiling.Acknowledged: Reading(
        title="Filed measure acknowledged by the organ", tag="Acknowledged by the organ", colour="green"
    ),
    PriorFiling.ObjectedTo: Reading(
        title="Filed measure objected to by the organ", tag="Objection", colour="red", shows=(OBJECTED,)
    ),
    PriorFiling.Ended: Reading(
        title="Filed measure ended",
        colour="grey",
        shows=(Shown(label="What came of it", after="text", write=plain),),
    ),
    PriorFiling.Withdrawn: Reading(title="Filing of a measure withdrawn", colour="grey"),
}
"""By kind of event."""
