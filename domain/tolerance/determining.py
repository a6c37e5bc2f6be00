"""The organ determines together (认定), and tells the officials."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.refusal import Message
from domain.tolerance.clocks import NOTIFY, REQUEST_REVIEW
from domain.tolerance.deliberating import Deliberating
from domain.tolerance.duties import DETERMINED
from domain.tolerance.outcome_refusals import (
    ConditionsMissing,
    ContentsMissing,
    DeviationUnexplained,
    NotCorrected,
)
from domain.tolerance.outcomes import CONDITIONS, CONTENTS, OUTCOMES, TOLERATED
from domain.tolerance.procedure import check_code, check_words
from domain.tolerance.rules import Terms
from domain.tolerance.state import ErrorFacts, State


@dataclass(frozen=True, kw_only=True)
class Determination:
    """What the organ determines."""

    outcome: str
    """One of OUTCOMES."""
    text: str
    """Its reasons."""
    conditions: tuple[str, ...] = ()
    """Codes of the six conditions that the organ affirms."""
    situations: tuple[str, ...] = ()
    deviates: bool = False
    """Whether similar cases were determined otherwise."""
    deviation: str = ""
    """Why it deviates from them."""


class Determining(Deliberating):
    """The part of a review that is determined."""

    class Determined(Event):
        """The organ determined what becomes of the error: whether it is tolerated."""

        TOPIC = "tolerance.determined"

        outcome: str
        """One of OUTCOMES."""
        conditions: tuple[str, ...]
        """Codes of the six conditions that the organ affirmed."""
        situations: tuple[str, ...]
        """Codes of the tolerance list that it found to be like it."""
        voters: tuple[UUID, ...]
        text: Personal
        deviation: Personal
        """Why it deviates from what was determined in similar cases; empty if it does not."""
        due_on: date

        def apply(self, review: "Determining") -> None:
            review.outcome, review.situations = self.outcome, self.situations
            review.statement_due_on = None
            review.waits_for(self, State.DETERMINED, NOTIFY, self.due_on)
            review.remember(self)

    class Notified(Event):
        """The officials concerned were notified of the determination."""

        TOPIC = "tolerance.notified"

        contents: tuple[str, ...]
        """Codes of CONTENTS."""
        due_on: date

        def apply(self, review: "Determining") -> None:
            review.waits_for(self, State.NOTIFIED, REQUEST_REVIEW, self.due_on)

    def determine(self, found: Determination, error: ErrorFacts, terms: Terms, act: Act) -> None:
        """Determine the outcome.

        Raises what `check_determination` raises, OtherRules, UnknownCode, QuorumMissing, NoMajority,
        NegativeHit, WorseThanProposed, ConditionsMissing, NotCorrected, WordsMissing,
        DeviationUnexplained.
        """
        self.check_determination(act)
        self.check_outcome(found.outcome, terms)
        self.check_tolerated(found.outcome, found.conditions, error)
        for code in found.situations:
            check_code(code, terms.edition.by_situation)
        check_words(found.text)
        if found.deviates and not found.deviation.strip():
            raise DeviationUnexplained(outcome=Message(OUTCOMES[found.outcome]))
        self.trigger(
            self.Determined,
            act,
            outcome=found.outcome,
            conditions=found.conditions,
            situations=found.situations,
            voters=tuple(vote.voter for vote in self.votes),
            text=found.text,
            deviation=found.deviation,
            due_on=terms.due(NOTIFY, act.on),
        )

    def notify(self, contents: tuple[str, ...], terms: Terms, act: Act) -> None:
        """Notify the officials concerned, with all that a notification contains.

        Raises what `check_notification` raises, OtherRules, UnknownCode, ContentsMissing.
        """
        self.check_notification(act)
        self.check_terms(terms)
        for code in contents:
            check_code(code, CONTENTS)
        if missing := tuple(Message(title) for code, title in CONTENTS.items() if code not in contents):
            raise ContentsMissing(contents=missing)
        self.trigger(self.Notified, act, contents=contents, due_on=terms.due(REQUEST_REVIEW, act.on))

    def check_tolerated(self, outcome: str, conditions: tuple[str, ...], error: ErrorFacts) -> None:
        """Raises UnknownCode, ConditionsMissing, NotCorrected."""
        for code in conditions:
            check_code(code, CONDITIONS)
        if outcome not in TOLERATED:
            return
        title = Message(OUTCOMES[outcome])
        missing = tuple(Message(name) for code, name in CONDITIONS.items() if code not in conditions)
        if missing:
            raise ConditionsMissing(outcome=title, conditions=missing)
        if not error.is_corrected:
            raise NotCorrected(outcome=title, error=self.error_number).resting_on(error.latest)

    def check_determination(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotOnThePanel, StatementNotOffered, StatementAwaited."""
        self.check_state(State.PROPOSED)
        self.check_on_the_panel(DETERMINED, act)
        self.check_heard(act.on)

    def check_notification(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.DETERMINED)
