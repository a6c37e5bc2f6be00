"""Coverage: who of the register was visited, is due or overdue, by area and by cadre."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.listing import AT_ONCE, every_row
from audit_service.desks.offers import AreaCode
from audit_service.desks.reading import ERASED
from audit_service.desks.visits.cadres import cadre_line
from audit_service.desks.visits.keys import cadre_after, family_after, written
from audit_service.desks.visits.words import StandingCode
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from projections import visit_coverage
from projections.visit_coverage import NEVER, OVERDUE, Asked

A_YEAR = 365


class CoverageFilter(BaseModel):
    """Whose coverage is told, and since when visits count."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    area: Annotated[AreaCode | None, Field(title="Area")] = None
    days: Annotated[int, Field(title="Visited within so many days", ge=1, le=3660)] = A_YEAR


class FamilyFilter(CoverageFilter):
    """Which families are listed."""

    standing: Annotated[StandingCode, Field(title="How they stand")] = OVERDUE


class AreaCoverage(BaseModel):
    """How many families of an area stand how."""

    area: str
    families: int
    visited: int
    due: int
    overdue: int
    never: int
    """How many of them were never visited."""


class FamilyRow(BaseModel):
    """A family that is to be visited."""

    family: UUID
    """Identity of the household, or of the person who lives in none."""
    household: str | None
    """Number of the household."""
    whom: str
    area: str
    last_visit: date | None
    due_on: date | None


class CadreRow(BaseModel):
    """What a cadre did and has to do."""

    token: str
    name: str
    visits: int
    families: int
    missed: int
    due: int
    overdue: int


class FamiliesAnswer(BaseModel):
    """A page of a list of families, those first who were visited longest ago."""

    families: list[FamilyRow]
    next: str | None


class CadresAnswer(BaseModel):
    """A page of a list of cadres, those first who visited most."""

    cadres: list[CadreRow]
    next: str | None


def areas_covered(office: Office, reader: Identity, wanted: CoverageFilter) -> list[AreaCoverage]:
    """Return the coverage of each area that the official may read."""
    with office.views.connect() as views:
        rows = visit_coverage.by_area(views, _asked(office, reader, wanted))
    return [AreaCoverage(**row._mapping) for row in rows]  # noqa: SLF001 - how a row is read by names


def families(
    office: Office, reader: Identity, wanted: FamilyFilter, *, after: str = "", limit: int = 50
) -> FamiliesAnswer:
    """Return the families that stand as asked for, where the official may read them."""
    asked = _asked(office, reader, wanted)
    with office.views.connect() as views:
        found = visit_coverage.families_standing(
            views, asked, wanted.standing, after=family_after(after), limit=limit + 1
        )
    shown = found[:limit]
    names = Names.of(office, people={row.family for row in shown if row.household is None})
    last = shown[-1] if len(found) > limit else None
    return FamiliesAnswer(
        families=[_family_row(row, names) for row in shown],
        next=written(last.last_visit, last.family) if last else None,
    )


def cadres(
    office: Office, reader: Identity, wanted: CoverageFilter, *, after: str = "", limit: int = 50
) -> CadresAnswer:
    """Return what each cadre did and has to do, where the official may read it."""
    asked = _asked(office, reader, wanted)
    with office.views.connect() as views:
        found = visit_coverage.by_cadre(views, asked, after=cadre_after(after), limit=limit + 1)
    shown = found[:limit]
    texts = office.vault.open_many(row.visitors for row in shown)
    last = shown[-1] if len(found) > limit else None
    return CadresAnswer(
        cadres=[_cadre_row(row, text) for row, text in zip(shown, texts, strict=True)],
        next=written(last.visits, last.token) if last else None,
    )


def every_family(office: Office, reader: Identity, wanted: FamilyFilter) -> Iterator[FamilyRow]:
    """Yield all families that stand as asked for."""
    return every_row(
        lambda after: families(office, reader, wanted, after=after, limit=AT_ONCE),
        lambda page: page.families,
        first="",
    )


def every_cadre(office: Office, reader: Identity, wanted: CoverageFilter) -> Iterator[CadreRow]:
    """Yield all cadres who visited or are to visit."""
    return every_row(
        lambda after: cadres(office, reader, wanted, after=after, limit=AT_ONCE),
        lambda page: page.cadres,
        first="",
    )


def _asked(office: Office, reader: Identity, wanted: CoverageFilter) -> Asked:
    today = office.today()
    since = today - timedelta(days=wanted.days)
    return Asked(reader.areas_to_read(wanted.area), since, today, reader.relatives)


def _family_row(row: Row[Any], names: Names) -> FamilyRow:
    return FamilyRow(
        family=row.family,
        household=row.household,
        whom=row.household or names.person(row.family),
        area=row.area,
        last_visit=None if row.last_visit == NEVER else row.last_visit,
        due_on=row.due_on,
    )


def _cadre_row(row: Row[Any], text: str | None) -> CadreRow:
    lines = [] if text is None else text.splitlines()
    name = cadre_line(lines[row.place], row.visitor_unit) if row.place < len(lines) else _(ERASED)
    counts = {what: getattr(row, what) for what in ("visits", "families", "missed", "due", "overdue")}
    return CadreRow(token=row.token, name=name, **counts)
