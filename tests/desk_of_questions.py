"""A desk for tests of questions, of discoveries and of what everyone may read."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from httpx2 import Response
from starlette.testclient import TestClient

from audit_service.desks.command import Command
from audit_service.desks.questions.raising import RaiseQuestion
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import discovery_id, question_id
from domain.kernel import Aggregate, Event
from domain.needy.person import Person
from tests.builders import PULANDIAN, STANDARDS, ZHONGSHAN, a_case_taken_over, an_act
from tests.error_builders import CATALOGUE
from tests.office import a_client, a_token, an_official, ask

API = "/api/v1"
ID_NUMBER = "110101199003070134"
"""Of nobody: fictional, with a check digit that fits."""


@dataclass
class QuestionDesk:
    """An office, a browser, and who works there."""

    office: Office
    client: TestClient
    worker: Identity
    manager: Identity
    stranger: Identity

    def keep(self, *aggregates: Aggregate) -> None:
        self.office.record.keep(Submission(aggregates=aggregates))

    def get(self, path: str, who: Identity | None = None) -> Any:
        answer = self.answer(path, who)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def answer(self, path: str, who: Identity | None = None) -> Response:
        seen = {"X-Seen": str(self.office.record.last_position())}
        return self.client.get(API + path, headers=a_token(self.office, who or self.worker) | seen)

    def page(self, path: str, who: Identity | None = None) -> str:
        session = self.office.identities.sessions.start((who or self.worker).official)
        self.client.cookies.set("session", session)
        self.client.cookies.set("seen", str(self.office.record.last_position()))
        answer = self.client.get(path)
        assert answer.status_code == 200, answer.text
        return answer.text

    def ask(self, command: Command, who: Identity | None = None, **about: str) -> str:
        """Have a command carried out, and return the number of what is shown then."""
        return ask(self.office, command, who or self.worker, about).shown_at.rpartition("/")[2]

    def raise_question(self, who: Identity | None = None, **more: Any) -> str:
        """Record a question of the 20th of September 2021, and return its number."""
        values = {"area": ZHONGSHAN, "channel": "phone", "topic": "medical", "text": "Who pays for medicine?"}
        return self.ask(RaiseQuestion(**(values | more)), who)

    def registered(self, name: str = "Gao Fictional") -> UUID:
        """Enter the person with ID_NUMBER."""
        identity = self.office.vault.person_identity(ID_NUMBER)
        known: dict[str, Any] = {"id_number": ID_NUMBER, "sex": "male", "born_year": 1990}
        self.keep(Person.register(identity, an_act(), name=name, **known))
        return identity

    def history_of_question(self, number: str) -> list[type[Event]]:
        return [type(event) for event in self.office.record.events(question_id(number))]

    def history_of_discovery(self, number: str) -> list[type[Event]]:
        return [type(event) for event in self.office.record.events(discovery_id(number))]


@contextmanager
def a_question_desk(settings: Settings) -> Iterator[QuestionDesk]:
    """An office with a clerk and caseworker in the city, a manager, and a caseworker elsewhere."""
    with a_client(settings) as (office, client):
        worker = an_official(office, "worker", caseworker=(ZHONGSHAN,), clerk=(ZHONGSHAN,))
        manager = an_official(office, "manager", manager=("*",))
        stranger = an_official(office, "stranger", caseworker=(PULANDIAN,))
        office.record.keep(Submission(aggregates=(STANDARDS, CATALOGUE, a_case_taken_over())))
        yield QuestionDesk(office, client, worker, manager, stranger)
