"""The organ's intake: an application is accepted, or not with an explanation, or supplemented first."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.tolerance.applying import Applying
from domain.tolerance.clocks import ACCEPT, ASSIGN, SUPPLEMENT
from domain.tolerance.duties import RECEIVED
from domain.tolerance.procedure import check_words
from domain.tolerance.rules import Terms
from domain.tolerance.state import ErrorFacts, State


class Accepting(Applying):
    """The part of a review that the organ receives."""

    class SupplementRequested(Event):
        """Something was found missing, and who applied was asked for it."""

        TOPIC = "tolerance.supplement_requested"

        text: Personal
        due_on: date

        def apply(self, review: "Accepting") -> None:
            review.waits_for(self, State.SUPPLEMENT, SUPPLEMENT, self.due_on)
            review.remember(self)

    class Supplemented(Event):
        """What was missing was added to the application."""

        TOPIC = "tolerance.supplemented"

        text: Personal
        evidence: tuple[UUID, ...]
        due_on: date

        def apply(self, review: "Accepting") -> None:
            review.waits_for(self, State.SUBMITTED, ACCEPT, self.due_on)
            review.remember(self)

    class Accepted(Event):
        """The organ accepted the application."""

        TOPIC = "tolerance.accepted"

        due_on: date

        def apply(self, review: "Accepting") -> None:
            review.waits_for(self, State.ACCEPTED, ASSIGN, self.due_on)
            review.remember(self)

    class AcceptanceRefused(Event):
        """The organ did not accept the application, and explained why."""

        TOPIC = "tolerance.acceptance_refused"

        text: Personal

        def apply(self, review: "Accepting") -> None:
            review.waits_for(self, State.NOT_ACCEPTED)
            review.remember(self)

    def request_supplement(self, text: str, terms: Terms, act: Act) -> None:
        """Ask for what is missing. Raises what `check_intake` raises, OtherRules, WordsMissing."""
        self.check_intake(act)
        self.check_terms(terms)
        check_words(text)
        self.trigger(self.SupplementRequested, act, text=text, due_on=terms.due(SUPPLEMENT, act.on))

    def supplement(self, text: str, terms: Terms, act: Act, *, evidence: tuple[UUID, ...] = ()) -> None:
        """Add what was missing; late is better than not at all.

        Raises what `check_supplement` raises, OtherRules, WordsMissing.
        """
        self.check_supplement(act)
        self.check_terms(terms)
        check_words(text)
        self.trigger(self.Supplemented, act, text=text, evidence=evidence, due_on=terms.due(ACCEPT, act.on))

    def accept(self, error: ErrorFacts, terms: Terms, act: Act) -> None:
        """Accept what was submitted in time, whatever was decided on accountability since.

        Raises what `check_intake` raises, OtherRules, ErrorNotClassified, AccountabilityDecided,
        WindowClosed.
        """
        self.check_intake(act)
        self.check_terms(terms)
        since = self.submitted_on or act.on
        late = error.decided_on is not None and error.decided_on < since
        self.check_window(error if late else replace(error, decided_on=None), terms, since)
        self.trigger(self.Accepted, act, due_on=terms.due(ASSIGN, act.on))

    def refuse_acceptance(self, text: str, act: Act) -> None:
        """Do not accept it, and explain why. Raises what `check_intake` raises, WordsMissing."""
        self.check_intake(act)
        check_words(text)
        self.trigger(self.AcceptanceRefused, act, text=text)

    def check_intake(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(State.SUBMITTED)
        self.check_part(RECEIVED, act)

    def check_supplement(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, OnlyForThemselves."""
        self.check_state(State.SUPPLEMENT)
        self.check_applicant(act)
