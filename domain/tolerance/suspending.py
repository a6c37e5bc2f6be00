"""A review is withdrawn before it is determined, and stands still with its clocks while a case runs."""

from datetime import date

from domain.kernel import Act, Event, Personal
from domain.refusal import Message
from domain.tolerance.clocks import STATE
from domain.tolerance.duties import DRAFTED
from domain.tolerance.ending import Ending
from domain.tolerance.outcome_refusals import DeterminedAlready
from domain.tolerance.outcomes import OUTCOMES
from domain.tolerance.procedure import check_words
from domain.tolerance.refusals import NotConcerned
from domain.tolerance.rules import Terms
from domain.tolerance.state import OVER, State

UNTIL_FINAL = tuple(state for state in State if state not in OVER)
"""States in which it may still be suspended, and withdrawn unless a determination stands by then."""


class Suspending(Ending):
    """The part of a review that stops."""

    class Withdrawn(Event):
        """The application was withdrawn by who applied or is concerned."""

        TOPIC = "tolerance.withdrawn"

        text: Personal

        def apply(self, review: "Suspending") -> None:
            review.outcome, review.statement_due_on, review.suspended_on = "", None, None
            review.waits_for(self, State.WITHDRAWN)

    class SuspendedForCase(Event):
        """The review was suspended, with its clocks, while a criminal case runs."""

        TOPIC = "tolerance.suspended_for_case"

        text: Personal

        def apply(self, review: "Suspending") -> None:
            review.state_before, review.state = review.state, State.SUSPENDED
            review.suspended_on, review.moved = self.on, self.itself

    class Resumed(Event):
        """The review goes on, and its clocks with what was left of them."""

        TOPIC = "tolerance.resumed"

        due_on: date | None
        """For what is to be done next; None if there is no time for it."""
        statement_due_on: date | None
        """For a statement that was offered; None if none is awaited."""

        def apply(self, review: "Suspending") -> None:
            review.state, review.suspended_on = review.state_before, None
            review.moved = self.itself
            review.due_on, review.statement_due_on = self.due_on, self.statement_due_on

    def withdraw(self, text: str, act: Act) -> None:
        """Withdraw the application. Raises what `check_withdrawal` raises, WordsMissing."""
        self.check_withdrawal(act)
        check_words(text)
        self.trigger(self.Withdrawn, act, text=text)

    def suspend(self, text: str, act: Act) -> None:
        """Suspend the review while a criminal case runs.

        Raises what `check_suspension` raises, WordsMissing.
        """
        self.check_suspension(act)
        check_words(text)
        self.trigger(self.SuspendedForCase, act, text=text)

    def resume(self, terms: Terms, act: Act) -> None:
        """Go on with the review. Raises what `check_resumption` raises, OtherRules."""
        self.check_resumption(act)
        self.check_terms(terms)
        stopped_on = self.suspended_on or act.on
        self.trigger(
            self.Resumed,
            act,
            due_on=_again(self.step, self.due_on, stopped_on, terms, act.on),
            statement_due_on=_again(STATE, self.statement_due_on, stopped_on, terms, act.on),
        )

    def check_withdrawal(self, act: Act) -> None:
        """Raises NotNow, NotConcerned, DeterminedAlready."""
        self.check_state(*UNTIL_FINAL)
        if act.by not in {*self.officials, self.applied_by}:
            raise NotConcerned(number=self.number).resting_on(self.last(DRAFTED))
        if self.outcome:
            refusal = DeterminedAlready(outcome=Message(OUTCOMES[self.outcome]), on=self.determined_on())
            raise refusal.resting_on(self.determination())

    def check_suspension(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, *(state for state in UNTIL_FINAL if state is not State.SUSPENDED))

    def check_resumption(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.SUSPENDED)


def _again(step: str, due_on: date | None, stopped_on: date, terms: Terms, on: date) -> date | None:
    """Return the day that the clock of a step runs out now; None if it does not run."""
    if due_on is None:
        return None
    return terms.edition.clock(step).resumed(due_on, stopped_on, on, terms.working_days)
