"""How the events of officials are read."""

from audit_service.desks.names import area_name, relation_name, role_name
from audit_service.desks.reading import Reading, Shown, plain
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.kernel import Event
from domain.officials.official import WHOLE_OFFICE, Official


def areas_named(areas: tuple[str, ...]) -> str:
    """Write where a role is held."""
    return _("The whole office") if WHOLE_OFFICE in areas else written([area_name(area) for area in areas])


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
