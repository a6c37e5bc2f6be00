"""A panel deliberates (会商): with minutes, votes and a proposal."""

from datetime import date
from uuid import UUID

from domain.kernel import Act, Event, Personal
from domain.refusal import Message
from domain.tolerance.clocks import DETERMINE
from domain.tolerance.duties import FOUND, OPENED, PANEL_LEFT, SIGNED, TAKEN_BY, VERIFIED, VOTE, VOTED
from domain.tolerance.hearing import Hearing
from domain.tolerance.outcome_refusals import MinutesMissing, NegativeHit, NoMajority, QuorumMissing
from domain.tolerance.outcomes import GROUNDS, IF_HIT, LADDER, OUTCOMES
from domain.tolerance.procedure import Named, check_code, check_words
from domain.tolerance.process_refusals import NotHeldYet, NotOnThePanel, TooSmallAPanel
from domain.tolerance.rules import Terms
from domain.tolerance.state import State, Vote

IN_DELIBERATION = (State.DELIBERATING, State.PROPOSED)


class Deliberating(Hearing):
    """The part of a review that a panel deliberates on."""

    class DeliberationOpened(Event):
        """A panel was called together to deliberate on what was found."""

        TOPIC = "tolerance.deliberation_opened"

        panel: tuple[UUID, ...]
        held_on: date
        due_on: date

        def apply(self, review: "Deliberating") -> None:
            review.panel, review.held_on = self.panel, self.held_on
            review.waits_for(self, State.DELIBERATING, DETERMINE, self.due_on)
            for member in self.panel:
                review.remember(self, member)

    class VoterRecused(Event):
        """A member of the panel keeps away from the review."""

        TOPIC = "tolerance.voter_recused"

        member: UUID
        ground: str
        """One of GROUNDS."""
        text: Personal

        def apply(self, review: "Deliberating") -> None:
            review.panel = tuple(each for each in review.panel if each != self.member)
            review.votes = tuple(each for each in review.votes if each.voter != self.member)
            review.recused = (*review.recused, self.member)
            review.remember(self, self.member)

    class MinutesRecorded(Event):
        """The minutes of the deliberation were recorded."""

        TOPIC = "tolerance.minutes_recorded"

        text: Personal

        def apply(self, review: "Deliberating") -> None:
            review.has_minutes = True

    class VoteCast(Event):
        """A member of the panel voted for an outcome."""

        TOPIC = "tolerance.vote_cast"

        outcome: str

        def apply(self, review: "Deliberating") -> None:
            others = tuple(each for each in review.votes if each.voter != self.by)
            review.votes = (*others, Vote(self.by, self.outcome))
            review.remember(self)

    class Proposed(Event):
        """The panel proposed an outcome."""

        TOPIC = "tolerance.proposed"

        outcome: str

        def apply(self, review: "Deliberating") -> None:
            review.state, review.moved, review.proposed = State.PROPOSED, self.itself, self.outcome
            review.remember(self)

    def open_deliberation(self, named: Named, terms: Terms, act: Act, *, held_on: date) -> None:
        """Call a panel together, with a quorum at least.

        Raises what `check_opening` raises, OtherRules, TooSmallAPanel, NotOfTheOrgan, MustKeepAway,
        CannotBeNamed.
        """
        self.check_opening(act)
        self.check_terms(terms)
        if len(named.persons) < terms.edition.quorum:
            raise TooSmallAPanel(quorum=terms.edition.quorum, given=len(named.persons))
        self.check_called(VOTED, named)
        due_on = terms.due(DETERMINE, act.on)
        self.trigger(self.DeliberationOpened, act, panel=named.persons, held_on=held_on, due_on=due_on)

    def recuse_voter(self, member: UUID, ground: str, text: str, act: Act) -> None:
        """Say that a member of the panel keeps away; their vote goes with them.

        Raises what `check_recusal_of_voter` raises, NotOnThePanel, UnknownCode, WordsMissing.
        """
        self.check_recusal_of_voter(act)
        if member not in self.panel:
            raise NotOnThePanel(number=self.number).resting_on(self.last(OPENED, PANEL_LEFT))
        check_code(ground, GROUNDS)
        check_words(text)
        self.trigger(self.VoterRecused, act, member=member, ground=ground, text=text)

    def record_minutes(self, text: str, act: Act) -> None:
        """Write down what was deliberated; again, when more is.

        Raises what `check_minutes` raises, WordsMissing.
        """
        self.check_minutes(act)
        check_words(text)
        self.trigger(self.MinutesRecorded, act, text=text)

    def vote(self, outcome: str, act: Act) -> None:
        """Vote for an outcome; the last vote of each member counts.

        Raises what `check_vote` raises, UnknownCode, NegativeHit.
        """
        self.check_vote(act)
        check_code(outcome, OUTCOMES)
        self.check_negatives(outcome)
        self.trigger(self.VoteCast, act, outcome=outcome)

    def propose(self, outcome: str, terms: Terms, act: Act) -> None:
        """Propose what more than half of a quorum voted for; again, when they voted anew.

        Raises what `check_proposal` raises, OtherRules, UnknownCode, QuorumMissing, NoMajority,
        NegativeHit, WorseThanProposed.
        """
        self.check_proposal(act)
        self.check_outcome(outcome, terms)
        self.trigger(self.Proposed, act, outcome=outcome)

    def check_outcome(self, outcome: str, terms: Terms) -> None:
        """Raises OtherRules, UnknownCode, QuorumMissing, NoMajority, NegativeHit, WorseThanProposed."""
        self.check_terms(terms)
        check_code(outcome, OUTCOMES)
        if len(self.votes) < terms.edition.quorum:
            few = QuorumMissing(votes=len(self.votes), quorum=terms.edition.quorum)
            raise few.resting_on(self.last(VOTE, OPENED, PANEL_LEFT))
        for_it = sum(vote.outcome == outcome for vote in self.votes)
        if 2 * for_it <= len(self.votes):
            split = NoMajority(outcome=Message(OUTCOMES[outcome]), votes=for_it, all=len(self.votes))
            raise split.resting_on(self.last(VOTE, PANEL_LEFT))
        self.check_negatives(outcome)
        self.check_not_worse(outcome)

    def check_negatives(self, outcome: str) -> None:
        """Raises NegativeHit, which names the day the report was last signed."""
        if self.hits and outcome not in IF_HIT:
            signed_on = max(done.on for done in self.done if TAKEN_BY[done.topic][0] == VERIFIED)
            allowed = tuple(Message(OUTCOMES[each]) for each in LADDER if each in IF_HIT)
            hit = NegativeHit(on=signed_on, hits=self.hits, outcomes=allowed)
            raise hit.resting_on(self.last(FOUND, SIGNED))

    def check_opening(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, State.VERIFIED)

    def check_recusal_of_voter(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart."""
        self.check_led(act, *IN_DELIBERATION)

    def check_minutes(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotHeldYet."""
        self.check_led(act, *IN_DELIBERATION)
        self._check_held(act.on)

    def check_vote(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotOnThePanel, NotHeldYet."""
        self.check_state(*IN_DELIBERATION)
        self.check_on_the_panel(VOTED, act)
        self._check_held(act.on)

    def check_on_the_panel(self, part: str, act: Act) -> None:
        """Raises NotForThisRole, HadAPart, NotOnThePanel."""
        self.check_part(part, act)
        if act.by not in self.panel:
            raise NotOnThePanel(number=self.number).resting_on(self.last(OPENED, PANEL_LEFT))

    def check_proposal(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, MinutesMissing."""
        self.check_led(act, *IN_DELIBERATION)
        if not self.has_minutes:
            raise MinutesMissing().resting_on(self.last(OPENED))

    def _check_held(self, on: date) -> None:
        """Raises NotHeldYet."""
        if self.held_on is not None and on < self.held_on:
            raise NotHeldYet(held_on=self.held_on).resting_on(self.last(OPENED))
