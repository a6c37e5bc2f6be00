"""The officials concerned are offered to be heard before anything is determined.

A statement is never to their disadvantage (公职人员政务处分法 43). What that means here can be told from
the record: once the first statement was made, nothing worse is proposed or determined than what had been
proposed until then; and the negative list is answered and signed before a statement is offered, so that
no statement can add a hit to it.
"""

from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.refusal import Message, Reference
from domain.tolerance.clocks import STATE
from domain.tolerance.outcome_refusals import WorseThanProposed
from domain.tolerance.outcomes import OUTCOMES, is_worse
from domain.tolerance.procedure import check_words
from domain.tolerance.process_refusals import (
    AnsweredAlready,
    OfferedAlready,
    StatementAwaited,
    StatementNotOffered,
)
from domain.tolerance.reporting import Reporting
from domain.tolerance.rules import Terms
from domain.tolerance.state import State

BEFORE_DETERMINATION = (State.VERIFIED, State.DELIBERATING, State.PROPOSED)
"""States in which the findings are known, and nothing is determined."""


class Hearing(Reporting):
    """The part of a review in which the officials concerned are heard."""

    class StatementOffered(Event):
        """The officials concerned were told of the findings and offered to make a statement."""

        TOPIC = "tolerance.statement_offered"

        due_on: date

        def apply(self, review: "Hearing") -> None:
            review.offered_on, review.statement_due_on = self.on, self.due_on
            review.offered = self.itself

    class StatementRecorded(Event):
        """An official concerned made a statement."""

        TOPIC = "tolerance.statement_recorded"

        text: Personal
        evidence: tuple[UUID, ...]

        def apply(self, review: "Hearing") -> None:
            if not review.stated:
                review.stated, review.worst = self.itself, review.proposed
            review.answer(self.by, self.itself)

    class StatementDeclined(Event):
        """An official concerned declined to make a statement."""

        TOPIC = "tolerance.statement_declined"

        def apply(self, review: "Hearing") -> None:
            review.answer(self.by, self.itself)

    def answer(self, official: UUID, event: Reference) -> None:
        """Assign that an official answered the offer; when all have, its clock stops."""
        if official not in self.answered_by:
            self.answered = (*self.answered, (official, event))
        if set(self.answered_by).issuperset(self.officials):
            self.statement_due_on = None

    def offer_statement(self, terms: Terms, act: Act) -> None:
        """Tell the officials concerned of the findings and offer to hear them.

        Raises what `check_offer` raises, OtherRules.
        """
        self.check_offer(act)
        self.check_terms(terms)
        self.trigger(self.StatementOffered, act, due_on=terms.due(STATE, act.on))

    def make_statement(self, text: str, act: Act, *, evidence: tuple[UUID, ...] = ()) -> None:
        """Say something to the findings; more than once, until it is determined.

        Raises what `check_statement` raises, WordsMissing.
        """
        self.check_statement(act)
        check_words(text)
        self.trigger(self.StatementRecorded, act, text=text, evidence=evidence)

    def decline_statement(self, act: Act) -> None:
        """Say nothing to the findings. Raises what `check_declining` raises."""
        self.check_declining(act)
        self.trigger(self.StatementDeclined, act)

    def check_offer(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, OfferedAlready."""
        self.check_led(act, *BEFORE_DETERMINATION)
        if self.offered_on is not None:
            already = OfferedAlready(
                offered_on=self.offered_on, due_on=self.statement_due_on or self.offered_on
            )
            raise already.resting_on(self.offered)

    def check_statement(self, act: Act) -> None:
        """Raises NotNow, NotConcerned, StatementNotOffered."""
        self.check_state(*BEFORE_DETERMINATION)
        self.check_concerned(act)
        if self.offered_on is None:
            raise StatementNotOffered().resting_on(self.moved)

    def check_declining(self, act: Act) -> None:
        """Raises NotNow, NotConcerned, StatementNotOffered, AnsweredAlready."""
        self.check_statement(act)
        for official, event in self.answered:
            if official == act.by:
                raise AnsweredAlready().resting_on(event)

    def check_heard(self, on: date) -> None:
        """Refuse to determine about who was not heard. Raises StatementNotOffered, StatementAwaited."""
        if self.offered_on is None:
            raise StatementNotOffered().resting_on(self.moved)
        if self.statement_due_on is not None and on <= self.statement_due_on:
            awaited = StatementAwaited(offered_on=self.offered_on, due_on=self.statement_due_on)
            raise awaited.resting_on(self.offered)

    def check_not_worse(self, outcome: str) -> None:
        """Raises WorseThanProposed."""
        if self.worst and is_worse(outcome, self.worst):
            raise WorseThanProposed(
                proposed=Message(OUTCOMES[self.worst]), outcome=Message(OUTCOMES[outcome])
            ).resting_on(self.stated)
