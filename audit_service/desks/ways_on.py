"""Where one reads on from a page about one matter: who looked at it, what was refused, what came late."""

from audit_service.desks.inspecting.asking import READERS
from audit_service.identity.identity import Identity
from audit_service.web.addresses import address, path_to
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from domain.roles import INSPECTOR


def ways_on(identity: Identity, at: str, kind: str, number: str) -> list[Step]:
    """Return the links for who may follow them. `kind` is what attempts are narrowed by: `case`, `error`."""
    ways = [Step(_("Looked at by inspectors"), f"{path_to(at, number)}/looks")]
    if identity.holds_any((INSPECTOR,)):
        ways.append(Step(_("Refused attempts"), address("/attempts", {kind: number})))
    if identity.holds_any(READERS):
        ways.append(Step(_("Late recordings"), address("/reports/late", {"number": number})))
    return ways
