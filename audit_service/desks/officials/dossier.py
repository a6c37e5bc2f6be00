"""Everything about an official: who they are, what they may do, what they did and were refused."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Row

from audit_service.desks.errors.concerns import ConcernAnswer, concerns_of, errors_around
from audit_service.desks.errors.deciders import DECIDED, PREPARED
from audit_service.desks.filings.looking import FilingAnswer, answers_of
from audit_service.desks.looks.looking import LookAnswer, looks_at_official
from audit_service.desks.officials import judged
from audit_service.desks.officials.attempts import AttemptAnswer, told
from audit_service.desks.officials.judged import JudgedAnswer
from audit_service.desks.officials.numbers import About, numbers_of
from audit_service.desks.titles import event_title
from audit_service.desks.who import Names
from audit_service.identity.identity import Forbidden, Identity
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from domain.identities import official_id
from domain.roles import INSPECTOR, MANAGER, OPERATOR
from projections import official_record, standing
from projections.prior_filings import SoughtFilings, listed_filings

READERS = (INSPECTOR, MANAGER, OPERATOR)
"""Who may read about other officials."""

SUPERVISORS = (INSPECTOR, MANAGER)
"""Who may read which relatives others have declared."""

ACTS = 50
"""What an official did is shown in pages of so many."""

LATEST = 20
"""So many refused attempts, decisions and filings are shown with an official, the latest."""


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


class ActAnswer(About):
    """One event that the official is answerable for."""

    position: int
    topic: str
    title: str
    """What happened, in the reader's language."""
    recorded_at: datetime
    role: str


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
    reviews: list[JudgedAnswer]
    """Reviews of tolerance about errors of theirs; the latest. Told to them and to who reads reviews."""
    looks: list[LookAnswer]
    """Which inspectors looked at their record or at these errors; the latest. Told to themselves."""
    filings: list[FilingAnswer]
    """What their unit filed before it tried it; the latest."""
    decisions: list[ActAnswer]
    """What they decided in cases, and did that a decision rests on; the latest."""
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
    row = _readable(office, reader, login)
    with office.views.connect() as views:
        grants = official_record.grants_of(views, row.official)
        kinship = official_record.kinship_of(views, row.official) if _reads_kinship(reader, login) else []
        filed = listed_filings(views, _filings_of(row, reader), limit=LATEST)
        position = standing.reached(views, [official_record.official_record])
    entered_by = {*(grant.granted_by for grant in grants), *(each.declared_by for each in kinship)}
    names = Names.of(office, {row.official, *entered_by})
    acts, following = _acts_before(office, reader, row.official, before)
    return OfficialAnswer(
        official=row.official,
        login=login,
        name=names.official(row.official),
        unit=row.unit,
        grants=[_grant(grant, names) for grant in grants],
        kinship=[_kinship(each, names) for each in kinship],
        errors=concerns_of(office, reader, row.official),
        reviews=[judged.told(review, row.official) for review in judged.judged(office, reader, row.official)],
        looks=looks_at_official(
            office, reader, row.official, errors_around(office, row.official), limit=LATEST
        ),
        filings=answers_of(office, filed),
        decisions=_decisions(office, reader, row.official),
        acts=acts,
        next=following,
        attempts=told(office, reader, office.record.attempts(None, LATEST, by=row.official)),
        position=position,
    )


def every_act(office: Office, reader: Identity, login: str) -> Iterator[ActAnswer]:
    """Yield everything the official did, the latest first. Raises what `readable_official` does, at once."""
    official = _readable(office, reader, login).official
    acts, following = _acts_before(office, reader, official, None)
    yield from acts
    while following is not None:
        acts, following = _acts_before(office, reader, official, following)
        yield from acts


def _readable(office: Office, reader: Identity, login: str) -> Row[Any]:
    """Return the official whom the reader may read about. Raises NotOnRecord, AboutSomebodyElse."""
    if login != reader.login and not reader.holds_any(READERS):
        raise AboutSomebodyElse
    with office.views.connect() as views:
        row = official_record.official_with(views, login)
    if row is None:
        raise NotOnRecord(official_id(login))
    return row


def _acts_before(
    office: Office, reader: Identity, official: UUID, before: int | None
) -> tuple[list[ActAnswer], int | None]:
    """Return a page of what the official did, and where the next begins."""
    with office.views.connect() as views:
        acts = official_record.acts_of(views, official, before=before, limit=ACTS + 1)
    following = acts[ACTS - 1].position if len(acts) > ACTS else None
    return _acts(office, reader, acts[:ACTS]), following


def _decisions(office: Office, reader: Identity, official: UUID) -> list[ActAnswer]:
    """Return what the official decided in cases or prepared, which is a part in the decision; the latest."""
    topics = [event.TOPIC for event in (*DECIDED, *PREPARED)]
    with office.views.connect() as views:
        found = official_record.acts_like(views, official, topics, limit=LATEST)
    return _acts(office, reader, found)


def _filings_of(official: Row[Any], reader: Identity) -> SoughtFilings:
    return SoughtFilings(unit=official.unit, areas=reader.areas_to_read())


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
    numbers = numbers_of(office, reader, streams)
    return [
        ActAnswer(
            position=act.position,
            topic=act.topic,
            title=event_title(act.topic),
            recorded_at=act.recorded_at,
            role=act.role,
            **numbers.get(act.stream, {}),
        )
        for act in acts
    ]
