"""What the reports for inspectors have in common: who reads them, and what they are narrowed by."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.offers import AreaCode
from audit_service.identity.identity import Identity, NotYourRole
from audit_service.identity.purposes import NamesHidden
from audit_service.office import CALENDAR
from audit_service.store.blindness import BLIND
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from domain.identities import official_id
from domain.roles import INSPECTOR, ORGAN

READERS = (INSPECTOR, ORGAN)
"""Who may read how the rules were kept in the whole record."""

AT_ONCE = 1000
"""Rows that are read at a time where all of them are asked for."""


class Narrowed(BaseModel):
    """What every report is narrowed by. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    official: Annotated[str, Field(title="Official, by login", max_length=100)] = ""
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    first: Annotated[date | None, Field(title="Recorded from")] = None
    last: Annotated[date | None, Field(title="Recorded until")] = None


def check_reader(reader: Identity) -> None:
    """Go on only for who may read the reports. Raises NotYourRole."""
    if not reader.holds_any(READERS):
        raise NotYourRole.but(READERS)


def whom(login: str) -> UUID | None:
    """Return the official that is asked for; None if it does not matter.

    Raises NamesHidden: what is listed for a login tells whose mark it is.
    """
    if login and BLIND.get():
        raise NamesHidden
    return official_id(login) if login else None


def between(wanted: Narrowed) -> dict[str, datetime | None]:
    """Return the moments between which something was recorded, by the office's clock."""
    last = None if wanted.last is None else min(wanted.last, date.max - timedelta(1)) + timedelta(1)
    return {"first": _begins(wanted.first), "last": _begins(last)}


def _begins(day: date | None) -> datetime | None:
    return None if day is None else datetime.combine(day, time(), CALENDAR)


def steps(current: str) -> list[Step]:
    """Return the reports, of which one is shown."""
    every = (
        (_("Segregation of duties"), "/reports/segregation"),
        (_("Late recordings"), "/reports/late"),
        (_("What inspectors looked at"), "/reports/looks"),
    )
    return [Step(title, href, current=href == current) for title, href in every]


def every_page(read: Any, rows: str) -> Iterator[Any]:
    """Yield the rows of all pages; `read` takes where a page begins, None for the first."""
    before: int | None = None
    while True:
        answer = read(before)
        yield from getattr(answer, rows)
        if answer.next is None:
            return
        before = answer.next


def cut(rows: Sequence[Any], limit: int) -> tuple[Sequence[Any], int | None]:
    """Return the rows of a page, and before which position the next one begins; None on the last.

    What has one position stays on one page.
    """
    if len(rows) <= limit:
        return rows, None
    last = rows[limit - 1].position
    page = [row for row in rows if row.position >= last]
    return page, last if len(rows) > len(page) else None
