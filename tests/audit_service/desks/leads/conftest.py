"""A fictional town where one number stands under two names, on either database."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest
from starlette.testclient import TestClient

from audit_service.demo.people import id_number
from audit_service.finding.tokens import name_tokens, particulars, particulars_without_number
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.rechecking.noticing import notice
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import household_id
from domain.kernel import Aggregate
from domain.needy.household import Household
from domain.needy.person import Person
from projections import lead_register
from tests.builders import ZHONGSHAN, a_case_taken_over, an_act, day
from tests.office import a_client, a_token, an_official, ask

NUMBER = id_number(day("1970-01-01"), 1)
OTHER_NUMBER = id_number(day("1971-02-02"), 2)
GROUNDS: dict[str, Any] = {"because": "The papers were compared.", "learned_on": None}


@dataclass
class Town:
    """An office where one number stands under two names, in two registers."""

    office: Office
    client: TestClient
    worker: Identity
    person: UUID

    def keep(self, *aggregates: Aggregate) -> None:
        self.office.record.keep(Submission(aggregates=aggregates))
        self.wait()

    def wait(self) -> None:
        self.office.follower.wait_for(self.office.record.last_position(), 10)

    def lead(self, kind: str) -> str:
        """Have what does not fit noticed, and return the lead of this kind."""
        notice(self.office)
        self.wait()
        with self.office.views.connect() as views:
            [row] = lead_register.listed(views, lead_register.Sought(kind=kind))
        return str(row.lead)

    def ask(self, command: Any, **parameters: str) -> None:
        ask(self.office, command, self.worker, parameters)
        self.wait()

    def get(self, path: str) -> Any:
        answer = self.client.get(f"/api/v1{path}", headers=a_token(self.office, self.worker) | self.seen())
        assert answer.status_code == 200, answer.text
        return answer.json()

    def page(self, path: str) -> str:
        self.client.cookies.set("session", self.office.identities.sessions.start(self.worker.official))
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def seen(self) -> dict[str, str]:
        return {"X-Seen": str(self.office.record.last_position())}

    def someone(self, person: UUID) -> Any:
        return self.get(f"/people/{person}")

    def without_number(self, name: str = "安娜") -> UUID:
        told = particulars_without_number(
            self.office.vault, name=name, sex="female", born_year=1970, because="foreigner"
        )
        identity = household_id(name)
        self.keep(Person.register(identity, an_act(), **told))
        return identity


@pytest.fixture
def town(settings: Settings) -> Iterator[Town]:
    with a_client(settings) as (office, client):
        worker = an_official(office, "worker", caseworker=(ZHONGSHAN,))
        identity = office.vault.person_identity(NUMBER)
        act = an_act(basis="dibao.xlsx", correlation=household_id("import"))
        told = particulars(office.vault, name="王小明", id_number=NUMBER)
        somebody = Person.register(identity, act, **told)
        somebody.name_otherwise(
            an_act(), name="汪晓明", name_tokens=name_tokens(office.vault, "汪晓明"), register="elderly.xlsx",
            sheet="台账", row=9,
        )  # fmt: skip
        family = Household.form("H-0001", ZHONGSHAN, an_act())
        family.join(identity, "户主", an_act())
        one = a_case_taken_over(head=identity, people=(identity,), members=1, register="dibao.xlsx")
        single: dict[str, Any] = {"number": "LN-0002", "programme": "elderly", "household": None}
        two = a_case_taken_over(
            **single, head=identity, people=(identity,), members=1, register="elderly.xlsx", row=9
        )
        town = Town(office, client, worker, identity)
        town.keep(somebody, family, one, two)
        yield town
