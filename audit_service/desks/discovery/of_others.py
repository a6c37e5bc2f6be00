"""What other desks show of discoveries: those that a question brought to light."""

from audit_service.desks.discovery.words import COLOURS, discovery_state
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.parts import Step, Tag
from projections.discovery_list import SoughtDiscoveries, listed_discoveries


def discoveries_from(office: Office, identity: Identity, question_number: str) -> list[tuple[Step, Tag]]:
    """Return the families that a question brought to light: where each is shown, and what became of it."""
    sought = SoughtDiscoveries(question_number=question_number, apart_from=identity.relatives)
    with office.views.connect() as views:
        found = listed_discoveries(views, sought)
    return [
        (
            Step(row.number, f"/discoveries/{row.number}"),
            Tag(discovery_state(row.state), COLOURS[row.state]),
        )
        for row in found
    ]
