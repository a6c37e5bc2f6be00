"""A small aggregate of the tests' own: the store knows nothing of the office's business."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import Enum
from typing import Any
from uuid import UUID, uuid4

from domain.kernel import Act, Aggregate, Event, Personal

CLERK = UUID("00000000-0000-4000-8000-000000000001")
ACT = Act(by=CLERK, role="clerk", unit="Test Unit", on=date(2021, 7, 1))


class Stage(Enum):
    NEW = "new"
    OPEN = "open"


@dataclass(frozen=True)
class Page:
    number: int
    words: tuple[str, ...]


class Dossier(Aggregate):
    """Papers about one person."""

    TOPIC = "dossier"

    stage: Stage = Stage.NEW
    notes: int = 0
    pages: tuple[Page, ...] = ()
    opened_on: date | None = None

    class Opened(Event):
        """The dossier was opened."""

        TOPIC = "dossier.opened"
        title: str
        number: int
        holder: UUID
        pages: tuple[Page, ...] = ()
        at: datetime | None = None

        def apply(self, dossier: "Dossier") -> None:
            dossier.stage = Stage.OPEN
            dossier.pages = self.pages
            dossier.opened_on = self.on

    class Noted(Event):
        """Something was noted in it."""

        TOPIC = "dossier.noted"
        text: Personal
        hint: Personal | None = None

        def apply(self, dossier: "Dossier") -> None:
            dossier.notes += 1

    @classmethod
    def opened(cls, identity: UUID | None = None, **facts: Any) -> "Dossier":
        dossier = cls.blank(identity or uuid4())
        given = {"title": "First", "number": 7, "holder": CLERK, **facts}
        dossier.trigger(cls.Opened, ACT, **given)
        return dossier

    def note(self, text: str = "seen", act: Act = ACT, **facts: Any) -> "Dossier":
        self.trigger(self.Noted, act, text=text, **facts)
        return self


EXAMPLE_PAGES = (Page(1, ("a", "b")), Page(2, ()))
NOON = datetime(2021, 7, 1, 4, 0, 0, 123, tzinfo=UTC)
