"""What the verifiers found: every factor rated, the negative list answered item by item, signed by all."""

from collections.abc import Iterable
from datetime import date

from domain.kernel import Act, Event, Personal
from domain.tolerance.clocks import DELIBERATE
from domain.tolerance.duties import ASSIGNED, LEFT, REPLACED, SIGNED, VERIFIED
from domain.tolerance.lists import Answered, NegativeAnswer
from domain.tolerance.procedure import check_code, check_words
from domain.tolerance.process_refusals import (
    NegativesUnanswered,
    NotAVerifier,
    NotHeard,
    NothingReported,
    SignedAlready,
)
from domain.tolerance.refusals import FactorsMissing
from domain.tolerance.rules import Edition, Terms
from domain.tolerance.six_factors import FactorFinding, Rated
from domain.tolerance.state import State
from domain.tolerance.verifying import Verifying


class Reporting(Verifying):
    """The part of a review that its verifiers report on."""

    class VerificationReported(Event):
        """The verifiers reported how they rate each factor and answer each item of the negative list."""

        TOPIC = "tolerance.verification_reported"

        ratings: tuple[Rated, ...]
        negatives: tuple[Answered, ...]
        situations: tuple[str, ...]
        """Codes of the tolerance list that they found to be like it."""
        heard_on: date
        """The day the officials concerned were heard by the verifiers."""
        findings: Personal
        """A line a factor, in the order of the ratings."""
        grounds: Personal
        """A line a hit on the negative list, in its order."""
        text: Personal
        hard: tuple[str, ...]
        """Codes of the negative list whose hit allows no other outcome than not tolerated or referred."""

        def apply(self, review: "Reporting") -> None:
            review.reported_by, review.signed_by = self.by, ()
            review.hits = tuple(each.code for each in self.negatives if each.hit and each.code in self.hard)
            review.remember(self)

    class VerificationSigned(Event):
        """A verifier signed the verification report."""

        TOPIC = "tolerance.verification_signed"

        complete: bool
        """Whether all verifiers have signed now."""
        due_on: date | None
        """For the deliberation to be opened, once all have signed."""

        def apply(self, review: "Reporting") -> None:
            review.signed_by = (*review.signed_by, self.by)
            if self.complete:
                review.waits_for(self, State.VERIFIED, DELIBERATE, self.due_on)
            review.remember(self)

    def report_verification(
        self,
        ratings: tuple[FactorFinding, ...],
        negatives: tuple[NegativeAnswer, ...],
        text: str,
        terms: Terms,
        act: Act,
        *,
        heard_on: date | None,
        situations: tuple[str, ...] = (),
    ) -> None:
        """Report what was found; again, until all have signed. `heard_on`: when the officials were heard.

        Raises what `check_report` raises, OtherRules, FactorsMissing, NegativesUnanswered, UnknownCode,
        WordsMissing, NotHeard.
        """
        self.check_report(act)
        self.check_terms(terms)
        _check_ratings(ratings, terms.edition)
        _check_negatives(negatives, terms.edition)
        for code in situations:
            check_code(code, terms.edition.by_situation)
        check_words(text)
        if heard_on is None or heard_on > act.on:
            raise NotHeard
        hits = [each for each in negatives if each.hit]
        self.trigger(
            self.VerificationReported,
            act,
            ratings=tuple(Rated(each.factor, each.rating) for each in ratings),
            negatives=tuple(Answered(each.code, each.hit) for each in negatives),
            situations=situations,
            heard_on=heard_on,
            findings=_lines(each.finding for each in ratings),
            grounds=_lines(each.ground for each in hits),
            text=text,
            hard=tuple(each.code for each in hits if each.code in terms.edition.hard),
        )

    def sign_verification(self, terms: Terms, act: Act) -> None:
        """Sign the report, each verifier once. Raises what `check_signing` raises, OtherRules."""
        self.check_signing(act)
        self.check_terms(terms)
        signed = {*self.signed_by, act.by}
        complete = signed.issuperset(self.verifiers) and len(signed) >= terms.edition.verifiers
        due_on = terms.due(DELIBERATE, act.on) if complete else None
        self.trigger(self.VerificationSigned, act, complete=complete, due_on=due_on)

    def check_verifying(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotAVerifier."""
        self.check_state(State.VERIFYING)
        self.check_part(VERIFIED, act)
        if act.by not in self.verifiers:
            raise NotAVerifier(number=self.number).resting_on(self.last(ASSIGNED, REPLACED, LEFT))

    def check_report(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotAVerifier."""
        self.check_verifying(act)

    def check_signing(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, NotAVerifier, NothingReported, SignedAlready."""
        self.check_verifying(act)
        if self.reported_by is None:
            raise NothingReported(number=self.number).resting_on(self.moved)
        if act.by in self.signed_by:
            own = (done.event for done in reversed(self.done) if (done.topic, done.by) == (SIGNED, act.by))
            raise SignedAlready().resting_on(next(own))


def _check_ratings(ratings: tuple[FactorFinding, ...], edition: Edition) -> None:
    """Raises UnknownCode, WordsMissing, FactorsMissing."""
    for each in ratings:
        check_code(each.factor, edition.by_factor)
        check_code(each.rating, edition.ratings(each.factor))
        check_words(each.finding)
    rated = [each.factor for each in ratings]
    if missing := tuple(factor for factor in edition.factors if rated.count(factor.code) != 1):
        raise FactorsMissing(factors=missing)


def _check_negatives(negatives: tuple[NegativeAnswer, ...], edition: Edition) -> None:
    """Raises UnknownCode, NegativesUnanswered, WordsMissing."""
    for each in negatives:
        check_code(each.code, edition.by_negative)
        if each.hit:
            check_words(each.ground)
    answered = [each.code for each in negatives]
    if missing := tuple(each.code for each in edition.negatives if answered.count(each.code) != 1):
        raise NegativesUnanswered(codes=missing)


def _lines(texts: Iterable[str]) -> str:
    """Return the texts as lines, one each."""
    return "\n".join(" ".join(text.split()) for text in texts)
