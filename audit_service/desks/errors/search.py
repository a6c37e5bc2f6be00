"""Lists of errors: filtered, by what waits for their reader, and notices by the day they are due."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.errors.offers import (
    Cause,
    Direction,
    Discovery,
    ElementCode,
    ErrorStateCode,
    Nature,
    Origin,
)
from audit_service.desks.errors.settlement import DECIDES, RECORDS
from audit_service.desks.offers import AreaCode
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.errors.duties import CLOSED, CORRECTED, EXCLUDES, SUBSTANTIATED, VERIFIED
from domain.officials.official import WHOLE_OFFICE
from domain.roles import CASEWORKER, MANAGER
from projections.error_lists import SoughtErrors, count_errors, listed_errors, open_notices, tallied_errors
from projections.error_tables import (
    CLASSIFICATION,
    CLOSING,
    CORRECTION,
    NAMED,
    SUBSTANTIATION,
    VERIFICATION,
)

HANDLERS = (CASEWORKER, MANAGER)


class ErrorFilter(BaseModel):
    """Which errors are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    number: Annotated[str, Field(title="Number of the error or its beginning", max_length=60)] = ""
    case_number: Annotated[str, Field(title="Number of the case", max_length=60)] = ""
    element: Annotated[ElementCode | None, Field(title="Element")] = None
    nature: Annotated[Nature | None, Field(title="Nature")] = None
    cause: Annotated[Cause | None, Field(title="Cause")] = None
    origin: Annotated[Origin | None, Field(title="Origin")] = None
    direction: Annotated[Direction | None, Field(title="Direction")] = None
    state: Annotated[ErrorStateCode | None, Field(title="State")] = None
    channel: Annotated[Discovery | None, Field(title="How it came to light")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    unit: Annotated[str, Field(title="Unit", max_length=120)] = ""
    reported_from: Annotated[date | None, Field(title="Reported from")] = None
    reported_until: Annotated[date | None, Field(title="Reported until")] = None
    own: Annotated[bool, Field(title="Reported by who had a part in the decision only")] = False
    overdue: Annotated[bool, Field(title="Overdue only")] = False


class ErrorRow(BaseModel):
    """An error in a list. Amounts in fen."""

    model_config = ConfigDict(from_attributes=True)

    number: str
    case_number: str
    element: str
    nature: str | None
    cause: str | None
    origin: str | None
    direction: str | None
    area: str
    unit: str
    state: str
    channel: str
    from_month: date
    to_month: date | None
    own: bool
    before_discovery: bool
    reports: int
    reported: int
    """Position of the report in the record."""
    reported_on: date
    reported_at: datetime
    reported_by: str
    """Name of the official."""
    waits_for: str
    notice: str | None
    due_on: date | None
    overdue: bool
    escalated_to: str | None
    handed_up_on: date | None
    """The day on which it was handed up, as it is overdue."""
    look_again_on: date | None
    """The day from which the next follow-up is due."""
    overpaid: int
    underpaid: int


class ErrorsAnswer(BaseModel):
    """A page of a list of errors."""

    errors: list[ErrorRow]
    next: int | None
    """The next page begins before this position of a report; null on the last."""


ListName = Literal[
    "substantiate", "correct", "decide_money", "move_money", "verify", "close", "handed_up", "follow_up"
]


@dataclass(frozen=True, kw_only=True)
class DeskList:
    """What is in one of the lists of a desk."""

    without: Collection[str]
    """Parts that its reader has none of."""
    waits_for: Collection[str] = ()
    roles: Collection[str] = HANDLERS
    money_to_decide: bool = False
    money_to_move: bool = False
    settled: bool = False
    handed_up: bool = False
    to_look_at_again: bool = False


LISTS: dict[ListName, DeskList] = {
    "substantiate": DeskList(waits_for=(SUBSTANTIATION, CLASSIFICATION), without=EXCLUDES[SUBSTANTIATED]),
    "correct": DeskList(waits_for=(CORRECTION,), without=EXCLUDES[CORRECTED]),
    "decide_money": DeskList(money_to_decide=True, roles=DECIDES, without=EXCLUDES[CORRECTED]),
    "move_money": DeskList(money_to_move=True, roles=RECORDS, without=()),
    "verify": DeskList(waits_for=(VERIFICATION,), without=EXCLUDES[VERIFIED]),
    "close": DeskList(waits_for=(CLOSING,), settled=True, roles=(MANAGER,), without=EXCLUDES[CLOSED]),
    "handed_up": DeskList(handed_up=True, roles=(MANAGER,), without=(NAMED,)),
    "follow_up": DeskList(to_look_at_again=True, without=EXCLUDES[VERIFIED]),
}
"""The lists of a desk. What is overdue is handed up to managers whom the notice does not name themselves."""


def readable_by(identity: Identity) -> SoughtErrors:
    """Return all errors that the official may read."""
    return SoughtErrors(areas=identity.areas_to_read(), apart_from=identity.relatives)


def sought_by(office: Office, identity: Identity, wanted: ErrorFilter) -> SoughtErrors:
    """Return which errors are asked for, in the areas that the official may read."""
    same = {name: value for name, value in wanted if name in SAME and value is not None}
    return SoughtErrors(
        **same,
        areas=identity.areas_to_read(wanted.area),
        apart_from=identity.relatives,
        own=True if wanted.own else None,
        overdue_on=office.today() if wanted.overdue else None,
    )


SAME = SoughtErrors.__dataclass_fields__.keys() - {
    *("areas", "own", "overdue_on", "apart_from", "handed_up", "looked_at_again_by"),
    *("money_to_decide", "money_to_move", "settled"),
}
"""Fields of a filter that are looked for as they are."""


def listed(
    office: Office, identity: Identity, wanted: ErrorFilter, *, before: int | None = None, limit: int = 50
) -> ErrorsAnswer:
    """Return the errors that are asked for, the latest reported first."""
    return _answer(office, sought_by(office, identity, wanted), before=before, limit=limit)


def waiting_for(
    office: Office, identity: Identity, what: ListName, *, before: int | None = None, limit: int = 50
) -> ErrorsAnswer:
    """Return one of LISTS: what waits for this official in their areas, as far as they may take it up."""
    return _answer(office, _mine(office, identity, what), before=before, limit=limit)


def count_waiting(office: Office, identity: Identity) -> dict[ListName, int]:
    """Return how many errors are in each of the lists of an official."""
    with office.views.connect() as views:
        return {what: count_errors(views, _mine(office, identity, what)) for what in LISTS}


def tallied(office: Office, identity: Identity) -> list[Row[Any]]:
    """Return how many errors there are by area, state and element, where the official may read them."""
    with office.views.connect() as views:
        return list(tallied_errors(views, readable_by(identity)))


def notices_due(
    office: Office, identity: Identity, *, after: tuple[date, int] | None = None, limit: int = 50
) -> list[ErrorRow]:
    """Return errors whose correction notice was not complied with yet, the most urgent first."""
    with office.views.connect() as views:
        return _rows(office, open_notices(views, readable_by(identity), after=after, limit=limit))


def _mine(office: Office, identity: Identity, what: ListName) -> SoughtErrors:
    wanted = LISTS[what]
    held = [areas for role, areas in identity.roles.items() if role in wanted.roles]
    areas = frozenset[str]().union(*held)
    return SoughtErrors(
        areas=None if WHOLE_OFFICE in areas else areas,
        waits_for=wanted.waits_for,
        money_to_decide=wanted.money_to_decide,
        money_to_move=wanted.money_to_move,
        settled=wanted.settled,
        handed_up=wanted.handed_up,
        looked_at_again_by=office.today() if wanted.to_look_at_again else None,
        person=identity.official,
        without=wanted.without,
        apart_from=identity.relatives,
    )


def _answer(office: Office, sought: SoughtErrors, *, before: int | None, limit: int) -> ErrorsAnswer:
    with office.views.connect() as views:
        found = listed_errors(views, sought, before=before, limit=limit + 1)
    shown = _rows(office, found[:limit])
    return ErrorsAnswer(errors=shown, next=shown[-1].reported if len(found) > limit else None)


def _rows(office: Office, found: Collection[Row[Any]]) -> list[ErrorRow]:
    names, today = Names.of(office, {row.reported_by for row in found}), office.today()
    return [row_of(row, names, today) for row in found]


def row_of(row: Row[Any], names: Names, today: date) -> ErrorRow:
    """Tell a row of the register."""
    told = row._asdict()
    told["reported_by"] = names.official(row.reported_by)
    told["overdue"] = row.open_until is not None and row.open_until < today
    return ErrorRow.model_validate(told)
