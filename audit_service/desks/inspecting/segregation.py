"""The segregation report: acts that one person should not have done, in the whole record."""

from datetime import datetime
from typing import Annotated

from pydantic import BaseModel, Field

from audit_service.desks.inspecting.asking import Narrowed, between, check_reader, cut, whom
from audit_service.desks.inspecting.words import BreachRule, act_title, made_so_by
from audit_service.desks.who import Names
from audit_service.identity.identity import Identity
from audit_service.office import Office
from projections.kin import closed_cases
from projections.segregation_lists import RULES, Breach, SoughtBreaches, breaches_like


class Filter(Narrowed):
    """Which breaches are listed."""

    rule: Annotated[BreachRule | None, Field(title="Rule")] = None


class BreachAnswer(BaseModel):
    """An act that somebody should not have done, and what makes it so."""

    position: int
    recorded_at: datetime
    rule: str
    by: str
    """Name of the official."""
    role: str
    act: str
    """What was done, in the reader's language."""
    kind: str
    """`case` or `error`; empty where it is on record no longer."""
    number: str
    """Of the case or the error."""
    area: str
    because: str
    """What makes it a breach, in the reader's language."""
    because_at: int | None
    """Position of what makes it so; null where the role has no part at all."""


class BreachesAnswer(BaseModel):
    """A page of breaches, the latest recorded first, and how many there are of each rule."""

    breaches: list[BreachAnswer]
    counts: dict[str, int]
    next: int | None
    """The next page is before this position; null on the last."""


def listed(
    office: Office, reader: Identity, wanted: Filter, before: int | None, limit: int
) -> BreachesAnswer:
    """Return the breaches asked for, where the reader may see them. Raises NotYourRole."""
    check_reader(reader)
    sought = SoughtBreaches(
        rule=wanted.rule or "",
        official=whom(wanted.official),
        areas=reader.areas_to_read(wanted.area),
        **between(wanted),
    )
    with office.views.connect() as views:
        closed = closed_cases(views, reader.relatives) if reader.relatives else set()
        found = [each for each in breaches_like(views, sought) if each.case_id not in closed]
    counts = {rule: sum(each.rule == rule for each in found) for rule in RULES}
    page, following = cut([each for each in found if before is None or each.position < before], limit)
    names = Names.of(office, {each.person for each in page})
    return BreachesAnswer(breaches=[_told(each, names) for each in page], counts=counts, next=following)


def _told(each: Breach, names: Names) -> BreachAnswer:
    return BreachAnswer(
        position=each.position,
        recorded_at=each.recorded_at,
        rule=each.rule,
        by=names.official(each.person),
        role=each.role,
        act=act_title(each.topic),
        kind=each.kind,
        number=each.number,
        area=each.area,
        because=made_so_by(each),
        because_at=each.had_at,
    )
