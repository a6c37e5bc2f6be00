"""What is due by when, for whom: what its reader may see of it."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.deadlines.names import KIND_TITLES, SHOWN_AT
from audit_service.desks.inspections.words import INSPECTORS, WHO_ANSWERS
from audit_service.desks.offers import AreaCode, titled
from audit_service.desks.questions.about import WHO_READS
from audit_service.desks.tolerance.search import areas_read_by
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address, path_to
from audit_service.web.kinds import Choices
from domain.identities import official_id
from domain.roles import CASEWORKER, CLERK, MANAGER, ORGAN
from projections.deadline_lists import After, Due, SoughtDeadlines, due
from projections.deadline_tables import ANSWER, ANSWER_QUERY, ANYBODY, QUESTION
from projections.deadlines_of_reviews import OF_THE_ORGAN

ONE_DAY = timedelta(days=1)

DeadlineKind = Annotated[str, Choices(titled(KIND_TITLES))]

FOR_ROLES = {
    ORGAN: OF_THE_ORGAN,
    **dict.fromkeys((CLERK, CASEWORKER, MANAGER), (ANSWER, ANSWER_QUERY)),
}
"""By role: the steps that are for whoever holds it, where nobody is named."""


class DeadlineFilter(BaseModel):
    """Which deadlines are listed. What is left out does not matter."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    kind: Annotated[DeadlineKind | None, Field(title="Of what")] = None
    area: Annotated[AreaCode | None, Field(title="Area")] = None
    officer: Annotated[str, Field(title="Login name of the official", max_length=60)] = ""
    due_from: Annotated[date | None, Field(title="Due from")] = None
    due_until: Annotated[date | None, Field(title="Due until")] = None
    mine: Annotated[bool, Field(title="Mine only")] = False
    overdue: Annotated[bool, Field(title="Overdue only")] = False


class DeadlineRow(BaseModel):
    """Something that is due."""

    kind: str
    number: str
    """Of the error, the question, the review or the inspection."""
    notice: str | None
    """Number of the correction notice."""
    query: int | None
    """Number of the query in its inspection."""
    step: str
    whose: str | None
    """Name of the official; null where it is for whoever holds a role that takes the step."""
    unit: str | None
    """The unit that is to answer the query."""
    areas: tuple[str, ...]
    since_on: date
    """The day on which the clock began to run."""
    due_on: date
    overdue: bool
    at: str
    """Path of the page on which it is done, or shown where that is for others."""
    place: str
    """Where this deadline stands in the list: the next page begins after the last one's."""


class DeadlinesAnswer(BaseModel):
    """A page of what is due, the most urgent first."""

    deadlines: list[DeadlineRow]
    next: str | None
    """The next page begins after this place; null on the last."""


def place_in(text: str) -> After | None:
    """Return the place that an address tells; None if it tells none."""
    day, _, rest = text.partition("_")
    since, _, whose = rest.partition("_")
    try:
        return After(date.fromisoformat(day), int(since), UUID(whose))
    except ValueError:
        return None


def listed(
    office: Office, identity: Identity, wanted: DeadlineFilter, *, after: str = "", limit: int = 50
) -> DeadlinesAnswer:
    """Return what is due, of what the official may read; what is for themselves in any area."""
    sought = sought_by(office, identity, wanted)
    with office.views.connect() as views:
        found = due(views, sought, after=place_in(after), limit=limit + 1)
    rows = _rows(office, identity, found[:limit])
    return DeadlinesAnswer(deadlines=rows, next=rows[-1].place if len(found) > limit else None)


def sought_by(office: Office, identity: Identity, wanted: DeadlineFilter) -> SoughtDeadlines:
    """Return which deadlines are asked for, of those that the official may see."""
    until = [day for day in (wanted.due_until, office.today() - ONE_DAY if wanted.overdue else None) if day]
    steps = {step for role, steps in FOR_ROLES.items() if role in identity.roles for step in steps}
    whose = official_id(wanted.officer) if wanted.officer else None
    return SoughtDeadlines(
        areas=identity.areas_to_read(),
        area=wanted.area or "",
        kind=wanted.kind or "",
        not_of=() if identity.holds_any(WHO_READS) else (QUESTION,),
        whose=identity.official if wanted.mine else whose,
        steps_of_role=steps if wanted.mine else (),
        due_from=wanted.due_from,
        due_until=min(until, default=None),
        reader=identity.official,
        reads_reviews_in=areas_read_by(identity),
        inspects_in=identity.areas_of(INSPECTORS),
        answers_in=identity.areas_of(WHO_ANSWERS),
        unit=identity.unit,
        apart_from=identity.relatives,
    )


def _rows(office: Office, identity: Identity, found: Sequence[Due]) -> list[DeadlineRow]:
    names = Names.of(office, {one.whose for one in found if one.whose != ANYBODY})
    today = office.today()
    return [
        DeadlineRow(
            **{name: getattr(one, name) for name in SAME},
            whose=None if one.whose == ANYBODY else names.official(one.whose),
            overdue=one.due_on < today,
            at=_at(identity, one),
            place=f"{one.due_on}_{one.since}_{one.whose.hex}",
        )
        for one in found
    ]


SAME = ("kind", "number", "notice", "query", "step", "unit", "areas", "since_on", "due_on")
"""What a row tells as the view has it."""


def _at(identity: Identity, one: Due) -> str:
    """Return where it is done: a query by the unit that is asked, beside which inspectors only read."""
    if one.query is None or any(identity.role_for(INSPECTORS, [area]) for area in one.areas):
        return path_to(SHOWN_AT[one.kind], one.number)
    form = COMMANDS["answer_query"].form_at.format(inspection_number=one.number)
    return address(form, {"query": one.query})
