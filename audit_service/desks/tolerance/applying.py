"""Applying for tolerance: the factors are answered, and the application is submitted."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import attached
from audit_service.desks.filings.of_error import cited
from audit_service.desks.tolerance.about_errors import error_facts
from audit_service.desks.tolerance.at_hand import its_error, its_terms, the_review
from audit_service.desks.tolerance.beside_factors import facts_to_submit
from audit_service.desks.tolerance.offers import RatingCode, SituationCode
from audit_service.web.kinds import Carried, LongText, OnRecord
from domain.errors.error_record import ErrorRecord
from domain.roles import CASEWORKER, CLERK, MANAGER
from domain.tolerance.review import ToleranceReview
from domain.tolerance.rules import Terms

APPLICANTS = (MANAGER, CASEWORKER, CLERK)
"""Roles in which tolerance is applied for. A manager applies for others, whatever else they are."""

Evidence = Annotated[
    tuple[Annotated[UUID, OnRecord()], ...],
    Field(
        title="Documents that show it",
        description="Of those attached to the error or its case.",
        max_length=50,
    ),
]
Situations = Annotated[
    tuple[SituationCode, ...],
    Field(title="Entries of the tolerance list that it is like", max_length=50),
]


class FactorAnswer(BaseModel):
    """How somebody who applies answers a factor."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    factor: Annotated[str, Carried(), Field(title="Factor", max_length=20)]
    rating: Annotated[RatingCode, Field(title="Rating")]
    text: Annotated[
        str, LongText(3), Field(title="In words", description="What shows it.", min_length=2, max_length=2000)
    ]
    evidence: Evidence = ()


Factors = Annotated[
    tuple[FactorAnswer, ...],
    Field(
        title="Factor",
        description="Beside each stands what the record tells; the rating is yours. What is left blank can be"
        " answered later.",
        max_length=20,
    ),
]


class AnswerFactors(Command):
    """Answer the factors, all at once or some of them; again, until the application is submitted."""

    factors: Annotated[Factors, Field(min_length=1)]


@carries_out(
    AnswerFactors,
    title="Answer the factors",
    at="/tolerance/{review_number}/factors",
    roles=APPLICANTS,
)
def answer_factors(desk: Desk, review_number: str, command: AnswerFactors) -> None:
    """Record what is answered, each factor on its own."""
    review = desk.keep(the_review(desk, review_number))
    answer(desk, review, command.factors, its_terms(desk, review), act=command)


class ClaimSituations(Command):
    """Say which entries of the tolerance list the error is like, and what makes it so."""

    situations: Annotated[Situations, Field(min_length=1)]
    text: Annotated[Text, Field(title="What makes it like these entries")]


@carries_out(
    ClaimSituations,
    title="Claim entries of the tolerance list",
    at="/tolerance/{review_number}/situations",
    roles=APPLICANTS,
)
def claim_situations(desk: Desk, review_number: str, command: ClaimSituations) -> None:
    """Record what it is like."""
    review = desk.keep(the_review(desk, review_number))
    review.claim_situations(command.situations, command.text, its_terms(desk, review), desk.act(command))


class CitePriorFiling(Command):
    """Cite a prior filing within whose limits the error lies: it is evidence of how the risk was weighed."""

    filing: Annotated[str, OnRecord(), Field(title="Prior filing", min_length=1, max_length=60)]


@carries_out(
    CitePriorFiling,
    title="Cite a prior filing",
    at="/tolerance/{review_number}/prior-filing",
    roles=APPLICANTS,
)
def cite_prior_filing(desk: Desk, review_number: str, command: CitePriorFiling) -> None:
    """Record the filing that is cited."""
    review = desk.keep(the_review(desk, review_number))
    cite(desk, review, its_error(desk, review), command.filing, command)


class SubmitApplication(Command):
    """Submit the application. The service adds what the record tells of each factor; it rates nothing."""


@carries_out(
    SubmitApplication,
    title="Submit the application",
    at="/tolerance/{review_number}/submission",
    roles=APPLICANTS,
)
def submit_application(desk: Desk, review_number: str, command: SubmitApplication) -> None:
    """Record that it is submitted, with the facts as they are known now."""
    review = desk.keep(the_review(desk, review_number))
    submit(desk, review, its_error(desk, review), command)


def evidence_of(desk: Desk, review: ToleranceReview, evidence: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """Return the documents, each once. Raises NotAttachedHere unless the error or its case has them."""
    return attached(desk, evidence, error=review.error, case=review.case, number=review.error_number)


def answer(
    desk: Desk, review: ToleranceReview, factors: tuple[FactorAnswer, ...], terms: Terms, *, act: Command
) -> None:
    """Let factors be answered, each on its own."""
    for each in factors:
        review.answer_factor(
            each.factor,
            each.rating,
            each.text,
            terms,
            desk.act(act),
            evidence=evidence_of(desk, review, each.evidence),
        )


def cite(desk: Desk, review: ToleranceReview, error: ErrorRecord, filing: str, command: Command) -> None:
    """Let a prior filing be cited by its number. Raises NotOnRecord, OutsideTheLimits."""
    review.cite_filing(cited(desk, filing, error).id, filing, desk.act(command))


def submit(desk: Desk, review: ToleranceReview, error: ErrorRecord, command: Command) -> None:
    """Let the application be submitted, with what the record tells at this moment."""
    known = error_facts(desk, error, review.officials, review.number)
    review.submit(facts_to_submit(desk, review, error), known, its_terms(desk, review), desk.act(command))
