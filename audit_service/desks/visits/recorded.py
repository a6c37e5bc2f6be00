"""What is recorded of a visit, after all that was put right since."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from audit_service.desks.visits.cadres import cadre_line, same_cadres
from audit_service.store.vault import Vault
from domain.kernel import Event
from domain.visits.told import Cadres, Correction

TOLD = ("visited_on", "met", "observations", "found")


@dataclass(frozen=True, kw_only=True)
class Recorded:
    """What stands of a visit. A text whose key was destroyed is empty."""

    cadres: Cadres
    visited_on: date | None = None
    met: str = ""
    observations: tuple[str, ...] = ()
    found: str = ""

    def wrong(self, correction: Correction) -> Correction:
        """Return the correction without what it says like this already: that was right."""
        said = {name: value for name, value in vars(correction).items() if value != getattr(self, name)}
        if same_cadres(correction.cadres, self.cadres):
            said.pop("cadres", None)
        if set(correction.observations) == set(self.observations):
            said.pop("observations", None)
        return Correction(**said)


def recorded(vault: Vault, events: Iterable[Event]) -> Recorded:
    """Return what the events of a visit leave on record."""
    said: dict[str, Any] = {}
    for event in events:
        known = vars(event)
        said |= {name: known[name] for name in TOLD if known.get(name)}
        if known.get("cadre_tokens"):
            said["cadres"] = known
    cadres = said.pop("cadres", {})
    texts = {name: said.get(name, "") for name in ("met", "found")}
    opened = vault.open_many([*texts.values(), cadres.get("visitors", ""), cadres.get("visitor", "")])
    met, found, visitors, visitor = (text or "" for text in opened)
    return Recorded(
        **said | {"met": met, "found": found},
        cadres=Cadres(
            visitors=visitors or cadre_line(visitor, cadres.get("visitor_unit", "")),
            cadre_tokens=cadres.get("cadre_tokens", ()),
            officials=cadres.get("officials", ()),
        ),
    )
