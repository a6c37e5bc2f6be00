"""An error is closed when nothing is left to put right, and opened again when something new is known."""

from domain.errors.axes import DIRECTIONS, MONEY
from domain.errors.checks import check_reason, check_words
from domain.errors.correction_refusals import CorrectionOpen, NotClassified, NotCorrected, NotVerified
from domain.errors.duties import CLOSED
from domain.errors.procedure import Procedure
from domain.errors.state import STAGES, STATES, Stage, State
from domain.kernel import Act, Event, Personal
from domain.refusal import Message

BEFORE = (State.REPORTED, State.UNDER_SUBSTANTIATION, State.SUBSTANTIATED)


class Closing(Procedure):
    """The part of an error that ends."""

    class Closed(Event):
        """The error was closed: nothing is left to put right."""

        TOPIC = "error.closed"

        def apply(self, error: "Closing") -> None:
            error.state = State.CLOSED
            error.remember(self)

    class Reopened(Event):
        """The error was opened again because something new is known."""

        TOPIC = "error.reopened"

        new_fact: Personal

        def apply(self, error: "Closing") -> None:
            error.state, error.stage, error.stage_before = State.REPORTED, None, None
            error.notice, error.dismissed_for, error.plan_accepted = None, "", False
            error.case_corrected, error.verified_on, error.followed_up = False, None, ()

    def close(self, act: Act) -> None:
        """Close the error when nothing is left to put right; without a correction only for a reason.

        Raises NotNow, NotClassified, NotCorrected, CorrectionOpen, NotVerified, what `check_settled`
        raises, NotForThisRole, HadAPart, ReasonMissing.
        """
        self.check_closing(act)
        if self.state is State.CLASSIFIED:
            check_reason(act)
        self.trigger(self.Closed, act)

    def reopen(self, new_fact: str, act: Act) -> None:
        """Open the error again, to be looked into anew. Raises NotNow, WordsMissing."""
        self.check_reopening()
        check_words(new_fact)
        self.trigger(self.Reopened, act, new_fact=new_fact)

    def check_closing(self, act: Act) -> None:
        """Raises what `close` raises, but ReasonMissing."""
        if self.state in BEFORE:
            raise NotClassified(number=self.number, state=Message(STATES[self.state]))
        self.check_state(State.CLASSIFIED, State.CORRECTING)
        if self.stage is None:
            self._check_nothing_to_correct()
        elif self.stage is Stage.COMPLETED:
            raise NotVerified(number=self.number)
        elif self.stage is not Stage.VERIFIED:
            raise CorrectionOpen(number=self.number, stage=Message(STAGES[self.stage]))
        self.check_settled()
        self.check_part(CLOSED, act)

    def check_reopening(self) -> None:
        """Raises NotNow."""
        self.check_state(State.CLOSED, State.DISMISSED)

    def _check_nothing_to_correct(self) -> None:
        found = self.classification
        if found and found.direction in MONEY:
            raise NotCorrected(number=self.number, direction=Message(DIRECTIONS[found.direction]))
