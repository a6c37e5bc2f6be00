"""What people receive in a month: the amount of each of their cases, how it comes about, and the total."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from audit_service.desks.cases.dossier import Dossier, dossier
from audit_service.desks.kin import keep_apart
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from domain.periods import month_of
from projections import case_lists, one_person


@dataclass(frozen=True, kw_only=True)
class Claim:
    """A case of the people, in the month."""

    dossier: Dossier
    people: Sequence[UUID]
    """Who of them claims in it."""
    readable: bool
    """Whether the reader may open its page."""

    @property
    def amount(self) -> int:
        """Fen due in the month."""
        return self.dossier.on_day.monthly_amount


@dataclass(frozen=True, kw_only=True)
class Receiving:
    """What people receive in a month."""

    month: date
    valid_on: date | None
    """The day that was asked about; None for today."""
    claims: Sequence[Claim]
    """Of all of their cases, by number."""

    @property
    def total(self) -> int:
        """Fen due in the month by all cases."""
        return sum(claim.amount for claim in self.claims)


def receiving(
    office: Office,
    reader: Identity,
    people: Collection[UUID],
    *,
    valid_on: date | None = None,
    known_at: datetime | None = None,
) -> Receiving:
    """Return what these people receive in the month of the day, as known at the moment.

    Raises OwnRelative if a case among them is closed to the reader: without it the total would be wrong.
    """
    claimed: dict[str, list[UUID]] = {}
    with office.views.connect() as views:
        for row in case_lists.cases_of(views, one_person.entries_of(views, people)):
            claimed.setdefault(row.number, []).append(row.person)
    found = []
    for number, some in claimed.items():
        try:
            case = dossier(office, number, valid_on=valid_on, known_at=known_at)
        except NotOnRecord:  # not known yet at the moment
            continue
        keep_apart(reader, case.case, office.record.find)
        readable = reader.sees(case.case.area)
        found.append(Claim(dossier=case, people=some, readable=readable))
    return Receiving(month=month_of(valid_on or office.today()), valid_on=valid_on, claims=found)
