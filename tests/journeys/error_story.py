"""An error in the story of a household, brought over HTTP as far as a test wants it.

The income was 600 yuan all along, not 900: 300 yuan a month too little since May 2021. Wang examined the
household, Li confirmed it; who comes later had no part in anything before.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from audit_service.office import Office
from audit_service.settings import Settings
from audit_service.store.submission import Submission
from domain.identities import official_id
from projections.error_lists import error_numbered
from tests.builders import a_document
from tests.journeys.story import EVERYWHERE, Clerk, Story, a_story, raised
from tests.office import an_official, says_what_for

SHORT = 30000
"""Fen a month."""
MONTHS = [f"2021-{month:02}-01" for month in range(5, 10)]
LATER = {
    "sun": "manager",  # substantiates
    "qian": "manager",  # issues notices
    "zhou": "manager",  # corrects
    "wu": "manager",  # verifies
    "zheng": "caseworker",
    "feng": "inspector",
    "chen": "clerk",
}


@dataclass
class ErrorStory:
    """A household in payment, and everyone who has to do with the error in its case."""

    story: Story
    case: str
    staff: dict[str, Clerk]

    def asks(self, login: str, path: str, **command: Any) -> dict[str, Any]:
        """Let somebody ask for a command."""
        return self.staff[login].asks(path, **command)

    def done(self, login: str, path: str, **command: Any) -> dict[str, Any]:
        """Let somebody ask for a command, which is carried out."""
        answer = self.asks(login, path, **command)
        assert answer["status"] == 201, (path, answer)
        return answer

    def reads(self, login: str, path: str, **query: str) -> Any:
        """Let somebody read a view that has caught up."""
        self.story.settled()
        reader = self.story.office.identities.by_token.identity(official_id(login))
        if reader is not None:
            says_what_for(self.story.office, reader)
        return self.staff[login].reads(path, **query)

    def refused(self, login: str, path: str, **command: Any) -> str:
        """Let somebody ask for what is refused; return the code. Nothing is recorded but the attempt."""
        record = self.story.office.record
        last, known = record.last_position(), record.attempts(limit=1)
        answer = self.asks(login, path, **command)
        assert answer["status"] in {403, 409}, (path, answer)
        assert record.last_position() == last
        (attempt,) = record.attempts(limit=1)
        assert [attempt] != known
        assert attempt.code == answer["code"]
        return str(answer["code"])


@contextmanager
def an_error_story(office: Office, settings: Settings) -> Iterator[ErrorStory]:
    """The household on 20 September 2021, before anybody has found anything."""
    with a_story(office, settings) as story:
        number = raised(story)
        people = {login: an_official(office, login, **{role: EVERYWHERE}) for login, role in LATER.items()}
        client, tokens = story.caseworker.client, office.identities.tokens
        staff = {login: Clerk(client, tokens.make(who.official)) for login, who in people.items()}
        staff |= {"wang": story.caseworker, "li": story.manager}
        told = ErrorStory(story, number, staff)
        told.done(
            "li",
            "/error-catalogue",
            reference="fictional catalogue",
            approved_on="2021-01-10",
            effective_from="2021-02-01",
        )
        yield told


def a_report(told: ErrorStory, **more: Any) -> dict[str, Any]:
    """What the caseworker reports of their own error."""
    return {
        "case_number": told.case,
        "element": "E01",
        "from_month": "2021-05-01",
        "channel": "self",
        "text": "收入核定有误",
        "learned_on": "2021-09-18",
        **more,
    }


def reported(told: ErrorStory, login: str = "wang", **more: Any) -> str:
    """Report the error, and return its number."""
    return str(told.done(login, "/errors", **a_report(told, **more))["at"]).rpartition("/")[2]


def classification(**more: Any) -> dict[str, Any]:
    """How the error is classified."""
    return {
        "element": "E01",
        "nature": "wrong",
        "cause": "data_entry",
        "origin": "official",
        "direction": "under",
        "from_month": "2021-05-01",
        "amounts": [{"month": month, "amount": SHORT} for month in MONTHS],
        **more,
    }


def notice(**more: Any) -> dict[str, Any]:
    """What the notice asks for."""
    return {"items": ["fact_correction", "back_payment"], "persons": ["wang"], **more}


STEPS: tuple[tuple[str, str, str, dict[str, Any]], ...] = (
    ("taken up", "sun", "/taking-up", {}),
    ("substantiated", "sun", "/substantiation", {}),
    ("classified", "sun", "/classification", classification()),
    ("notified", "qian", "/notice", notice()),
    ("acknowledged", "wang", "/acknowledgement", {}),
    ("planned", "wang", "/plan", {"plan": "更正收入并补发", "done_by": "2021-09-24"}),
    ("corrected", "zhou", "/case-correction", {"monthly_income": 60000, "valid_from": "2021-05-01"}),
    ("completed", "wang", "/completion", {}),
    ("verified", "wu", "/verification", {}),
)
"""What is reached, who brings it there, where and how; the money comes beside."""


def brought(told: ErrorStory, upto: str, number: str = "") -> str:
    """Bring an error as far as this, and return its number."""
    number = number or reported(told)
    for reached, login, path, command in STEPS if upto != "reported" else ():
        evidence = {"evidence": [a_piece_of_evidence(told, number)]} if reached == "substantiated" else {}
        told.done(login, f"/errors/{number}{path}", **command, **evidence)
        if reached == upto:
            break
    return number


def a_piece_of_evidence(told: ErrorStory, number: str) -> str:
    """Have a document attached to the case of an error, or to one without a case; return its identity."""
    told.story.settled()
    with told.story.office.views.connect() as views:
        row = error_numbered(views, number)
    assert row is not None
    place = {"case": row.case_id, "error": None if row.case_id else row.error_id, "area": row.area}
    document = a_document(uuid4().hex, place=place)
    told.story.office.record.keep(Submission(aggregates=(document,)))
    return str(document.id)
