"""A case that documents are attached to, and who attaches them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import pytest

from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.documents.document import PDF
from tests.builders import a_case_taken_over
from tests.files import A_PDF
from tests.journeys.story import Clerk, Story, a_story
from tests.office import an_official

AT = "/cases/DB-0001/documents"


@pytest.fixture
def story(office: Office, settings: Settings) -> Iterator[Story]:
    """An office with one case, in Zhongshan."""
    with a_story(office, settings) as story:
        office.record.keep(Submission(aggregates=(a_case_taken_over(),)))
        story.settled()
        yield story


@dataclass
class Counter:
    """Someone who hands in files through the API."""

    story: Story
    clerk: Clerk
    before: int = field(init=False)

    def __post_init__(self) -> None:
        self.before = self.story.office.record.last_position()

    def sends(
        self,
        content: bytes = A_PDF,
        *,
        at: str = AT,
        name: str = "payslip.pdf",
        said: str = PDF,
        key: str = "",
        **fields: str,
    ) -> dict[str, Any]:
        """Send a file, and return where it is shown and the receipt, or what stood in the way."""
        answer = self.clerk.client.post(
            f"/api/v1{at}",
            data={"because": "虚构的理由", "title": "虚构的工资条", **fields},
            files={"file": (name, content, said)},
            headers=self.headers | {"Idempotency-Key": key or uuid4().hex},
        )
        return {"status": answer.status_code, "at": answer.headers.get("Location", ""), **answer.json()}

    def gets(self, path: str) -> Any:
        """Ask for something that is no JSON."""
        return self.clerk.client.get(f"/api/v1{path}", headers=self.headers)

    def lists(self) -> list[dict[str, Any]]:
        """Return the documents of the case as the API tells them."""
        self.story.settled()
        found: list[dict[str, Any]] = self.clerk.reads(AT)["documents"]
        return found

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.clerk.token}", "Accept-Language": "en"}

    @property
    def recorded(self) -> int:
        """How many events were recorded since."""
        return self.story.office.record.last_position() - self.before


@pytest.fixture
def counter(story: Story) -> Counter:
    """A caseworker."""
    return Counter(story, story.caseworker)


@pytest.fixture
def another(story: Story) -> Callable[..., Counter]:
    """Somebody else, who holds these roles."""

    def made(login: str, **roles: tuple[str, ...]) -> Counter:
        official = an_official(story.office, login, **roles)
        token = story.office.identities.tokens.make(official.official)
        return Counter(story, Clerk(story.caseworker.client, token))

    return made
