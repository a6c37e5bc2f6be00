"""Everything about an official: who they are, what they may do, what they did and were refused."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Row

from audit_service.desks.carrying import every_module
from audit_service.desks.errors.concerns import ConcernAnswer, concerns_of, error_numbers
from audit_service.desks.office import Office
from audit_service.desks.officials.attempts import AttemptAnswer, numbers_of, told
from audit_service.desks.who import Names
from audit_service.identity.identity import Forbidden, Identity
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from domain.identities import official_id
from domain.roles import INSPECTOR, MANAGER, OPERATOR
from projections import official_record, standing

READERS = (INSPECTOR, MANAGER, OPERATOR)
"""Who may read about other officials."""

SUPERVISORS = (INSPECTOR, MANAGER)
"""Who may read which relatives others have declared."""

ACTS = 50
"""What an official did is shown in pages of so many."""

ATTEMPTS = 20
"""So many refused attempts are shown with an official, the latest."""


class AboutSomebodyElse(Forbidden):
    """Officials read about themselves."""

    CODE = "official.about_somebody_else"
    SENTENCE = "This is about another official. You can read your own record."


class GrantAnswer(BaseModel):
    """A role that is or was held."""

    role: str
    areas: tuple[str, ...]
    """`*` stands for the whole office."""
    since: date
    until: date | None
    granted_by: str
    """Name of the official."""


class KinshipAnswer(BaseModel):
    """A relative who is or was declared. Who it is, the declaration keeps to itself."""

    relation: str
    since: date
    until: date | None
    declared_by: str
    """Name of the official who entered it."""
    position: int


class ActAnswer(BaseModel):
    """One event that the official is answerable for."""

    position: int
    topic: str
    title: str
    """What happened, in the reader's language."""
    recorded_at: datetime
    role: str
    about: str
    """Number of the case; empty if it was about something else, or where the reader does not see it."""
    about_error: str
    """Number of the error, in the same way."""


class OfficialAnswer(BaseModel):
    """Everything about an official."""

    official: UUID
    login: str
    name: str
    unit: str
    grants: list[GrantAnswer]
    kinship: list[KinshipAnswer]
    """Told to the official themselves and to who supervises them, not to who runs the machines."""
    errors: list[ConcernAnswer]
    """Errors that the official reported, has a part in, or is to put right; the latest."""
    acts: list[ActAnswer]
    next: int | None
    """The next page of acts is before this position; null on the last."""
    attempts: list[AttemptAnswer]
    """The latest refused attempts."""
    position: int
    """Position of the record that this was built from."""


def readable_official(
    office: Office, reader: Identity, login: str, *, before: int | None = None
) -> OfficialAnswer:
    """Return what is known about an official. Raises NotOnRecord, AboutSomebodyElse."""
    if login != reader.login and not reader.holds_any(READERS):
        raise AboutSomebodyElse
    with office.views.connect() as views:
        row = official_record.official_with(views, login)
        if row is None:
            raise NotOnRecord(official_id(login))
        grants = official_record.grants_of(views, row.official)
        kinship = official_record.kinship_of(views, row.official) if _reads_kinship(reader, login) else []
        acts = official_record.acts_of(views, row.official, before=before, limit=ACTS + 1)
        position = standing.reached(views, [official_record.official_record])
    entered_by = {*(grant.granted_by for grant in grants), *(each.declared_by for each in kinship)}
    names = Names.of(office, {row.official, *entered_by})
    return OfficialAnswer(
        official=row.official,
        login=login,
        name=names.official(row.official),
        unit=row.unit,
        grants=[_grant(grant, names) for grant in grants],
        kinship=[_kinship(each, names) for each in kinship],
        errors=concerns_of(office, reader, row.official),
        acts=_acts(office, reader, acts[:ACTS]),
        next=acts[ACTS - 1].position if len(acts) > ACTS else None,
        attempts=told(office, reader, office.record.attempts(None, ATTEMPTS, by=row.official)),
        position=position,
    )


def _grant(row: Row[Any], names: Names) -> GrantAnswer:
    return GrantAnswer(
        role=row.role,
        areas=tuple(row.areas.split()),
        since=row.since,
        until=row.until,
        granted_by=names.official(row.granted_by),
    )


def _reads_kinship(reader: Identity, login: str) -> bool:
    return login == reader.login or reader.holds_any(SUPERVISORS)


def _kinship(declared: Row[Any], names: Names) -> KinshipAnswer:
    return KinshipAnswer(
        relation=declared.relation,
        since=declared.since,
        until=declared.until,
        declared_by=names.official(declared.declared_by),
        position=declared.position,
    )


def _acts(office: Office, reader: Identity, acts: Sequence[Row[Any]]) -> list[ActAnswer]:
    streams = {act.stream for act in acts}
    numbers, errors = numbers_of(office, reader, streams), error_numbers(office, reader, streams)
    return [
        ActAnswer(
            position=act.position,
            topic=act.topic,
            title=_(_titles().get(act.topic, act.topic)),
            recorded_at=act.recorded_at,
            role=act.role,
            about=numbers.get(act.stream, ""),
            about_error=errors.get(act.stream, ""),
        )
        for act in acts
    ]


@cache
def _titles() -> dict[str, str]:
    """Return how the events of all desks are called, by topic."""
    readings = (module.READINGS for name, module in every_module().items() if name.endswith(".readings"))
    return {event.TOPIC: reading.title for each in readings for event, reading in each.items()}
