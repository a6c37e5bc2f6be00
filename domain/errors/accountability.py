"""What the organ does about the officials: notice that accountability is looked into, and its decision.

Neither says anything about the error: they are on its record because an application for tolerance has its
time between them.
"""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from domain.errors.accountability_refusals import (
    DecidedBeforeNoticed,
    DecisionOnRecord,
    NoticedLater,
    NoticeOnRecord,
    NotNoticed,
)
from domain.errors.checks import check_words
from domain.errors.duties import HELD
from domain.errors.procedure import Procedure
from domain.errors.state import State
from domain.kernel import Act, Event
from domain.refusal import Reference


@dataclass(frozen=True, slots=True)
class Held:
    """What the organ did about an official, for an error."""

    official: UUID
    noticed_on: date
    noticed: Reference
    decided_on: date | None = None
    decided: Reference | None = None


class Accountability(Procedure):
    """The part of an error that knows which officials the organ holds to account for it."""

    held: tuple[Held, ...] = ()

    class AccountabilityNoticed(Event):
        """An official was given notice that the organ looks into their accountability for the error."""

        TOPIC = "error.accountability_noticed"

        official: UUID
        noticed_on: date
        reference: str

        def apply(self, error: "Accountability") -> None:
            error.held = (*error.held, Held(self.official, self.noticed_on, self.itself))
            error.remember(self)

    class AccountabilityDecided(Event):
        """The organ decided on an official's accountability for the error."""

        TOPIC = "error.accountability_decided"

        official: UUID
        decided_on: date
        reference: str
        """Of the decision, which is kept elsewhere."""

        def apply(self, error: "Accountability") -> None:
            error.held = tuple(
                replace(each, decided_on=self.decided_on, decided=self.itself)
                if each.official == self.official
                else each
                for each in error.held
            )
            error.remember(self)

    def notice_accountability(self, official: UUID, reference: str, act: Act, *, noticed_on: date) -> None:
        """Record that an official was given notice.

        Raises NotNow, NotForThisRole, HadAPart, WordsMissing, NoticedLater, NoticeOnRecord.
        """
        self.check_accountability(act)
        check_words(reference)
        if noticed_on > act.on:
            raise NoticedLater(noticed_on=noticed_on, on=act.on)
        if any(each.official == official for each in self.held):
            raise NoticeOnRecord
        self.trigger(
            self.AccountabilityNoticed, act, official=official, noticed_on=noticed_on, reference=reference
        )

    def decide_accountability(self, official: UUID, reference: str, act: Act, *, decided_on: date) -> None:
        """Record that the organ decided on an official's accountability.

        Raises NotNow, NotForThisRole, HadAPart, WordsMissing, NoticedLater, NotNoticed, DecisionOnRecord,
        DecidedBeforeNoticed.
        """
        self.check_accountability(act)
        check_words(reference)
        if decided_on > act.on:
            raise NoticedLater(noticed_on=decided_on, on=act.on)
        noticed = next((each for each in self.held if each.official == official), None)
        if noticed is None:
            raise NotNoticed
        if noticed.decided_on is not None:
            raise DecisionOnRecord(decided_on=noticed.decided_on)
        if decided_on < noticed.noticed_on:
            raise DecidedBeforeNoticed(noticed_on=noticed.noticed_on, decided_on=decided_on)
        self.trigger(
            self.AccountabilityDecided, act, official=official, decided_on=decided_on, reference=reference
        )

    def check_accountability(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(*(state for state in State if state is not State.DISMISSED))
        self.check_part(HELD, act)
