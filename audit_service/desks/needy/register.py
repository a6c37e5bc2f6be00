"""Entering people and households in the basic database of the needy."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from audit_service.desks.desk import Desk
from audit_service.finding.tokens import particulars
from audit_service.numbering import household_number
from audit_service.office import today
from domain.identities import household_id
from domain.kernel import Act
from domain.needy import id_number
from domain.needy.household import Household
from domain.needy.person import Person

WRONG = {
    id_number.FORMAT: "An id number has 18 digits; the last one may be an X.",
    id_number.CHECKSUM: "The check digit of the id number does not fit. Compare it with the card.",
    id_number.BIRTH_DATE: "The id number holds no possible day of birth. Compare it with the card.",
}
"""What is wrong with an id number; messages to translate."""


def _checked(text: str) -> str:
    number = id_number.normalise(text)
    if wrong := id_number.reasons(number, today()):
        raise ValueError(WRONG[wrong[0]])
    return number


IdNumber = Annotated[str, Field(title="Id number", max_length=40), AfterValidator(_checked)]


class Member(BaseModel):
    """Somebody who lives in the household."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    name: Annotated[str, Field(title="Name", min_length=1, max_length=60)]
    id_number: IdNumber
    relation: Annotated[
        str,
        Field(
            title="Relation to the applicant",
            description="The applicant comes first: themselves.",
            min_length=1,
            max_length=20,
        ),
    ]


def enter_people(desk: Desk, members: Sequence[Member], act: Act) -> tuple[UUID, ...]:
    """Register those who are not in the database yet, and return the identities of all."""
    return tuple(_entered(desk, member, act) for member in members)


def _entered(desk: Desk, member: Member, act: Act) -> UUID:
    identity = desk.vault.person_identity(member.id_number)
    if desk.find(Person, identity) is None:
        told = particulars(desk.vault, name=member.name, id_number=member.id_number)
        desk.keep(Person.register(identity, act, withdrawn=desk.withdrawn(Person, identity), **told))
    return identity


def form_household(
    desk: Desk, area: str, members: Sequence[Member], people: Sequence[UUID], act: Act
) -> UUID:
    """Enter a new household of these people, and return its identity."""
    number = household_number(area, desk.today, desk.chance)
    household = Household.form(number, area, act)
    for person, member in zip(people, members, strict=True):
        household.join(person, member.relation, act)
    desk.keep(household)
    return household_id(number)
