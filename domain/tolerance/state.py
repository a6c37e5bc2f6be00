"""What a review of tolerance knows of itself."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from domain.kernel import Event
from domain.parts import Remembering
from domain.refusal import Reference


class State(StrEnum):
    """Where a review stands."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    SUPPLEMENT = "supplement"
    NOT_ACCEPTED = "not accepted"
    ACCEPTED = "accepted"
    VERIFYING = "verifying"
    VERIFIED = "verified"
    DELIBERATING = "deliberating"
    PROPOSED = "proposed"
    DETERMINED = "determined"
    NOTIFIED = "notified"
    UNDER_REVIEW = "under review"
    REVIEWED = "reviewed"
    FINAL = "final"
    FILED = "filed"
    CLOSED = "closed"
    WITHDRAWN = "withdrawn"
    SUSPENDED = "suspended"
    REVOKED = "revoked"


STATES = {
    State.DRAFT: "Draft",
    State.SUBMITTED: "Submitted",
    State.SUPPLEMENT: "Waits for a supplement",
    State.NOT_ACCEPTED: "Not accepted",
    State.ACCEPTED: "Accepted",
    State.VERIFYING: "Being verified",
    State.VERIFIED: "Verification completed",
    State.DELIBERATING: "Being deliberated",
    State.PROPOSED: "Outcome proposed",
    State.DETERMINED: "Determined",
    State.NOTIFIED: "Notified",
    State.UNDER_REVIEW: "Under review",
    State.REVIEWED: "Decided on review",
    State.FINAL: "Final",
    State.FILED: "Filed",
    State.CLOSED: "Closed",
    State.WITHDRAWN: "Application withdrawn",
    State.SUSPENDED: "Suspended",
    State.REVOKED: "Determination revoked",
}
"""Titles by state; messages to translate."""

AFTER_FINAL = (State.FINAL, State.FILED, State.CLOSED)
OVER = (*AFTER_FINAL, State.NOT_ACCEPTED, State.WITHDRAWN, State.REVOKED)
"""States in which nothing waits for anybody any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorFacts:
    """What the history of the error says that a step of the review asks for."""

    classified: bool = False
    correction: str = ""
    """How far it has come: `completed` and `verified` are done, empty if nobody asked for one."""
    plan_accepted: bool = False
    noticed_on: date | None = None
    """The day the first of the officials concerned was given notice of accountability."""
    decided_on: date | None = None
    """The day accountability of one of them was decided on."""
    open_review: str = ""
    """Number of another review of the same error that is not over."""
    determined_in: str = ""
    """Number of another review of the same error that was determined."""
    latest: Reference | None = None
    """The last act on the error: how far it has come."""
    noticed: Reference | None = None
    """That notice of accountability was given."""
    decided: Reference | None = None
    """That accountability was decided on."""
    opened: Reference | None = None
    """That the other review that is not over was begun."""
    determined: Reference | None = None
    """That it was determined in the other review."""

    @property
    def is_corrected(self) -> bool:
        """Tell whether the correction is completed or has an accepted plan."""
        return self.plan_accepted or self.correction in {"completed", "verified"}


@dataclass(frozen=True, slots=True)
class Fact:
    """What the record says about a factor; never a rating."""

    code: str
    value: str
    position: int = 0
    """Of the event that says so; 0 if it is more than one."""


@dataclass(frozen=True, slots=True)
class Vote:
    """What a member of the panel voted for, last."""

    voter: UUID
    outcome: str


class ReviewState(Remembering):
    """The part of a review that all its events assign to."""

    number: str = ""
    error: UUID | None = None
    error_number: str = ""
    case: UUID | None = None
    case_number: str = ""
    household: UUID | None = None
    area: str = ""
    rules: str = ""
    """Reference of the rules that it goes by."""
    applicant: str = ""
    applied_by: UUID | None = None
    officials: tuple[UUID, ...] = ()
    """Concerned: those whose error it is said to be."""
    sealed_for: UUID | None = None
    state: State = State.DRAFT
    moved: Reference | None = None
    """The event that brought it to where it stands."""
    state_before: State = State.DRAFT
    """Of a suspension: where it stood."""
    suspended_on: date | None = None
    step: str = ""
    """Of STEPS: what is to be done by `due_on`."""
    due_on: date | None = None
    answers: tuple[tuple[str, str], ...] = ()
    """Factor and rating, as who applied answered."""
    situations: tuple[str, ...] = ()
    submitted_on: date | None = None
    verifiers: tuple[UUID, ...] = ()
    """Those who verify now."""
    recused: tuple[UUID, ...] = ()
    extended: Reference | None = None
    reported_by: UUID | None = None
    hits: tuple[str, ...] = ()
    """Codes of the negative list that the verifiers found to be hit."""
    signed_by: tuple[UUID, ...] = ()
    statement_due_on: date | None = None
    offered_on: date | None = None
    offered: Reference | None = None
    answered: tuple[tuple[UUID, Reference], ...] = ()
    """Officials who made a statement or declined to, each by which event first."""
    worst: str = ""
    """What was proposed before the first statement: nothing worse is determined."""
    stated: Reference | None = None
    """The first statement that was made."""
    panel: tuple[UUID, ...] = ()
    held_on: date | None = None
    """The day that the panel is called together for."""
    votes: tuple[Vote, ...] = ()
    has_minutes: bool = False
    proposed: str = ""
    outcome: str = ""
    level: int = 0
    """Of the last review that was requested."""
    requested: tuple[tuple[date, Reference], ...] = ()
    """The days on which reviews were requested, and by which event, by level."""
    reviewers: tuple[UUID, ...] = ()
    effects: tuple[str, ...] = ()
    is_cleared: bool = False

    @property
    def subject(self) -> UUID:
        """The key of the first official concerned seals what is written about the error."""
        return self.sealed_for or self.id

    @property
    def answered_by(self) -> tuple[UUID, ...]:
        """Officials who made a statement or declined to."""
        return tuple(official for official, _ in self.answered)

    def waits_for(self, event: Event, state: State, step: str = "", due_on: date | None = None) -> None:
        """Assign where the review stands by an event, and what is to be done by when."""
        self.moved, self.state, self.step, self.due_on = event.itself, state, step, due_on

    def last(self, *topics: str) -> Reference | None:
        """Return the last of these acts; where the review stands, if there was none."""
        found = (done.event for done in reversed(self.done) if done.topic in topics)
        return next(found, self.moved)
