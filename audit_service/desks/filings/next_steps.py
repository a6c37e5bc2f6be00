"""What can be done with a prior filing, by whom, and why not."""

from dataclasses import dataclass

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.filings.looking import FilingDossier
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.wording import sentence
from domain.kernel import Act
from domain.tolerance.filing_actions import refusal_of

ACTION_OF = {
    "acknowledge_filing": "acknowledge",
    "object_to_filing": "object",
    "amend_filing": "amend",
    "end_measure": "end",
    "withdraw_filing": "withdraw",
}
"""By command, the action of a filing that it asks for."""


@dataclass(frozen=True)
class Offer:
    """An action as the page shows it."""

    title: str
    """A message to translate."""
    href: str
    why: str
    """Why the reader cannot do it now; empty if they can."""


def offers(office: Office, identity: Identity, found: FilingDossier) -> list[Offer]:
    """Return what the reader's roles may ask for about the filing, and what stands against it now."""
    filing = found.filing
    query = {"version": str(filing.version), "seen": str(found.events[-1].position)}
    offered = []
    for name, action in ACTION_OF.items():
        entry = COMMANDS[name]
        if role := identity.role_for(entry.roles, [filing.area]):
            act = Act(by=identity.official, role=role, unit=identity.unit, on=office.today())
            refusal = refusal_of(action, filing, act)
            href = address(entry.form_at.format(filing=filing.number), query)
            offered.append(Offer(entry.title, href, sentence(refusal) if refusal else ""))
    return offered
