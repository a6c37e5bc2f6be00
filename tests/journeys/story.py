"""A household and the office it comes to, step by step over HTTP: what the journeys begin with."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from uuid import uuid4

from fastapi import FastAPI
from starlette.testclient import TestClient

from audit_service.app import create_app
from audit_service.identity.identity import Identity
from audit_service.identity.recognition import COOKIE
from audit_service.office import Office
from audit_service.settings import Settings
from tests.office import an_official, says_what_for

EVERYWHERE = ("*",)
MOTHER = {"name": "虚构甲", "id_number": "210299198001010023", "relation": "本人"}
CHILD = {"name": "虚构乙", "id_number": "21029920150202003X", "relation": "子"}


@dataclass
class Calendar:
    """The day it is for the office; a story turns its pages."""

    day: date = date(2021, 3, 1)

    def today(self) -> date:
        return self.day


@dataclass
class Clerk:
    """Someone who asks through the API."""

    client: TestClient
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    def asks(self, path: str, **command: Any) -> dict[str, Any]:
        """Have a command carried out, and return where it is shown and the receipt."""
        answer = self.client.post(
            f"/api/v1{path}",
            json={"because": "虚构的理由", **command},
            headers={"Authorization": f"Bearer {self.token}", "Idempotency-Key": uuid4().hex, **self.headers},
        )
        return {"status": answer.status_code, "at": answer.headers.get("Location", ""), **answer.json()}

    def reads(self, path: str, **query: str) -> dict[str, Any]:
        """Read a view."""
        headers = {"Authorization": f"Bearer {self.token}", "X-Seen": "0"}
        found: dict[str, Any] = self.client.get(f"/api/v1{path}", params=query, headers=headers).json()
        return found


@dataclass
class Story:
    """The office, its calendar, what serves it, and who works there."""

    app: FastAPI
    office: Office
    calendar: Calendar
    caseworker: Clerk
    manager: Clerk

    def on(self, day: str) -> None:
        """Go on to a later day."""
        self.calendar.day = date.fromisoformat(day)

    def settled(self) -> None:
        """Let the views catch up."""
        assert self.office.follower.wait_for(self.office.record.last_position(), 10)


@contextmanager
def a_story(office: Office, settings: Settings) -> Iterator[Story]:
    """The office on the first day of its story, served to two caseworkers and a manager."""
    calendar = Calendar()
    dated = replace(office, today=calendar.today)
    app = create_app(dated, settings)
    with TestClient(app, follow_redirects=False) as client:
        people = [
            an_official(office, "wang", caseworker=EVERYWHERE),
            an_official(office, "li", manager=EVERYWHERE),
            an_official(office, "zhao", caseworker=EVERYWHERE),
        ]
        clerks = [Clerk(client, office.identities.tokens.make(person.official)) for person in people]
        yield Story(app, dated, calendar, clerks[0], clerks[1])


def published(story: Story) -> None:
    for reference, amount, day in (
        ("fictional-750", 75000, "2020-01-01"),
        ("fictional-780", 78000, "2021-07-01"),
    ):
        answer = story.manager.asks(
            "/standards",
            reference=reference,
            programme="dibao",
            kind="urban",
            areas=["210202"],
            monthly_amount=amount,
            approved_on=day,
            published_on=day,
            effective_from=day,
        )
        assert answer["status"] == 201, answer


def applied(story: Story) -> str:
    answer = story.caseworker.asks(
        "/cases", programme="dibao", area="210202", channel="window", members=[MOTHER, CHILD]
    )
    assert answer["status"] == 201, answer
    return str(answer["at"]).rpartition("/")[2]


def confirmed(story: Story) -> str:
    """Bring a household of two with an income of 900 yuan through all steps; paid from May 2021."""
    number = applied(story)
    at = f"/cases/{number}"
    for path, command in (
        ("/acceptance", {}),
        ("/means-check", {"monthly_income": 90000, "members": 2, "kind": "urban", "source": "核对中心"}),
        ("/visit", {"visitors": ["wang", "zhao"], "found": "与申报一致"}),
        ("/opinion", {"favourable": True, "proposed_amount": 60000}),
        ("/notice", {}),
    ):
        answer = story.caseworker.asks(at + path, **command)
        assert answer["status"] == 201, (path, answer)
    story.on("2021-04-12")
    assert story.caseworker.asks(f"{at}/notice-end")["status"] == 201
    assert story.manager.asks(f"{at}/confirmation")["status"] == 201
    return number


def raised(story: Story) -> str:
    """Bring the household through to the standard of July 2021, and on to September."""
    published(story)
    number = confirmed(story)
    story.on("2021-07-01")
    assert story.manager.asks("/standards/fictional-780/adjustments", area="210202")["status"] == 201
    story.on("2021-09-20")
    story.settled()
    return number


def corrected(story: Story, number: str) -> str:
    """Find in September that the income was 600 yuan all along. Return a moment before it was known."""
    known_until_now: str = story.manager.reads(f"/cases/{number}/history")["events"][0]["recorded_at"]
    answer = story.caseworker.asks(
        f"/cases/{number}/corrections", monthly_income=60000, valid_from="2021-05-01", learned_on="2021-09-18"
    )
    assert answer["status"] == 201, answer
    story.settled()
    return known_until_now


def in_english(story: Story, official: Identity) -> TestClient:
    """A browser in which the official is signed in and reads English."""
    says_what_for(story.office, official)
    cookies = {COOKIE: story.office.identities.sessions.start(official.official), "language": "en"}
    return TestClient(story.app, cookies=cookies, follow_redirects=False)
