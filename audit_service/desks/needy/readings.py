"""How the events of people and households are read."""

from audit_service.desks.names import area_name, sex_name
from audit_service.desks.reading import Reading, Shown, plain
from domain.kernel import Event
from domain.needy.household import Household
from domain.needy.person import Person

READINGS: dict[type[Event], Reading] = {
    Person.Registered: Reading(
        title="Person entered",
        shows=(
            Shown(label="Name", after="name", write=plain),
            Shown(label="Id number", after="id_number", write=plain),
            Shown(label="Sex", after="sex", write=sex_name),
            Shown(label="Year of birth", after="born_year", write=str),
        ),
    ),
    Person.NameCorrected: Reading(
        title="Name corrected",
        tag="Correction",
        colour="orange",
        shows=(Shown(label="Name", before="before", after="after", write=plain),),
    ),
    Household.Formed: Reading(
        title="Household entered",
        shows=(
            Shown(label="Number", after="number", write=plain),
            Shown(label="Area", after="area", write=area_name),
        ),
    ),
    Household.MemberJoined: Reading(
        title="Member joined", shows=(Shown(label="Relation to the head", after="relation", write=plain),)
    ),
    Household.MemberLeft: Reading(title="Member left"),
}
"""By kind of event."""
