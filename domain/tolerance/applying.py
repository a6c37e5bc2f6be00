"""An application for tolerance: drafted, answered factor by factor, and submitted in time."""

from datetime import date
from typing import Self
from uuid import UUID

from domain.areas import check_areas
from domain.identities import tolerance_id
from domain.kernel import Act, Event, Personal
from domain.refusal import Message, Reference
from domain.roles import MANAGER
from domain.tolerance.application import Application
from domain.tolerance.clocks import ACCEPT, APPLY
from domain.tolerance.duties import APPLIED, CONCERNED_BY, DECISION, DRAFTED, REPORT, UNIT
from domain.tolerance.outcomes import APPLICANTS, OFFICER
from domain.tolerance.procedure import Procedure, check_code, check_words
from domain.tolerance.refusals import (
    AccountabilityDecided,
    ApplicantDoesNotFit,
    DeterminedBefore,
    ErrorNotClassified,
    FactorsMissing,
    NobodyConcerned,
    NoCorrectionAsked,
    OnlyForThemselves,
    ReviewOpen,
    WindowClosed,
)
from domain.tolerance.rules import Terms
from domain.tolerance.state import ErrorFacts, Fact, State


class Applying(Procedure):
    """The part of a review that somebody applies with."""

    class Drafted(Event):
        """An application for tolerance was begun."""

        TOPIC = "tolerance.drafted"

        number: str
        error: UUID
        error_number: str
        case: UUID | None
        case_number: str
        household: UUID | None
        area: str
        decision: int
        decided_on: date | None
        deciders: tuple[UUID, ...]
        reporters: tuple[UUID, ...]
        managers: tuple[UUID, ...]
        officials: tuple[UUID, ...]
        """Concerned: those whose error it is said to be."""
        applicant: str
        """One of APPLICANTS."""
        rules: str
        """Reference of the rules that the review goes by."""
        element: str
        cause: str
        origin: str
        direction: str
        amount: int
        """Fen, of all months, whichever way each went."""

        def apply(self, review: "Applying") -> None:
            review.number, review.rules, review.area = self.number, self.rules, self.area
            review.error, review.error_number = self.error, self.error_number
            review.case, review.case_number, review.household = self.case, self.case_number, self.household
            review.officials, review.sealed_for = self.officials, self.subject
            review.applicant, review.applied_by = self.applicant, self.by
            review.moved = self.itself
            decision = Reference(position=self.decision) if self.decision else None
            for person in self.deciders:
                review.remember(self, person, DECISION, self.decided_on, decision)
            others = ((self.officials, CONCERNED_BY), (self.reporters, REPORT), (self.managers, UNIT))
            for people, topic in others:
                for person in people:
                    review.remember(self, person, topic)
            review.remember(self)

    class FactorAnswered(Event):
        """A factor was answered with a rating and in words."""

        TOPIC = "tolerance.factor_answered"

        factor: str
        rating: str
        text: Personal
        evidence: tuple[UUID, ...]

        def apply(self, review: "Applying") -> None:
            others = tuple(each for each in review.answers if each[0] != self.factor)
            review.answers = (*others, (self.factor, self.rating))
            review.remember(self)

    class SituationsClaimed(Event):
        """It was said which entries of the tolerance list the error is like."""

        TOPIC = "tolerance.situations_claimed"

        situations: tuple[str, ...]
        text: Personal

        def apply(self, review: "Applying") -> None:
            review.situations = self.situations
            review.remember(self)

    class FilingCited(Event):
        """A prior filing of an exploratory measure was cited, within whose limits the error lies."""

        TOPIC = "tolerance.filing_cited"

        filing: UUID
        number: str

        def apply(self, review: "Applying") -> None:
            review.remember(self)

    class Submitted(Event):
        """The application was submitted, with the facts that the service filled in."""

        TOPIC = "tolerance.submitted"

        facts: tuple[Fact, ...]
        due_on: date

        def apply(self, review: "Applying") -> None:
            review.submitted_on = self.on
            review.waits_for(self, State.SUBMITTED, ACCEPT, self.due_on)
            review.remember(self)

    @classmethod
    def draft(cls, application: Application, error: ErrorFacts, terms: Terms, act: Act) -> Self:
        """Begin an application about an error, by the rules in force.

        Raises UnknownArea, UnknownCode, NobodyConcerned, NotForThisRole, HadAPart, OnlyForThemselves,
        ApplicantDoesNotFit, ErrorNotClassified, AccountabilityDecided, WindowClosed, ReviewOpen,
        DeterminedBefore.
        """
        review = cls.blank(tolerance_id(application.number))
        check_areas([application.area])
        check_code(application.applicant, APPLICANTS)
        if not application.officials:
            raise NobodyConcerned(error=application.error_number)
        review.error_number, review.officials = application.error_number, application.officials
        review.check_applicant(act)
        if (application.applicant == OFFICER) != (act.role != MANAGER or act.by in application.officials):
            raise ApplicantDoesNotFit(applicant=Message(APPLICANTS[application.applicant]))
        review.check_window(error, terms, act.on)
        review.check_alone(error)
        facts = vars(application)
        subject = application.officials[0]
        review.trigger(cls.Drafted, act, rules=terms.edition.reference, subject=subject, **facts)
        return review

    def answer_factor(
        self, factor: str, rating: str, text: str, terms: Terms, act: Act, *, evidence: tuple[UUID, ...] = ()
    ) -> None:
        """Answer a factor of the rules; again, until it is submitted.

        Raises what `check_drafting` raises, OtherRules, UnknownCode, WordsMissing.
        """
        self.check_drafting(act)
        self.check_terms(terms)
        check_code(factor, terms.edition.by_factor)
        check_code(rating, terms.edition.ratings(factor))
        check_words(text)
        self.trigger(self.FactorAnswered, act, factor=factor, rating=rating, text=text, evidence=evidence)

    def claim_situations(self, situations: tuple[str, ...], text: str, terms: Terms, act: Act) -> None:
        """Say which entries of the tolerance list the error is like.

        Raises what `check_drafting` raises, OtherRules, UnknownCode, WordsMissing.
        """
        self.check_drafting(act)
        self.check_terms(terms)
        for code in situations:
            check_code(code, terms.edition.by_situation)
        check_words(text)
        self.trigger(self.SituationsClaimed, act, situations=situations, text=text)

    def cite_filing(self, filing: UUID, number: str, act: Act) -> None:
        """Cite a prior filing. Raises what `check_drafting` raises."""
        self.check_drafting(act)
        self.trigger(self.FilingCited, act, filing=filing, number=number)

    def submit(self, facts: tuple[Fact, ...], error: ErrorFacts, terms: Terms, act: Act) -> None:
        """Submit the application. `facts`: what the service found in the record.

        Raises what `check_drafting` raises, OtherRules, FactorsMissing, ErrorNotClassified,
        NoCorrectionAsked, AccountabilityDecided, WindowClosed, ReviewOpen, DeterminedBefore.
        """
        self.check_drafting(act)
        self.check_terms(terms)
        answered = {factor for factor, _rating in self.answers}
        if missing := tuple(each for each in terms.edition.factors if each.code not in answered):
            raise FactorsMissing(factors=missing)
        self.check_window(error, terms, act.on)
        if not error.correction:
            raise NoCorrectionAsked(error=self.error_number).resting_on(error.latest)
        self.check_alone(error)
        self.trigger(self.Submitted, act, facts=facts, due_on=terms.due(ACCEPT, act.on))

    def check_drafting(self, act: Act) -> None:
        """Raises NotNow, NotForThisRole, HadAPart, OnlyForThemselves."""
        self.check_state(State.DRAFT)
        self.check_applicant(act)

    def check_applicant(self, act: Act) -> None:
        """Raises NotForThisRole, HadAPart, OnlyForThemselves."""
        self.check_part(APPLIED, act)
        if act.role != MANAGER and act.by not in self.officials:
            raise OnlyForThemselves(error=self.error_number).resting_on(self.last(DRAFTED))

    def check_window(self, error: ErrorFacts, terms: Terms, on: date) -> None:
        """Refuse before the error is found and after its accountability is decided on or the time is over.

        Raises ErrorNotClassified, AccountabilityDecided, WindowClosed.
        """
        if not error.classified:
            raise ErrorNotClassified(error=self.error_number).resting_on(error.latest)
        if error.decided_on:
            refusal = AccountabilityDecided(error=self.error_number, decided_on=error.decided_on)
            raise refusal.resting_on(error.decided)
        if error.noticed_on:
            due_on = terms.due(APPLY, error.noticed_on)
            if on > due_on:
                late = WindowClosed(error=self.error_number, noticed_on=error.noticed_on, due_on=due_on)
                raise late.resting_on(error.noticed)

    def check_alone(self, error: ErrorFacts) -> None:
        """Raises ReviewOpen, DeterminedBefore."""
        if error.open_review and error.open_review != self.number:
            raise ReviewOpen(other=error.open_review, error=self.error_number).resting_on(error.opened)
        if error.determined_in and error.determined_in != self.number:
            refusal = DeterminedBefore(other=error.determined_in, error=self.error_number)
            raise refusal.resting_on(error.determined)
