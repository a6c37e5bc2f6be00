"""Recording leads: each once, however often it is found and by however many at once."""

from collections import Counter
from collections.abc import Iterable
from datetime import date

from audit_service.identity.console import SERVICE
from audit_service.store.errors import StaleVersion
from audit_service.store.record import Record
from audit_service.store.submission import Submission
from domain.kernel import Act
from domain.leads.finding import Doubt, Finding
from domain.leads.lead import Lead, identity_of

ROLE = "service"


def keep(record: Record, findings: Iterable[Finding | Doubt], on: date) -> Counter[str]:
    """Record the findings that are not leads yet; return how many there were of each kind.

    Raises StoreUnavailable.
    """
    act = Act(by=SERVICE, role=ROLE, unit="", on=on)
    found = {identity_of(finding): finding for finding in findings}
    while True:
        known = record.get_many(Lead, list(found))
        new = [finding for identity, finding in found.items() if identity not in known]
        if not new:
            return Counter()
        try:
            record.keep(Submission(aggregates=tuple(_lead(finding, act) for finding in new)))
        except StaleVersion:  # somebody else has found one of them meanwhile
            continue
        return Counter(finding.kind for finding in new)


def _lead(finding: Finding | Doubt, act: Act) -> Lead:
    return Lead.notice(finding, act) if isinstance(finding, Doubt) else Lead.find(finding, act)
