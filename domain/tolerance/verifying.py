"""Two officials or more look into it: named, replaced when one has to keep away, in time."""

from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.tolerance.accepting import Accepting
from domain.tolerance.clocks import EXTEND, VERIFY
from domain.tolerance.duties import ASSIGNED, LEFT, REPLACED, VERIFIED
from domain.tolerance.outcomes import GROUNDS
from domain.tolerance.procedure import Named, check_code, check_words
from domain.tolerance.process_refusals import ExtendedAlready, NotAVerifier, TooFewVerifiers
from domain.tolerance.rules import Terms
from domain.tolerance.state import State


class Verifying(Accepting):
    """The part of a review whose verifiers are named."""

    class VerifiersAssigned(Event):
        """Officials were assigned to verify together what the application says."""

        TOPIC = "tolerance.verifiers_assigned"

        verifiers: tuple[UUID, ...]
        due_on: date

        def apply(self, review: "Verifying") -> None:
            review.verifiers = self.verifiers
            review.waits_for(self, State.VERIFYING, VERIFY, self.due_on)
            for verifier in self.verifiers:
                review.remember(self, verifier)

    class VerifierRecused(Event):
        """A verifier keeps away from the review."""

        TOPIC = "tolerance.verifier_recused"

        verifier: UUID
        ground: str
        """One of GROUNDS."""
        text: Personal

        def apply(self, review: "Verifying") -> None:
            review.leave(self.verifier)
            review.recused = (*review.recused, self.verifier)
            review.remember(self, self.verifier)

    class VerifierReplaced(Event):
        """Another official was assigned in the place of a verifier."""

        TOPIC = "tolerance.verifier_replaced"

        verifier: UUID
        by_whom: UUID

        def apply(self, review: "Verifying") -> None:
            review.leave(self.verifier)
            review.verifiers = (*review.verifiers, self.by_whom)
            review.remember(self, self.by_whom)

    class VerificationExtended(Event):
        """The verifiers were given more time, once."""

        TOPIC = "tolerance.verification_extended"

        due_on: date

        def apply(self, review: "Verifying") -> None:
            review.extended, review.step, review.due_on = self.itself, EXTEND, self.due_on

    def leave(self, verifier: UUID) -> None:
        """Assign that somebody verifies no more; a report that they wrote goes with them."""
        self.verifiers = tuple(each for each in self.verifiers if each != verifier)
        self.signed_by = tuple(each for each in self.signed_by if each != verifier)
        if self.reported_by == verifier:
            self.reported_by, self.hits, self.signed_by = None, (), ()

    def assign_verifiers(self, named: Named, terms: Terms, act: Act) -> None:
        """Assign two verifiers or more, as many as the rules ask for.

        Raises what `check_assigning` raises, OtherRules, TooFewVerifiers, NotOfTheOrgan, MustKeepAway,
        CannotBeNamed.
        """
        self.check_assigning(act)
        self.check_terms(terms)
        if len(named.persons) < terms.edition.verifiers:
            raise TooFewVerifiers(needed=terms.edition.verifiers, given=len(named.persons))
        self.check_called(VERIFIED, named)
        due_on = terms.due(VERIFY, act.on)
        self.trigger(self.VerifiersAssigned, act, verifiers=named.persons, due_on=due_on)

    def recuse_verifier(self, verifier: UUID, ground: str, text: str, act: Act) -> None:
        """Say that a verifier keeps away: they themselves, or who leads the procedure.

        Raises what `check_recusal` raises, NotAVerifier, UnknownCode, WordsMissing.
        """
        self.check_recusal(act)
        if verifier not in self.verifiers:
            raise NotAVerifier(number=self.number).resting_on(self.last(ASSIGNED, REPLACED, LEFT))
        check_code(ground, GROUNDS)
        check_words(text)
        self.trigger(self.VerifierRecused, act, verifier=verifier, ground=ground, text=text)

    def replace_verifier(self, verifier: UUID, named: Named, terms: Terms, act: Act) -> None:
        """Assign another in the place of one who keeps away or cannot go on.

        Raises what `check_replacing` raises, OtherRules, NotAVerifier, NamedTwice, NotOfTheOrgan,
        MustKeepAway, CannotBeNamed.
        """
        self.check_replacing(act)
        self.check_terms(terms)
        if verifier not in {*self.verifiers, *self.recused}:
            raise NotAVerifier(number=self.number).resting_on(self.last(ASSIGNED, REPLACED, LEFT))
        self.check_called(VERIFIED, named, beside=self.verifiers)
        (by_whom,) = named.persons
        self.trigger(self.VerifierReplaced, act, verifier=verifier, by_whom=by_whom)

    def extend_verification(self, terms: Terms, act: Act) -> None:
        """Give the verifiers more time, once. Raises what `check_extension` raises, OtherRules."""
        self.check_extension(act)
        self.check_terms(terms)
        self.trigger(self.VerificationExtended, act, due_on=terms.due(EXTEND, self.due_on or act.on))

    def check_assigning(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.ACCEPTED)

    def check_recusal(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.VERIFYING)

    def check_replacing(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.VERIFYING)

    def check_extension(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, ExtendedAlready."""
        self.check_led(act, State.VERIFYING)
        if self.extended:
            raise ExtendedAlready(due_on=self.due_on).resting_on(self.extended)
