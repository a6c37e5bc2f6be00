"""How the events of officials are read."""

from audit_service.desks.names import areas_named, relation_name, role_name
from audit_service.desks.reading import Reading, Shown, plain
from domain.kernel import Event
from domain.officials.official import Official

READINGS: dict[type[Event], Reading] = {
    Official.Registered: Reading(
        title="Official registered",
        colour="grey",
        shows=(
            Shown(label="Login", after="login", write=plain),
            Shown(label="Name", after="name", write=plain),
            Shown(label="Unit", after="works_in", write=plain),
        ),
    ),
    Official.RoleGranted: Reading(
        title="Role granted",
        colour="green",
        shows=(
            Shown(label="Role", after="granted", write=role_name),
            Shown(label="Areas", after="areas", write=areas_named),
        ),
    ),
    Official.RoleRevoked: Reading(
        title="Role revoked",
        colour="red",
        shows=(Shown(label="Role", after="revoked", write=role_name),),
    ),
    Official.KinshipDeclared: Reading(
        title="Relative declared",
        tag="Recusal",
        colour="yellow",
        shows=(Shown(label="Relation", after="relation", write=relation_name),),
    ),
    Official.KinshipWithdrawn: Reading(
        title="Declaration of a relative withdrawn", tag="Recusal", colour="grey"
    ),
}
"""By kind of event."""
