"""Two families of a register, and who visits them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import official_id
from domain.kernel import Event
from domain.needy.household import Household
from domain.needy.person import Person
from tests.builders import ZHONGSHAN, a_case_taken_over, an_act, person
from tests.journeys.story import Clerk, Story, a_story
from tests.office import an_official

ALONE = "210299193001010028"
"""Id number of somebody who lives in no household."""
MATE = "210299198001010023"
A_VISIT: dict[str, Any] = {
    "because": "年度走访",
    "visited_on": "2021-05-10",
    "met": "户主",
    "observations": ["illness", "expenses"],
    "found": "药费负担重。",
}
A_FAMILY: dict[str, Any] = {"household": "H-0001"}


def registered(office: Office, id_number: str, name: str) -> Person:
    identity = office.vault.person_identity(id_number)
    return Person.register(
        identity, an_act(), name=name, id_number=id_number, sex="female", born_year=int(id_number[6:10])
    )


@dataclass
class Ledger:
    """The story of a ledger of visits, from May 2021 on."""

    story: Story
    alone: Person
    mate: Person
    """Somebody who lives with the head of the household."""

    @property
    def clerk(self) -> Clerk:
        return self.story.caseworker

    def enters(self, path: str = "/visits", **command: Any) -> str:
        """Have something entered that is shown with a visit, and return the visit's number."""
        answer = self.clerk.asks(path, **command)
        assert answer["status"] == 201, answer
        return str(answer["at"]).rpartition("/")[2]

    def plans(self, **command: Any) -> str:
        return self.enters("/visits/planned", **{**A_FAMILY, "due_on": "2021-06-01", **command})

    def reads(self, path: str, **query: str) -> dict[str, Any]:
        self.story.settled()
        return self.clerk.reads(path, **query)

    def visit(self, number: str) -> dict[str, Any]:
        return self.reads(f"/visits/{number}")

    def listed(self, **query: str) -> list[str]:
        return [each["number"] for each in self.reads("/visits", **query)["visits"]]

    def another(self, login: str, **roles: tuple[str, ...]) -> Clerk:
        official = an_official(self.story.office, login, **roles)
        self.story.settled()
        return Clerk(self.clerk.client, self.story.office.identities.tokens.make(official.official))

    def history(self, stream: Any) -> list[type[Event]]:
        return [type(event) for event in self.story.office.record.events(stream)]

    def page(self, path: str, status: int = 200) -> str:
        """Return the page as the caseworker sees it, in English."""
        self.story.settled()
        start = self.story.office.identities.sessions.start
        client = self.clerk.client
        client.cookies.set("session", start(official_id("wang")))
        client.cookies.set("language", "en")
        answer = client.get(path)
        assert answer.status_code == status, answer.text
        return answer.text

    @property
    def position(self) -> int:
        return self.story.office.record.last_position()


@pytest.fixture
def ledger(office: Office, settings: Settings) -> Iterator[Ledger]:
    with a_story(office, settings) as story:
        household = Household.form("H-0001", ZHONGSHAN, an_act())
        household.join(person("head"), "户主", an_act())
        alone = registered(office, ALONE, "虚构老人")
        mate = registered(office, MATE, "虚构配偶")
        household.join(mate.id, "配偶", an_act())
        kept = (household, alone, mate, a_case_taken_over())
        office.record.keep(Submission(aggregates=kept))
        story.on("2021-05-11")
        story.settled()
        yield Ledger(story, alone, mate)
