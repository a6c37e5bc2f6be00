"""The docket of tolerance: filtered, and by what waits for its reader."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import Row

from audit_service.desks.errors.offers import Cause, ElementCode
from audit_service.desks.offers import AreaCode
from audit_service.desks.tolerance.offers import Applicant, Outcome, ReviewState, Waiting
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from domain.identities import official_id
from domain.roles import INSPECTOR, MANAGER, ORGAN
from domain.tolerance.duties import APPLIED, CONCERNED, DETERMINED, EXCLUDES, LED, RECEIVED
from domain.tolerance.state import State
from projections.tolerance_lists import SoughtReviews, count_reviews, listed_reviews
from projections.tolerance_tables import (
    ANSWERED,
    PANEL,
    REVIEWER,
    SIGNED,
    VERIFIER,
    VOTE,
)

WHO_READS = (INSPECTOR, ORGAN, MANAGER)
"""Roles that read the reviews of others, in their areas. Whoever has a part in one reads that one."""


class ToleranceFilter(BaseModel):
    """Which reviews are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    waiting: Annotated[Waiting | None, Field(title="Waits for me")] = None
    number: Annotated[str, Field(title="Number of the review or its beginning", max_length=60)] = ""
    error_number: Annotated[str, Field(title="Number of the error", max_length=60)] = ""
    case_number: Annotated[str, Field(title="Number of the case", max_length=60)] = ""
    state: Annotated[ReviewState | None, Field(title="State")] = None
    outcome: Annotated[Outcome | None, Field(title="Outcome")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    officer: Annotated[str, Field(title="Login name of the official concerned", max_length=60)] = ""
    element: Annotated[ElementCode | None, Field(title="Element")] = None
    cause: Annotated[Cause | None, Field(title="Cause")] = None
    applicant: Annotated[Applicant | None, Field(title="Who applies")] = None
    drafted_from: Annotated[date | None, Field(title="Begun from")] = None
    drafted_until: Annotated[date | None, Field(title="Begun until")] = None
    overdue: Annotated[bool, Field(title="Overdue only")] = False


class ReviewRow(BaseModel):
    """A review in a list. Amounts in fen."""

    model_config = ConfigDict(from_attributes=True)

    number: str
    error_number: str
    case_number: str
    area: str
    element: str
    cause: str
    amount: int
    applicant: str
    applied_by: str
    """Name of the official."""
    state: str
    step: str
    """What is to be done next; empty if nothing is."""
    due_on: date | None
    overdue: bool
    outcome: str
    """The one in force; empty before there is one."""
    drafted: int
    """Position in the record at which it began."""
    drafted_on: date
    submitted_on: date | None
    determined_on: date | None
    statement_due_on: date | None
    """The day by which the officials concerned may make a statement, while one is awaited."""
    rules: str


class ReviewsAnswer(BaseModel):
    """A page of a list of reviews."""

    reviews: list[ReviewRow]
    next: int | None
    """The next page begins before this position of a draft; null on the last."""


@dataclass(frozen=True, kw_only=True)
class Mine:
    """What waits for somebody."""

    states: Collection[State] = ()
    having: Collection[str] = ()
    """Parts of which they have one."""
    without: Collection[str] = ()
    """Parts of which they have none."""
    roles: Collection[str] = ()
    """Held in the area; empty where the part alone decides."""
    statement_awaited: bool = False
    wants_reviewers: bool | None = None


IN_THE_ORGAN = (ORGAN,)
LISTS: dict[str, Mine] = {
    "draft": Mine(states=(State.DRAFT,), having=(APPLIED, CONCERNED)),
    "supplement": Mine(states=(State.SUPPLEMENT,), having=(APPLIED, CONCERNED)),
    "accept": Mine(states=(State.SUBMITTED,), without=EXCLUDES[RECEIVED], roles=IN_THE_ORGAN),
    "assign": Mine(states=(State.ACCEPTED,), without=EXCLUDES[LED], roles=IN_THE_ORGAN),
    "verify": Mine(states=(State.VERIFYING,), having=(VERIFIER,), without=(SIGNED,)),
    "state": Mine(statement_awaited=True, having=(CONCERNED,), without=(ANSWERED,)),
    "deliberate": Mine(states=(State.VERIFIED,), without=EXCLUDES[LED], roles=IN_THE_ORGAN),
    "vote": Mine(states=(State.DELIBERATING,), having=(PANEL,), without=(VOTE,)),
    "determine": Mine(
        states=(State.DELIBERATING, State.PROPOSED), without=EXCLUDES[DETERMINED], roles=IN_THE_ORGAN
    ),
    "notify": Mine(states=(State.DETERMINED,), without=EXCLUDES[LED], roles=IN_THE_ORGAN),
    "assign_reviewers": Mine(
        states=(State.UNDER_REVIEW,), wants_reviewers=True, without=EXCLUDES[LED], roles=IN_THE_ORGAN
    ),
    "review": Mine(states=(State.UNDER_REVIEW,), having=(REVIEWER,)),
    "file": Mine(states=(State.FINAL,), without=EXCLUDES[LED], roles=IN_THE_ORGAN),
}
"""What may wait for somebody, in the order of the work."""


def readable_by(identity: Identity) -> SoughtReviews:
    """Return the reviews that the official may read: in the areas of their roles, or by their own part."""
    return SoughtReviews(
        areas=areas_read_by(identity), reader=identity.official, apart_from=identity.relatives
    )


def areas_read_by(identity: Identity) -> frozenset[str] | None:
    """Return the areas in which the official reads the reviews of others; None for all."""
    return identity.areas_of(WHO_READS)


def sought_by(office: Office, identity: Identity, wanted: ToleranceFilter) -> SoughtReviews:
    """Return which reviews are asked for, of those that the official may read."""
    own = {name: value for name in SAME if (value := getattr(wanted, name)) is not None}
    sought = replace(
        readable_by(identity),
        **own,
        concerning=official_id(wanted.officer) if wanted.officer else None,
        overdue_on=office.today() if wanted.overdue else None,
    )
    return waiting_for(identity, wanted.waiting, sought) if wanted.waiting else sought


SAME = (
    *("number", "error_number", "case_number", "state", "outcome", "area", "element", "cause", "applicant"),
    *("drafted_from", "drafted_until"),
)
"""Fields of a filter that are looked for as they are."""


def waiting_for(identity: Identity, what: str, among: SoughtReviews) -> SoughtReviews:
    """Return those of the reviews that wait for the official."""
    mine = LISTS[what]
    if mine.roles:
        among = replace(among, areas=identity.areas_of(mine.roles), reader=None)
    return replace(
        among,
        states=mine.states,
        person=identity.official,
        having=mine.having,
        without=mine.without,
        statement_awaited=mine.statement_awaited,
        wants_reviewers=mine.wants_reviewers,
    )


def listed(
    office: Office, identity: Identity, wanted: ToleranceFilter, *, before: int | None = None, limit: int = 50
) -> ReviewsAnswer:
    """Return the reviews that are asked for, the latest begun first."""
    with office.views.connect() as views:
        found = listed_reviews(views, sought_by(office, identity, wanted), before=before, limit=limit + 1)
    shown = _rows(office, found[:limit])
    return ReviewsAnswer(reviews=shown, next=shown[-1].drafted if len(found) > limit else None)


def count_waiting(office: Office, identity: Identity) -> dict[str, int]:
    """Return how many reviews wait for the official, by what for; without what none wait for."""
    everything = readable_by(identity)
    with office.views.connect() as views:
        counts = {
            what: count_reviews(views, waiting_for(identity, what, everything))
            for what, mine in LISTS.items()
            if not mine.roles or identity.holds_any(mine.roles)
        }
    return {what: count for what, count in counts.items() if count}


def _rows(office: Office, found: Collection[Row[Any]]) -> list[ReviewRow]:
    names, today = Names.of(office, {row.applied_by for row in found}), office.today()
    return [row_of(row, names, today) for row in found]


def row_of(row: Row[Any], names: Names, today: date) -> ReviewRow:
    """Tell a row of the docket."""
    told = row._asdict()
    told["applied_by"] = names.official(row.applied_by)
    told["overdue"] = row.due_on is not None and row.due_on < today
    return ReviewRow.model_validate(told)
