"""People and households through the API: looking for them, and reading about them."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Path, Query, Response
from pydantic import AwareDatetime

from audit_service.api.reader import Reader
from audit_service.desks.needy.answers import HouseholdAnswer, PersonAnswer, household_answer, person_answer
from audit_service.desks.needy.dossier import readable_household, readable_person
from audit_service.desks.needy.receiving import receiving
from audit_service.desks.needy.search import PeopleAnswer, Sought, people_like
from audit_service.desks.reader import AtOffice
from audit_service.desks.seen import built_from
from domain.periods import month_of

router = APIRouter(tags=["people"])

ValidOn = Annotated[
    date | None, Query(description="A day of the month that is asked about; today if left out.")
]
KnownAt = Annotated[
    AwareDatetime | None, Query(description="The moment up to which it was known; now if left out.")
]


@router.post("/people/search")
def search_people(office: AtOffice, identity: Reader, sought: Sought) -> PeopleAnswer:
    """Find people. Posted, so that no address tells who it is; what is told of them is masked."""
    return people_like(office, identity, sought)


@router.get("/people/{person}")
def read_person(
    person: Annotated[str, Path(max_length=60)],
    office: AtOffice,
    identity: Reader,
    response: Response,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
) -> PersonAnswer:
    """Read about a person, and what they receive in a month."""
    found = readable_person(office, identity, person)
    built_from(response, found.position, version=found.version)
    received = receiving(office, identity, found.card.entries, valid_on=valid_on, known_at=known_at)
    return person_answer(office, found, received)


@router.get("/households/{household}")
def read_household(
    household: Annotated[str, Path(max_length=60)],
    office: AtOffice,
    identity: Reader,
    response: Response,
    valid_on: ValidOn = None,
    known_at: KnownAt = None,
) -> HouseholdAnswer:
    """Read about a household: who belongs to it, and what it receives in a month."""
    found = readable_household(office, identity, household, known_at=known_at)
    built_from(response, found.position, version=len(found.events))
    people = found.people_in(month_of(valid_on or office.today()))
    received = receiving(office, identity, people, valid_on=valid_on, known_at=known_at)
    return household_answer(office, found, received)
