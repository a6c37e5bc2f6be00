"""What stands in the form of an amendment already: the measure as it was filed."""

from collections.abc import Mapping

from audit_service.desks.filings.commands import AmendFiling
from audit_service.desks.filings.looking import readable_filing
from audit_service.desks.prepared import Prepared, prepares
from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.tolerance.prior_filing import Measure


@prepares(AmendFiling)
def as_filed(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Prepared:
    """Fill in what was said last; that nothing forbids it is affirmed anew."""
    found = readable_filing(office, identity, parameters["filing"]).answer
    given = {name: getattr(found, name) for name in Measure.__dataclass_fields__ if name != "unforbidden"}
    return Prepared(given=given)
