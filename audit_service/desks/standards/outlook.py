"""What a standard makes of the cases that it concerns, seen before anything is carried out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Row

from audit_service.desks.ongoing import left_to, ongoing_cases
from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.cases.raising import Preview, preview
from domain.identities import STANDARDS_ID
from domain.standards.living_standard import LivingStandard, Standards
from projections import standards_in_force


@dataclass(frozen=True, kw_only=True)
class AreaOutlook:
    """What the standard makes of an area."""

    area: str
    preview: Preview


@dataclass(frozen=True, kw_only=True)
class Outlook:
    """A standard, what it makes of each area, and what was carried out already."""

    standard: LivingStandard
    areas: Sequence[AreaOutlook]
    adjustments: Sequence[Row[Any]]

    def total(self, name: str) -> int:
        """Return the sum of a figure of the previews over all areas."""
        return sum(getattr(each.preview, name) for each in self.areas)


def outlook(office: Office, identity: Identity, reference: str) -> Outlook:
    """Return what the standard makes of the areas that the official may read. Raises NotPublished.

    Every case of the areas is read and decides, as it would if the adjustment were carried out today.
    """
    return office.have_done(_outlook, identity, reference)


def _outlook(office: Office, identity: Identity, reference: str) -> Outlook:
    standards = office.record.find(Standards, STANDARDS_ID) or Standards.blank(STANDARDS_ID)
    new = standards.named(reference)
    wanted = [area for area in new.areas if identity.sees(area)]
    with office.views.connect() as views:
        adjustments = standards_in_force.adjustments_to(views, reference)
    found = []
    for area in wanted:
        ongoing = ongoing_cases(office, new.programme, area)
        cases = left_to(identity, office, ongoing)
        found.append(AreaOutlook(area=area, preview=preview(cases, standards, new, office.today())))
    return Outlook(standard=new, areas=found, adjustments=adjustments)
