"""What stands beside the form of a command about an error."""

from collections.abc import Mapping

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.errors.looking import facts_of, objection_of
from audit_service.desks.errors.names import error_state_name
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext as _


@stands_beside("/errors/{error_number}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell what is on record about the error that a command is about."""
    found = readable_error(office, identity, parameters["error_number"])
    number = found.error.number
    state = (_("State"), error_state_name(found.error.state))
    return Beside(
        title=_("Error %(number)s", number=number),
        href=f"/errors/{number}",
        facts=[*objection_of(office, found), state, *facts_of(found)],
    )
