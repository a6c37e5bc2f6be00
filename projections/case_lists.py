"""What is asked of the register of cases: filtered lists, how many there are, what has not ended."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias
from uuid import UUID

from sqlalchemy import Connection, Row, Select, func, select

from domain.cases.payment import ONGOING
from projections.case_register import cases, claimants
from projections.columns import among
from projections.kin import is_apart

Areas: TypeAlias = Collection[str] | None
People: TypeAlias = Collection[UUID]

NOT_ENDED = tuple(state.value for state in ONGOING)


@dataclass(frozen=True, kw_only=True)
class Sought:
    """Which cases are looked for; what is not said does not matter."""

    areas: Areas = None
    state: str = ""
    programme: str = ""
    number: str = ""
    """Beginning of the case number."""
    people: Collection[UUID] | None = None
    """Claimants, of whom one is enough."""
    apart_from: People = ()
    """Whose cases, and those of the households they live in, are closed to who looks."""


def listed(db: Connection, sought: Sought, *, after: str = "", limit: int = 50) -> Sequence[Row[Any]]:
    """Return cases by number, from the one after a number on."""
    found = _among(select(cases), sought).where(cases.c.number > after)
    return db.execute(found.order_by(cases.c.number).limit(limit)).all()


def tallied(db: Connection, areas: Areas = None, apart_from: People = ()) -> Sequence[Row[Any]]:
    """Return how many cases there are by `area`, `programme` and `state`, as `number`."""
    kinds = (cases.c.area, cases.c.programme, cases.c.state)
    sought = Sought(areas=areas, apart_from=apart_from)
    found = _among(select(*kinds, func.count().label("number")), sought)
    return db.execute(found.group_by(*kinds).order_by(*kinds)).all()


def _among(statement: Select[Any], sought: Sought) -> Select[Any]:
    if sought.areas is not None:
        statement = statement.where(cases.c.area.in_(sought.areas))
    if sought.state:
        statement = statement.where(cases.c.state == sought.state)
    if sought.programme:
        statement = statement.where(cases.c.programme == sought.programme)
    if sought.number:
        last = sought.number + "\U0010ffff"
        statement = statement.where(cases.c.number >= sought.number, cases.c.number <= last)
    if sought.people is not None:
        claimed = select(claimants.c.case_id).where(claimants.c.person.in_(sought.people))
        statement = statement.where(cases.c.case_id.in_(claimed))
    if sought.apart_from:
        statement = statement.where(is_apart(cases.c.case_id, sought.apart_from))
    return statement


def ongoing(db: Connection, programme: str, area: str) -> list[UUID]:
    """Return the cases of a programme in an area that have not ended."""
    return list(db.scalars(_ongoing(select(cases.c.case_id), programme, area)))


def count_ongoing(db: Connection, programme: str, area: str) -> int:
    """Return how many cases of a programme in an area have not ended."""
    return int(db.scalars(_ongoing(select(func.count()).select_from(cases), programme, area)).one())


def _ongoing(statement: Select[Any], programme: str, area: str) -> Select[Any]:
    found = _among(statement, Sought(areas=[area], programme=programme))
    return found.where(cases.c.state.in_(NOT_ENDED))


def programmes_of(db: Connection, people: Collection[UUID], but: UUID) -> set[str]:
    """Return the programmes in which any of the people has another case that has not ended."""
    found = _among(select(cases.c.programme), Sought(people=people))
    return set(db.scalars(found.where(cases.c.state.in_(NOT_ENDED), cases.c.case_id != but)))


def numbers_of(
    db: Connection, some: Collection[UUID], areas: Areas = None, apart_from: People = ()
) -> dict[UUID, str]:
    """Return the numbers of those that are cases, in these areas; in all if none are given."""
    found = _among(select(cases.c.case_id, cases.c.number), Sought(areas=areas, apart_from=apart_from))
    return {row.case_id: row.number for row in db.execute(found.where(cases.c.case_id.in_(some)))}


def cases_of(db: Connection, people: Collection[UUID]) -> Sequence[Row[Any]]:
    """Return the cases of these people by number, each once for each `person` who claims in it."""
    found = select(claimants.c.person, cases).join(cases, cases.c.case_id == claimants.c.case_id)
    return db.execute(found.where(among(db, claimants.c.person, people)).order_by(cases.c.number)).all()
