"""Discoveries as they are read: the list, one of them, and what stands beside its forms."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.beside import Beside, stands_beside
from audit_service.desks.discovery.words import (
    DiscoveryState,
    Sign,
    decided_because,
    discovery_state,
    possible_programme,
    sign_name,
)
from audit_service.desks.names import area_name
from audit_service.desks.offers import AreaCode, ProgrammeCode
from audit_service.desks.reading import ERASED
from audit_service.identity.identity import Identity, NotYourArea
from audit_service.office import Office
from audit_service.store.errors import NotOnRecord
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day
from domain.discovery.discovery import WAITING
from domain.identities import discovery_id
from projections.discovery_list import (
    SoughtDiscoveries,
    count_discoveries,
    discovery_numbered,
    listed_discoveries,
)


class Filter(BaseModel):
    """Which discoveries are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    state: Annotated[DiscoveryState | None, Field(title="State")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    sign: Annotated[Sign | None, Field(title="What was noticed")] = None
    programme: Annotated[ProgrammeCode | None, Field(title="May be entitled to")] = None
    overdue: Annotated[bool, Field(title="Overdue only")] = False


class DiscoveryAnswer(BaseModel):
    """A family that may be entitled, and what became of it."""

    number: str
    area: str
    programme: str
    """What they may be entitled to; empty if that is not clear."""
    sign: str
    family: str
    state: str
    marked_on: date
    decide_by: date
    overdue: bool
    """Whether nobody has decided by the day on which it was to be decided."""
    question_number: str
    decided_on: date | None
    reason: str
    case_number: str
    """Of the application that was recorded."""
    error_number: str
    """Of the error that was reported because of it."""


class DiscoveriesAnswer(BaseModel):
    """A page of the list of discoveries."""

    discoveries: list[DiscoveryAnswer]
    next: int | None
    """The next page begins after this position; null on the last."""


def listed(office: Office, reader: Identity, wanted: Filter, *, after: int, limit: int) -> DiscoveriesAnswer:
    """Return the discoveries asked for, the one that waits longest first, where the reader may see them."""
    with office.views.connect() as views:
        found = listed_discoveries(views, _sought(office, reader, wanted), after=after, limit=limit + 1)
    following = found[limit - 1].marked if len(found) > limit else None
    return DiscoveriesAnswer(discoveries=_told(office, found[:limit]), next=following)


def counted(office: Office, reader: Identity, wanted: Filter) -> int:
    """Return how many discoveries are asked for."""
    with office.views.connect() as views:
        return count_discoveries(views, _sought(office, reader, wanted))


def readable_discovery(office: Office, reader: Identity, number: str) -> DiscoveryAnswer:
    """Return the discovery for an official who may read it. Raises NotOnRecord, NotYourArea, OwnRelative."""
    with office.views.connect() as views:
        row = discovery_numbered(views, number)
    if row is None:
        raise NotOnRecord(discovery_id(number))
    if not reader.sees(row.area):
        raise NotYourArea(area=area_name(row.area))
    reader.keep_apart_from((row.person,))
    return _told(office, [row])[0]


def facts_of(found: DiscoveryAnswer) -> list[tuple[str, object]]:
    """Return what a discovery says and how it stands, in the reader's language."""
    return [
        (_("The family"), found.family),
        (_("What was noticed"), sign_name(found.sign)),
        (_("May be entitled to"), possible_programme(found.programme)),
        (_("Area"), area_name(found.area)),
        (_("Marked on"), day(found.marked_on)),
        (_("To be decided by"), day(found.decide_by)),
        (_("State"), discovery_state(found.state)),
        *([(_("Why"), decided_because(found.state, found.reason))] if found.reason else []),
    ]


@stands_beside("/discoveries/{discovery}/")
def tell(office: Office, identity: Identity, parameters: Mapping[str, str]) -> Beside:
    """Tell the discovery that a command is about."""
    found = readable_discovery(office, identity, parameters["discovery"])
    return Beside(title=found.number, href=f"/discoveries/{found.number}", facts=facts_of(found))


def _told(office: Office, rows: Sequence[Row[Any]]) -> list[DiscoveryAnswer]:
    texts = office.vault.open_many(row.family for row in rows)
    today = office.today()
    own = [name for name in DiscoveryAnswer.model_fields if name not in {"family", "overdue"}]
    return [
        DiscoveryAnswer(
            family=_(ERASED) if text is None else text,
            overdue=row.state == WAITING and row.decide_by < today,
            **{name: getattr(row, name) for name in own},
        )
        for row, text in zip(rows, texts, strict=True)
    ]


def _sought(office: Office, reader: Identity, wanted: Filter) -> SoughtDiscoveries:
    return SoughtDiscoveries(
        areas=reader.areas_to_read(wanted.area),
        programme=wanted.programme or "",
        sign=wanted.sign or "",
        state=wanted.state or "",
        overdue_on=office.today() if wanted.overdue else None,
        apart_from=reader.relatives,
    )
