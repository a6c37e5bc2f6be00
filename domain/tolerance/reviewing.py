"""A determination is reviewed (复核): by other people, once at each level, and never for the worse."""

from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.refusal import Message, Reference
from domain.tolerance.clocks import (
    DECIDE_REVIEW,
    DECIDE_SECOND_REVIEW,
    REQUEST_SECOND_REVIEW,
)
from domain.tolerance.determining import Determining
from domain.tolerance.duties import DETERMINATION, DRAFTED, REVIEWED, REVIEWED_AGAIN
from domain.tolerance.outcome_refusals import (
    Aggravated,
    LevelSkipped,
    NotAReviewer,
    ResultDoesNotFit,
    ReviewedAlready,
    ReviewTooLate,
    TooFewReviewers,
)
from domain.tolerance.outcomes import OUTCOMES, RESULTS, UPHELD, is_worse
from domain.tolerance.procedure import Named, check_code, check_words
from domain.tolerance.refusals import NotConcerned
from domain.tolerance.rules import Terms
from domain.tolerance.state import ErrorFacts, State

FIRST, NEXT = 1, 2
LEVELS = {FIRST: REVIEWED, NEXT: REVIEWED_AGAIN}
"""The part that reviewing at each level is."""
DECIDE = {FIRST: DECIDE_REVIEW, NEXT: DECIDE_SECOND_REVIEW}
ASSIGNED = {FIRST: "tolerance.reviewers_assigned", NEXT: "tolerance.next_reviewers_assigned"}
DECIDED = {FIRST: "tolerance.review_decided", NEXT: "tolerance.next_review_decided"}


class Reviewing(Determining):
    """The part of a review whose determination is looked at again."""

    class ReviewRequested(Event):
        """A review of the determination was requested."""

        TOPIC = "tolerance.review_requested"

        level: int
        text: Personal
        due_on: date

        def apply(self, review: "Reviewing") -> None:
            review.level, review.reviewers = self.level, ()
            review.requested = (*review.requested, (self.on, self.itself))
            review.waits_for(self, State.UNDER_REVIEW, DECIDE[self.level], self.due_on)

    class ReviewersAssigned(Event):
        """Officials who had no part in it were assigned to review the determination."""

        TOPIC = "tolerance.reviewers_assigned"

        level: int
        reviewers: tuple[UUID, ...]

        def apply(self, review: "Reviewing") -> None:
            review.reviewers = self.reviewers
            for reviewer in self.reviewers:
                review.remember(self, reviewer, ASSIGNED[self.level])

    class ReviewDecided(Event):
        """The review of the determination was decided."""

        TOPIC = "tolerance.review_decided"

        level: int
        result: str
        """One of RESULTS."""
        outcome: str
        """What holds now, one of OUTCOMES."""
        conditions: tuple[str, ...]
        text: Personal
        due_on: date | None
        """Until when the next level may be asked; None after the last."""

        def apply(self, review: "Reviewing") -> None:
            review.outcome = self.outcome
            review.waits_for(self, State.REVIEWED, REQUEST_SECOND_REVIEW if self.due_on else "", self.due_on)
            review.remember(self, topic=DECIDED[self.level])

    def request_review(self, level: int, text: str, terms: Terms, act: Act) -> None:
        """Ask for the determination to be looked at again, within the time for it.

        Raises what `check_request` raises, LevelSkipped, ReviewedAlready, OtherRules, WordsMissing.
        """
        self._check_asking(act)
        if 0 < level <= self.level:
            raise self._reviewed_already(level)
        self.check_request(act)
        if level != self.level + 1:
            raise LevelSkipped(level=level, first=self.level + 1).resting_on(self.moved)
        self.check_terms(terms)
        check_words(text)
        due_on = terms.due(DECIDE[level], act.on)
        self.trigger(self.ReviewRequested, act, level=level, text=text, due_on=due_on)

    def assign_reviewers(self, named: Named, act: Act) -> None:
        """Assign who reviews; again, if they cannot go on.

        Raises what `check_assigning_reviewers` raises, TooFewReviewers, NotOfTheOrgan,
        MustKeepAway, CannotBeNamed.
        """
        self.check_assigning_reviewers(act)
        if not named.persons:
            raise TooFewReviewers
        self.check_called(LEVELS[self.level], named)
        self.trigger(self.ReviewersAssigned, act, level=self.level, reviewers=named.persons)

    def decide_review(
        self,
        result: str,
        outcome: str,
        text: str,
        error: ErrorFacts,
        terms: Terms,
        act: Act,
        *,
        conditions: tuple[str, ...] = (),
    ) -> None:
        """Decide the review: the determination is upheld, changed, or revoked and replaced.

        Raises what `check_deciding_review` raises, OtherRules, UnknownCode, Aggravated,
        ResultDoesNotFit, NegativeHit, ConditionsMissing, NotCorrected, WordsMissing.
        """
        self.check_deciding_review(act)
        self.check_terms(terms)
        check_code(result, RESULTS)
        check_code(outcome, OUTCOMES)
        self._check_result(result, outcome)
        if result != UPHELD:
            self.check_negatives(outcome)
            self.check_tolerated(outcome, conditions, error)
        check_words(text)
        due_on = terms.due(REQUEST_SECOND_REVIEW, act.on) if self.level < NEXT else None
        self.trigger(
            self.ReviewDecided,
            act,
            level=self.level,
            result=result,
            outcome=outcome,
            conditions=conditions,
            text=text,
            due_on=due_on,
        )

    def check_request(self, act: Act) -> None:
        """Raises NotNow, NotConcerned, ReviewedAlready, ReviewTooLate."""
        self._check_asking(act)
        if self.state is State.UNDER_REVIEW or self.level >= NEXT:
            raise self._reviewed_already(self.level)
        if self.due_on is not None and act.on > self.due_on:
            raise ReviewTooLate(due_on=self.due_on).resting_on(self.moved)

    def check_assigning_reviewers(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.UNDER_REVIEW)

    def check_deciding_review(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotAReviewer."""
        self.check_state(State.UNDER_REVIEW)
        self.check_part(LEVELS[self.level], act)
        if act.by not in self.reviewers:
            raise NotAReviewer(number=self.number).resting_on(self.last(ASSIGNED[self.level]))

    def _check_asking(self, act: Act) -> None:
        """Raises NotNow, NotConcerned."""
        self.check_state(State.NOTIFIED, State.UNDER_REVIEW, State.REVIEWED)
        if act.by not in {*self.officials, self.applied_by}:
            raise NotConcerned(number=self.number).resting_on(self.last(DRAFTED))

    def _check_result(self, result: str, outcome: str) -> None:
        """Raises Aggravated, ResultDoesNotFit."""
        facts = {"outcome": Message(OUTCOMES[outcome]), "determined": Message(OUTCOMES[self.outcome])}
        if is_worse(outcome, self.outcome):
            raise Aggravated(on=self.determined_on(), **facts).resting_on(self.determination())
        if (result == UPHELD) != (outcome == self.outcome):
            unfit = ResultDoesNotFit(result=Message(RESULTS[result]), **facts)
            raise unfit.resting_on(self.determination())

    def _reviewed_already(self, level: int) -> ReviewedAlready:
        on, event = self.requested[level - 1]
        return ReviewedAlready(level=level, on=on).resting_on(event)

    def determination(self) -> Reference | None:
        """Return the event by which the determination holds."""
        return self.last(DETERMINATION, *DECIDED.values())

    def determined_on(self) -> date:
        """Return the day of the determination that holds."""
        decisions = {DETERMINATION, *DECIDED.values()}
        return max(done.on for done in self.done if done.topic in decisions)
