"""Who looked at what, and what for: for inspectors and the organ, and of a case for who may read it."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import Row

from audit_service.desks.cases.dossier import readable_dossier
from audit_service.desks.errors.dossier import readable_error
from audit_service.desks.inspecting.asking import READERS, check_reader
from audit_service.desks.officials.numbers import About, numbers_of, reviews_for
from audit_service.desks.tolerance.dossier import readable_review
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from projections.error_lists import errors_of_case
from projections.tolerance_lists import (
    SoughtReviews,
    listed_reviews,
    review_numbers_of,
    reviews_of_case,
    reviews_of_error,
)

REVIEWS = 200
"""Of the reviews about an official, looks at the latest so many are told with them."""


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
    names_for: str
    """Why they were, as it was said; empty for who may not know it, and where none were."""


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
        reviews = review_numbers_of(views, reviews_of_case(views, number), reviews_for(reader))
    return _page(office, reader, [case.id, *errors, *reviews], before, 50)


def looks_at_error(office: Office, reader: Identity, number: str, before: int | None) -> LooksAnswer:
    """Return who looked at an error or the reviews of it, for who may read it.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    error = readable_error(office, reader, number).error.id
    with office.views.connect() as views:
        every = [row.review for row in reviews_of_error(views, error)]
        reviews = review_numbers_of(views, every, reviews_for(reader))
    return _page(office, reader, [error, *reviews], before, 50)


def looks_at_review(office: Office, reader: Identity, number: str, before: int | None) -> LooksAnswer:
    """Return who looked at a review, for who may read it.

    Raises NotOnRecord, NotYourRole, NotYourArea, OwnRelative.
    """
    review = readable_review(office, reader, number).review
    return _page(office, reader, [review.id], before, 50)


def looks_at_official(
    office: Office, reader: Identity, official: UUID, errors: Sequence[UUID], limit: int
) -> list[LookAnswer]:
    """Return who looked at an official's record, at errors they have a part in, and at reviews about them.

    For themselves only.
    """
    if official != reader.official:
        return []
    with office.views.connect() as views:
        concerning = SoughtReviews(concerning=official)
        reviews = [row.review for row in listed_reviews(views, concerning, limit=REVIEWS)]
    about = [official, *errors, *reviews]
    return _told(office, reader, office.identities.purposes.looks(about=about, limit=limit))


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
            names_for=(row.names_for or "") if may_know else "",
            **numbers.get(row.about, {}),
        )
        for row in rows
    ]
