"""What an error knows of itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.parts import Remembering


class State(StrEnum):
    """Where an error stands."""

    REPORTED = "reported"
    UNDER_SUBSTANTIATION = "under substantiation"
    SUBSTANTIATED = "substantiated"
    DISMISSED = "dismissed"
    CLASSIFIED = "classified"
    CORRECTING = "correcting"
    CLOSED = "closed"


STATES = {
    State.REPORTED: "Reported",
    State.UNDER_SUBSTANTIATION: "Being looked into",
    State.SUBSTANTIATED: "Substantiated",
    State.DISMISSED: "Dismissed",
    State.CLASSIFIED: "Classified",
    State.CORRECTING: "Being put right",
    State.CLOSED: "Closed",
}
"""Titles by state; messages to translate."""


class Stage(StrEnum):
    """How far a correction has come."""

    NOTIFIED = "notified"
    ACKNOWLEDGED = "acknowledged"
    OBJECTED_TO = "objected to"
    PLANNED = "planned"
    COMPLETED = "completed"
    VERIFIED = "verified"


STAGES = {
    Stage.NOTIFIED: "Notice issued",
    Stage.ACKNOWLEDGED: "Notice acknowledged",
    Stage.OBJECTED_TO: "Notice objected to",
    Stage.PLANNED: "Plan submitted",
    Stage.COMPLETED: "Completed",
    Stage.VERIFIED: "Verified",
}
"""Titles by stage of the correction; messages to translate."""


@dataclass(frozen=True, slots=True)
class MonthAmount:
    """What an error did to the money of a month."""

    month: date
    amount: int
    """Fen, due less paid: more than 0 is owed to the family, less than 0 was paid too much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """An error on its five axes, with its period and its amounts."""

    element: str
    nature: str
    cause: str
    origin: str
    direction: str
    from_month: date
    to_month: date | None = None
    """The last month in error; None while it goes on."""
    catalogue: str = ""
    """Reference of the catalogue that the element is from, once it is on record."""
    amounts: tuple[MonthAmount, ...] = ()
    corrects_case: bool = False
    """Whether it is put right in the case, by that catalogue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is to be put right, by whom and by when."""

    number: str
    items: tuple[str, ...]
    """Codes of ITEMS."""
    persons: tuple[UUID, ...]
    """Officials who are to see to it."""
    issued_by: UUID
    issued_on: date
    due_on: date


class ErrorState(Remembering):
    """The part of an error that all its events assign to."""

    number: str = ""
    element: str = ""
    """As classified, or as reported until then."""
    case: UUID | None = None
    case_number: str = ""
    household: UUID | None = None
    area: str = ""
    decision: int = 0
    """Position of the decision in error; 0 where there is none."""
    deciders: tuple[UUID, ...] = ()
    from_month: date = date.min
    to_month: date | None = None
    """The last month in error; None while it goes on."""
    channel: str = ""
    own: bool = False
    before_discovery: bool = False
    within_days: bool = False
    reports: int = 0
    reporters: tuple[UUID, ...] = ()
    """Who reported it, the first first."""
    sealed_for: UUID | None = None
    state: State = State.REPORTED
    evidence: tuple[UUID, ...] = ()
    dismissed_for: str = ""
    classification: Classification | None = None
    notice: Notice | None = None
    """The one in force; None before it was issued, and after an objection to it was upheld."""
    stage: Stage | None = None
    """None while nothing is being put right."""
    stage_before: Stage | None = None
    """Of an objection: where the correction stood."""
    has_objected: bool = False
    """Whether the notice was objected to."""
    planned_for: date | None = None
    plan_accepted: bool = False
    """Whether the plan that holds was accepted."""
    case_corrected: bool = False
    """Whether the case was corrected since the error was last opened."""
    verified_on: date | None = None
    escalated_to: tuple[str, ...] = ()
    """Units that the overdue notice went to."""
    handed_up_for: date | None = None
    """The day it was due by when it was last handed up; None if that was never needed."""
    followed_up: tuple[int, ...] = ()
    """Days after the verification."""

    @property
    def subject(self) -> UUID:
        """The key of the household seals what is written about an error; its own where none is on record."""
        return self.sealed_for or self.id

    @property
    def objection_open(self) -> bool:
        """Tell whether an objection to the notice waits for its decision; recovery waits for it, too."""
        return self.stage is Stage.OBJECTED_TO

    @property
    def is_put_right_in_the_case(self) -> bool:
        """Tell whether the catalogue asks for a correction of the case, and there is one."""
        return self.case is not None and self.classification is not None and self.classification.corrects_case

    @property
    def is_corrected(self) -> bool:
        """Tell whether what was wrong is put right and another person found it so."""
        return self.stage is Stage.VERIFIED

    def check_difference(self) -> None:
        """Refuse while the notice asks for money to be put right that nobody has reckoned."""

    def check_settled(self) -> None:
        """Refuse while money is to be paid back, decided on or received.

        An error that nothing was found for has no money to settle.
        """
