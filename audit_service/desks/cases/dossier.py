"""A case as it stands, as it stood on a day, and as it was known at a moment.

Everything is folded from the case's timeline up to one position of the record, so that it is the same
however often it is asked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, cast
from uuid import UUID

from sqlalchemy import Row

from audit_service.desks.cases.readings import READINGS
from audit_service.desks.kin import keep_apart
from audit_service.desks.moments import moments_of
from audit_service.desks.names import area_name
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.parts import Moment
from domain.cases.case import Case
from domain.cases.state import OnDay
from domain.identities import case_id
from domain.kernel import Event, replay
from projections import case_timeline, entitlement_ledger, standing

VIEWS = (case_timeline.case_timeline, entitlement_ledger.entitlement_ledger)
"""What a dossier is made of."""


@dataclass(frozen=True, kw_only=True)
class Dossier:
    """A case on a day, as known at a position of the record."""

    case: Case
    events: Sequence[Event]
    """The first first, what is personal in them still sealed."""
    entries: Sequence[Row[Any]]
    """The signed entries of the ledger: months that were paid otherwise than is due."""
    position: int
    """Last position of the record that was looked at."""
    valid_on: date
    known_at: datetime | None
    """None if it is as known now."""

    @property
    def people(self) -> set[UUID]:
        """Whose name stands above the case."""
        return {self.case.head} if self.case.head else set()

    @property
    def on_day(self) -> OnDay:
        """The case as it was on the day."""
        return self.case.at(self.valid_on)


def dossier(
    office: Office, number: str, *, valid_on: date | None = None, known_at: datetime | None = None
) -> Dossier:
    """Return the case with this number. Raises NotOnRecord if it was not known at the moment."""
    with office.views.connect() as views:
        position = standing.reached(views, VIEWS)
        if known_at is not None:
            position = min(position, office.record.position_at(known_at))
        timeline = case_timeline.timeline(views, case_id(number), upto=position)
        entries = entitlement_ledger.differences_of(views, case_id(number), upto=position)
    decode = office.record.codec.decode
    events = [case_timeline.event_of(entry, decode) for entry in reversed(timeline)]
    case = replay(cast("Case | None", None), events)
    if case is None:
        raise NotOnRecord(case_id(number))
    return Dossier(
        case=case,
        events=events,
        entries=entries,
        position=position,
        valid_on=valid_on or office.today(),
        known_at=known_at,
    )


def as_known(
    whole: Dossier, position: int, *, valid_on: date | None, known_at: datetime | None
) -> Dossier | None:
    """Return the same case as known at an earlier position; None if it was not known then."""
    if position >= whole.position:
        return replace(whole, valid_on=valid_on or whole.valid_on, known_at=known_at)
    events = [event for event in whole.events if event.position <= position]
    case = replay(cast("Case | None", None), events)
    if case is None:
        return None
    return Dossier(
        case=case,
        events=events,
        entries=[entry for entry in whole.entries if entry.position <= position],
        position=position,
        valid_on=valid_on or whole.valid_on,
        known_at=known_at,
    )


def readable_dossier(
    office: Office,
    identity: Identity,
    number: str,
    *,
    valid_on: date | None = None,
    known_at: datetime | None = None,
) -> Dossier:
    """Return the case for an official who may read it. Raises NotOnRecord, NotYourArea, OwnRelative."""
    found = dossier(office, number, valid_on=valid_on, known_at=known_at)
    if not identity.sees(found.case.area):
        raise NotYourArea(area=area_name(found.case.area))
    keep_apart(identity, found.case, office.record.find)
    return found


def moments(office: Office, found: Dossier) -> list[Moment]:
    """Return the timeline in the reader's language, the latest first."""
    return moments_of(office, found.events, READINGS)
