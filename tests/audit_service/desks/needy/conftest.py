"""A fictional town whose people are looked for, on either database."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest

from audit_service.demo.people import id_number
from audit_service.desks.needy.search import PeopleAnswer, Sought, people_like
from audit_service.finding.tokens import particulars
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.kernel import Aggregate
from domain.needy.household import Household
from domain.needy.person import Person
from tests.builders import ZHONGSHAN, an_act
from tests.office import an_office, an_official

XIGANG = "210203"


@dataclass
class Town:
    """An office, and a caseworker of one of its areas."""

    office: Office
    caseworker: Identity

    def keep(self, *aggregates: Aggregate) -> None:
        """Have these recorded, and let the views catch up."""
        self.office.record.keep(Submission(aggregates=aggregates))
        self.office.follower.wait_for(self.office.record.last_position(), 10)

    def settle(
        self, name: str, born: str = "1970-01-01", sequence: int = 1, *, area: str = ZHONGSHAN, **more: str
    ) -> Person:
        """Enter somebody with a household of their own, under a number made of their name."""
        number = id_number(date.fromisoformat(born), sequence)
        told = particulars(self.office.vault, name=name, id_number=number, **more)
        person = Person.register(self.office.vault.person_identity(number), an_act(), **told)
        household = Household.form(f"H{area}-{number[-4:]}-{born}", area, an_act())
        household.join(person.id, "本人", an_act())
        self.keep(person, household)
        return person

    def finds(self, text: str, reader: Identity | None = None) -> PeopleAnswer:
        """Look for somebody."""
        return people_like(self.office, reader or self.caseworker, Sought(text=text))

    def found(self, text: str) -> list[UUID]:
        """Return who is found, the first first."""
        return [row.person for row in self.finds(text).people]


@pytest.fixture
def town(settings: Settings) -> Iterator[Town]:
    """A town with nobody in it yet."""
    with an_office(settings) as office:
        yield Town(office, an_official(office, "wang", caseworker=(ZHONGSHAN,)))
