"""An office with a clerk who sends registers in, and an importer that is asked by hand."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response

from audit_service.identity.identity import Identity
from audit_service.imports.importer import Importer
from audit_service.office import Office
from audit_service.settings import Settings
from tests.journeys.story import Clerk, Story, a_story
from tests.ledger_files import FictionalRegister, fictional_ledgers
from tests.office import an_official

SIZES = dict.fromkeys(
    ("dibao", "tekun", "temporary", "orphan", "de_facto_unattended", "elderly", "visits"), 24
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass
class Desk:
    """A clerk of the whole office, through the API and in a browser."""

    story: Story
    clerk: Clerk
    official: Identity
    importer: Importer
    folder: Path

    @property
    def office(self) -> Office:
        return self.story.office

    def made(self, seed: int = 1, **sizes: int) -> list[FictionalRegister]:
        return fictional_ledgers(sizes or SIZES, seed=seed)

    def sends(self, *files: Path, clerk: Clerk | None = None) -> Response:
        """Send files in through the API."""
        with ExitStack() as opened:
            parts = [("files", (file.name, opened.enter_context(file.open("rb")), XLSX)) for file in files]
            asking = clerk or self.clerk
            headers = {"Authorization": f"Bearer {asking.token}", "Accept-Language": "en"}
            return self.clerk.client.post("/api/v1/imports", files=parts, headers=headers)

    def tried(self, *files: Path) -> str:
        """Send files in and have them looked at; returns the number."""
        number = str(self.sends(*files).json()["number"])
        self.importer.look()
        return number

    def carried_out(self, *files: Path) -> str:
        """Send files in and have them taken over."""
        number = self.tried(*files)
        answer = self.clerk.asks(f"/imports/{number}/carrying-out")
        assert answer["status"] == 201, answer
        self.importer.look()
        return number

    def opens_rows(self, number: str, clerk: Clerk | None = None) -> dict[str, Any]:
        return (clerk or self.clerk).asks(f"/imports/{number}/openings", purpose="correction")

    def reads(self, number: str) -> dict[str, Any]:
        self.story.settled()
        return self.clerk.reads(f"/imports/{number}")

    def written(self, made: list[FictionalRegister]) -> list[Path]:
        return [ledger.write(self.folder / f"{ledger.kind.code}.xlsx") for ledger in made]

    def page(self, path: str, status: int = 200) -> str:
        """Return the page as the clerk sees it, in English."""
        self.story.settled()
        client = self.clerk.client
        client.cookies.set("session", self.office.identities.sessions.start(self.official.official))
        client.cookies.set("language", "en")
        answer = client.get(path)
        assert answer.status_code == status, answer.text
        return answer.text


@pytest.fixture
def desk(
    office: Office, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desk]:
    monkeypatch.setattr(Importer, "EVERY", 600)
    with a_story(office, settings) as story:
        story.on("2026-01-05")
        official = an_official(office, "sun", clerk=("*",))
        clerk = Clerk(story.caseworker.client, office.identities.tokens.make(official.official))
        yield Desk(story, clerk, official, Importer(story.office, settings), tmp_path)
