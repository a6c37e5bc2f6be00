"""How a review ends: final, filed, the name cleared and closed; withdrawn; suspended; revoked."""

from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.refusal import Message
from domain.tolerance.clocks import FILE
from domain.tolerance.duties import REVISED
from domain.tolerance.outcome_refusals import (
    EffectDoesNotFit,
    NotToBeCleared,
    RevokedAlone,
    WindowRunning,
)
from domain.tolerance.outcomes import EFFECTS, ELSEWHERE, LADDER, OUTCOMES, TOLERATED
from domain.tolerance.procedure import Named, check_code, check_words
from domain.tolerance.process_refusals import NotHeard
from domain.tolerance.reviewing import Reviewing
from domain.tolerance.rules import Terms
from domain.tolerance.state import AFTER_FINAL, State


class Ending(Reviewing):
    """The part of a review that ends."""

    class BecameFinal(Event):
        """The determination became final: nobody can ask for a review any more."""

        TOPIC = "tolerance.became_final"

        due_on: date

        def apply(self, review: "Ending") -> None:
            review.waits_for(self, State.FINAL, FILE, self.due_on)

    class Filed(Event):
        """The determination was filed with those who have to know of it."""

        TOPIC = "tolerance.filed"

        with_whom: str

        def apply(self, review: "Ending") -> None:
            review.waits_for(self, State.FILED)

    class EffectsRecorded(Event):
        """It was recorded what follows from the determination, and what does not."""

        TOPIC = "tolerance.effects_recorded"

        effects: tuple[str, ...]
        """Codes of EFFECTS."""
        reference: str
        """Of what is decided elsewhere; empty if nothing is."""

        def apply(self, review: "Ending") -> None:
            review.effects = self.effects

    class NameCleared(Event):
        """It was made known that nothing is held against the officials."""

        TOPIC = "tolerance.name_cleared"

        scope: str
        """Where it was made known."""
        text: Personal

        def apply(self, review: "Ending") -> None:
            review.is_cleared = True

    class Closed(Event):
        """The review was closed: nothing is left to do."""

        TOPIC = "tolerance.closed"

        def apply(self, review: "Ending") -> None:
            review.waits_for(self, State.CLOSED)

    class Revoked(Event):
        """The determination was revoked, as it had been obtained by concealment or forgery."""

        TOPIC = "tolerance.revoked"

        new_fact: Personal
        together: tuple[UUID, ...]
        """All who decided it, whoever recorded it among them."""
        heard_on: date
        """The day on which the officials concerned were heard about the new fact."""

        def apply(self, review: "Ending") -> None:
            review.outcome = ""
            review.waits_for(self, State.REVOKED)
            for official in self.together:
                review.remember(self, official)

    def become_final(self, terms: Terms, act: Act) -> None:
        """Say that the determination is final. Raises what `check_finality` raises, OtherRules."""
        self.check_finality(act)
        self.check_terms(terms)
        self.trigger(self.BecameFinal, act, due_on=terms.due(FILE, act.on))

    def file(self, with_whom: str, act: Act) -> None:
        """File the determination. Raises what `check_filing` raises, WordsMissing."""
        self.check_filing(act)
        check_words(with_whom)
        self.trigger(self.Filed, act, with_whom=with_whom)

    def record_effects(self, effects: tuple[str, ...], act: Act, *, reference: str = "") -> None:
        """Record what follows. `reference`: of what is decided elsewhere.

        Raises what `check_effects` raises, UnknownCode, EffectDoesNotFit, WordsMissing.
        """
        self.check_effects(act)
        for code in effects:
            check_code(code, EFFECTS)
            if (code == ELSEWHERE) == (self.outcome in TOLERATED):
                unfit = EffectDoesNotFit(
                    effect=Message(EFFECTS[code]), outcome=Message(OUTCOMES[self.outcome])
                )
                raise unfit.resting_on(self.determination())
        if not effects or ELSEWHERE in effects:
            check_words(reference)
        self.trigger(self.EffectsRecorded, act, effects=effects, reference=reference)

    def clear_name(self, scope: str, text: str, act: Act) -> None:
        """Make known that nothing is held against them. Raises what `check_clearing` raises, WordsMissing."""
        self.check_clearing(act)
        check_words(scope)
        check_words(text)
        self.trigger(self.NameCleared, act, scope=scope, text=text)

    def close(self, act: Act) -> None:
        """Close the review. Raises what `check_closing` raises."""
        self.check_closing(act)
        self.trigger(self.Closed, act)

    def revoke(self, new_fact: str, named: Named, terms: Terms, act: Act, *, heard_on: date) -> None:
        """Revoke what was obtained by concealment, together with those named: as many as verify together.

        Raises what `check_revocation` raises, OtherRules, WordsMissing, RevokedAlone, NamedTwice,
        NotOfTheOrgan, MustKeepAway, CannotBeNamed, NotHeard.
        """
        self.check_revocation(act)
        self.check_terms(terms)
        check_words(new_fact)
        together = (act.by, *named.persons)
        if len(together) < terms.edition.verifiers:
            raise RevokedAlone(needed=terms.edition.verifiers)
        self.check_called(REVISED, named, beside=(act.by,))
        if heard_on > act.on:
            raise NotHeard
        self.trigger(self.Revoked, act, new_fact=new_fact, together=together, heard_on=heard_on)

    def check_finality(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, WindowRunning."""
        self.check_led(act, State.NOTIFIED, State.REVIEWED)
        if self.due_on is not None and act.on <= self.due_on:
            raise WindowRunning(due_on=self.due_on).resting_on(self.moved)

    def check_filing(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.FINAL)

    def check_effects(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.FINAL, State.FILED)

    def check_clearing(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotToBeCleared."""
        self.check_led(act, State.FILED)
        if self.outcome not in TOLERATED:
            allowed = tuple(Message(OUTCOMES[each]) for each in LADDER if each in TOLERATED)
            refusal = NotToBeCleared(outcome=Message(OUTCOMES[self.outcome]), outcomes=allowed)
            raise refusal.resting_on(self.determination())

    def check_closing(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.FILED)

    def check_revocation(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_state(*AFTER_FINAL)
        self.check_part(REVISED, act)
