"""Who looked at what, and what for: for inspectors and the organ, and of a case for who may read it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Row

from audit_service.desks.cases.dossier import readable_dossier
from audit_service.desks.inspecting.asking import READERS, check_reader
from audit_service.desks.office import Office
from audit_service.desks.officials.numbers import About, numbers_of
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from projections.error_lists import errors_of_case


class LookAnswer(About):
    """A view of personal data by an inspector."""

    number: int
    at: datetime
    by: str
    """Name of the inspector."""
    page: str
    """The kind of page or view."""
    inspection: str
    """Number of the inspection that it was for; empty if it was for another purpose."""
    purpose: str
    """As it was stated; empty for who may not know it."""
    by_names: bool
    """Whether names were shown."""


class LooksAnswer(BaseModel):
    """A page of views by inspectors, the latest first."""

    looks: list[LookAnswer]
    next: int | None
    """The next page is before this number; null on the last."""


def every_look(office: Office, reader: Identity, before: int | None, limit: int) -> LooksAnswer:
    """Return what inspectors looked at. Raises NotYourRole."""
    check_reader(reader)
    return _page(office, reader, None, before, limit)


def looks_at_case(office: Office, reader: Identity, number: str, before: int | None) -> LooksAnswer:
    """Return who looked at a case or its errors, for who may read it.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    case = readable_dossier(office, reader, number).case
    with office.views.connect() as views:
        errors = [row.error_id for row in errors_of_case(views, case.id)]
    return _page(office, reader, [case.id, *errors], before, 50)


def looks_at_official(
    office: Office, reader: Identity, official: UUID, errors: Sequence[UUID], limit: int
) -> list[LookAnswer]:
    """Return who looked at an official's record and at errors they have a part in: for themselves only."""
    if official != reader.official:
        return []
    return _told(office, reader, office.identities.purposes.looks(about=[official, *errors], limit=limit))


def _page(
    office: Office, reader: Identity, about: Sequence[UUID] | None, before: int | None, limit: int
) -> LooksAnswer:
    found = office.identities.purposes.looks(about=about, before=before, limit=limit + 1)
    following = found[limit - 1].number if len(found) > limit else None
    return LooksAnswer(looks=_told(office, reader, found[:limit]), next=following)


def _told(office: Office, reader: Identity, rows: Sequence[Row[Any]]) -> list[LookAnswer]:
    names = Names.of(office, {row.official for row in rows})
    numbers = numbers_of(office, reader, {row.about for row in rows if row.about})
    may_know = reader.holds_any(READERS)
    return [
        LookAnswer(
            **{name: getattr(row, name) for name in ("number", "at", "page", "by_names")},
            by=names.official(row.official),
            inspection=row.inspection if may_know else "",
            purpose=row.purpose_said if may_know else "",
            **numbers.get(row.about, {}),
        )
        for row in rows
    ]
