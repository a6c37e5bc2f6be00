"""How the events of discipline leads are read."""

from audit_service.desks.discipline.words import clue_source, setting_aside
from audit_service.desks.reading import AREA, CASE, Reading, Shown, plain
from domain.inspections.discipline_lead import DisciplineLead
from domain.kernel import Event

READINGS: dict[type[Event], Reading] = {
    DisciplineLead.Recorded: Reading(
        title="Discipline lead recorded",
        colour="yellow",
        shows=(
            AREA,
            CASE,
            Shown(label="What it came from", after="source", write=clue_source),
            Shown(label="Whom it concerns", after="officials", holds="officials"),
            Shown(label="What is said to have happened", after="text", write=plain),
        ),
    ),
    DisciplineLead.FollowedUp: Reading(
        title="Discipline lead looked into",
        shows=(Shown(label="What was found", after="found", write=plain),),
    ),
    DisciplineLead.Referred: Reading(
        title="Discipline lead referred",
        tag="Handed to who is competent",
        colour="red",
        shows=(Shown(label="To whom", after="to_whom", write=plain),),
    ),
    DisciplineLead.SetAside: Reading(
        title="Discipline lead set aside",
        tag="Set aside",
        colour="grey",
        shows=(Shown(label="Why", after="reason", write=setting_aside),),
    ),
}
"""By kind of event."""
