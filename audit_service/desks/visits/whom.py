"""Whom a visit is to: a household, a case or a person on record, or somebody named in words."""

from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from audit_service.desks.desk import Desk
from audit_service.desks.offers import AreaCode
from audit_service.desks.people import person_named
from audit_service.web.kinds import LongText
from domain.needy.household import Household
from domain.visits.told import Visited
from projections.needy_lists import households_of


class ToSomebody(BaseModel):
    """What a command about a visit says of whom it is to, as long as nothing is on record of it."""

    household: Annotated[str, Field(title="Number of the household", max_length=60)] = ""
    case: Annotated[str, Field(title="Number of the case", max_length=60)] = ""
    person: Annotated[
        str,
        Field(
            title="Person",
            description="The id number of somebody on record who is in no household.",
            max_length=60,
        ),
    ] = ""
    named: Annotated[
        str,
        LongText(rows=2),
        Field(
            title="A family that is not on record",
            description="Who they are and where they live, as far as it is known.",
            max_length=500,
        ),
    ] = ""
    area: Annotated[
        AreaCode | None, Field(title="Area", description="Where neither a household nor a case is named.")
    ] = None

    @model_validator(mode="after")
    def _says_whom_it_is_to(self) -> Self:
        if sum(map(bool, (self.household, self.case, self.person, self.named))) != 1:
            raise ValueError("Name one: the household, the case, the person, or a family not on record.")
        if not (self.household or self.case or self.area):
            raise ValueError("Say in which area they live.")
        return self


def visited(desk: Desk, command: ToSomebody) -> Visited:
    """Return whom the visit is to, in an area of the official's.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    if command.household:
        household = desk.household(command.household)
        return Visited(household=household.id, area=household.area)
    if command.case:
        case = desk.case(command.case)
        person = None if case.household else case.head
        return Visited(
            person=person, household=case.household, case=case.id, case_number=case.number, area=case.area
        )
    area = command.area or ""
    desk.enter(area)
    if command.person:
        return Visited(person=_person(desk, command.person), area=area)
    return Visited(named=command.named, area=area)


def _person(desk: Desk, text: str) -> UUID | None:
    """Return who is visited, who lives with no relative of the official. Raises NotOnRecord, OwnRelative."""
    identity = person_named(desk, text)
    if desk.official.relatives:
        for home in desk.ask(households_of, [identity]):
            desk.official.keep_apart_from(desk.get(Household, home.household).members)
    return identity
