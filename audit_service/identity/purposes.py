"""What inspectors look at and what for: a purpose holds until the end of the day, and each look is kept.

Both are kept for good: the database refuses to change or remove them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Engine, Row, Table, func, insert, select

from audit_service.identity.database import writing
from audit_service.identity.tables import looks, purposes
from domain.refusal import Refused


class PurposeMissing(Refused):
    """Whoever inspects says first what for."""

    CODE = "inspector.purpose_missing"
    SENTENCE = (
        "Say first what you look at personal data for: on the page Purpose, or at /api/v1/purposes. "
        "It holds until the end of the day, and each view is on record."
    )


class NamesHidden(Refused):
    """What cannot be asked for without knowing who it is about."""

    CODE = "inspector.names_hidden"
    SENTENCE = (
        "This tells who somebody is, and names are hidden from you. Say first why you have to know them: "
        "on the page Show names, or at /api/v1/purposes/names. It holds until the end of the day."
    )


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """What an inspector looks at personal data for, on a day."""

    number: int
    inspection: str
    """Number of the inspection; empty if it is for another purpose."""
    purpose: str
    names_for: str | None
    """Why names are shown; None while they are hidden."""
    stated_at: datetime


class Purposes:
    """Knows what for, and keeps each look."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def state(self, official: UUID, on: date, purpose: str, inspection: str = "") -> None:
        """Keep what an inspector looks for, on this day; names are hidden until they say otherwise."""
        self._keep(official, on, inspection, purpose, None)

    def show_names(self, official: UUID, on: date, reason: str) -> None:
        """Keep why an inspector is shown names from now on. Raises PurposeMissing."""
        purpose = self.in_force(official, on)
        if purpose is None:
            raise PurposeMissing
        self._keep(official, on, purpose.inspection, purpose.purpose, reason)

    def in_force(self, official: UUID, on: date) -> Purpose | None:
        """Return what an inspector said last on this day; None if nothing."""
        found = select(purposes).where(purposes.c.official == official, purposes.c.day == on)
        with self._engine.connect() as db:
            row = db.execute(found.order_by(purposes.c.number.desc()).limit(1)).one_or_none()
        if row is None:
            return None
        own = ("number", "inspection", "purpose", "names_for", "stated_at")
        return Purpose(**{name: getattr(row, name) for name in own})

    def look(self, official: UUID, purpose: Purpose, page: str, about: UUID | None) -> None:
        """Keep that an inspector looked at something."""
        with writing(self._engine).begin() as db:
            values = {"official": official, "purpose": purpose.number, "page": page, "about": about}
            by_names = purpose.names_for is not None
            row = {"number": _next(db, looks), "at": datetime.now(UTC), "by_names": by_names, **values}
            db.execute(insert(looks).values(row))

    def looks(
        self, *, about: Collection[UUID] | None = None, before: int | None = None, limit: int = 50
    ) -> Sequence[Row[Any]]:
        """Return looks with their purposes, the latest first: all, or those at some cases and errors."""
        told = (purposes.c.inspection, purposes.c.purpose.label("purpose_said"), purposes.c.names_for)
        found = select(looks, *told).where(purposes.c.number == looks.c.purpose)
        if about is not None:
            found = found.where(looks.c.about.in_(about))
        if before is not None:
            found = found.where(looks.c.number < before)
        with self._engine.connect() as db:
            return db.execute(found.order_by(looks.c.number.desc()).limit(limit)).all()

    def _keep(self, official: UUID, on: date, inspection: str, purpose: str, names_for: str | None) -> None:
        with writing(self._engine).begin() as db:
            said = {"inspection": inspection, "purpose": purpose, "names_for": names_for}
            row = {"number": _next(db, purposes), "official": official, "day": on, **said}
            db.execute(insert(purposes).values(row | {"stated_at": datetime.now(UTC)}))


def _next(db: Connection, table: Table) -> int:
    """Return the number of the next row; who writes holds others off until it is kept."""
    if db.dialect.name == "postgresql":
        db.exec_driver_sql(f"LOCK TABLE office.{table.name} IN EXCLUSIVE MODE")
    return int(db.scalar(select(func.coalesce(func.max(table.c.number), 0))) or 0) + 1
