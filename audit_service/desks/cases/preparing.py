"""What stands in the forms about a case already: whom one can choose from."""

from collections.abc import Mapping

from audit_service.desks.cases.application import HANDLERS, RecordVisit
from audit_service.desks.cases.dossier import readable_dossier
from audit_service.desks.officials.staff import to_choose, working_in
from audit_service.desks.prepared import Prepared, prepares
from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.roles import CLERK


@prepares(RecordVisit)
def visitors(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Offer who visits families in the area of the case."""
    case = readable_dossier(office, identity, parameters["number"]).case
    return Prepared(
        choices={"visitors": to_choose(working_in(office, {case.area}, (*HANDLERS, CLERK)).values())}
    )
