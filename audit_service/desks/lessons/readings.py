"""How the events of lessons are read."""

from audit_service.desks.errors.names import cause_name, element_name
from audit_service.desks.lessons.looking import programme_of
from audit_service.desks.reading import Reading, Shown, lines, plain
from audit_service.desks.tolerance.names import outcome_name
from domain.kernel import Event
from domain.tolerance.lesson import Lesson

READINGS: dict[type[Event], Reading] = {
    Lesson.Published: Reading(
        title="Lesson published",
        tag="Lesson",
        colour="green",
        shows=(
            Shown(label="Number", after="number", write=plain),
            Shown(label="Title", after="title", write=plain),
            Shown(label="What happened", after="happened", write=plain),
            Shown(label="What led to it", after="led_to_it", write=plain),
            Shown(label="What to do instead", after="instead", write=plain),
            Shown(label="Outcome", after="outcome", write=outcome_name),
            Shown(label="Element", after="element", write=element_name),
            Shown(label="Cause", after="cause", write=cause_name),
            Shown(label="Programme", after="programme", write=programme_of),
            Shown(label="Tolerance list", after="situations", write=lines, unless_empty=True),
        ),
    ),
    Lesson.Withdrawn: Reading(title="Lesson withdrawn", tag="Withdrawn", colour="grey"),
}
"""By kind of event."""
