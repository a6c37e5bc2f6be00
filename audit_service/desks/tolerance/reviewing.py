"""A determination is looked at again: requested once at each level, by other people, never for the worse."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.at_hand import facts_for, its_terms, named, own_review, the_review
from audit_service.desks.tolerance.determining import Conditions
from audit_service.desks.tolerance.hearing import ANYBODY
from audit_service.desks.tolerance.offers import Outcome, Result
from audit_service.desks.tolerance.verifying import Login


class RequestReview(Command):
    """Ask for the determination to be looked at again, by other people. It does not get worse by that."""

    level: Annotated[
        int,
        Field(title="Level", description="1: the organ, other people. 2: the next higher.", ge=1, le=2),
    ] = 1
    text: Annotated[Text, Field(title="What is to be looked at again")]


@carries_out(
    RequestReview,
    title="Request a review",
    at="/tolerance/{review_number}/review-request",
    roles=ANYBODY,
)
def request_review(desk: Desk, review_number: str, command: RequestReview) -> None:
    """Record the request."""
    review = desk.keep(own_review(desk, review_number))
    review.request_review(command.level, command.text, its_terms(desk, review), desk.act(command))


class AssignReviewers(Command):
    """Assign officials who had no part in the matter to look at the determination again."""

    reviewers: Annotated[tuple[Login, ...], Field(title="Reviewers", min_length=1, max_length=9)]


@carries_out(
    AssignReviewers,
    title="Assign reviewers",
    at="/tolerance/{review_number}/reviewers",
    roles=ORGANS,
)
def assign_reviewers(desk: Desk, review_number: str, command: AssignReviewers) -> None:
    """Record who reviews."""
    review = desk.keep(the_review(desk, review_number))
    review.assign_reviewers(named(desk, review, command.reviewers), desk.act(command))


class DecideReview(Command):
    """Decide whether the determination is upheld, changed, or revoked and replaced."""

    result: Annotated[Result, Field(title="Result")]
    outcome: Annotated[Outcome, Field(title="Outcome that holds now")]
    conditions: Conditions = ()
    text: Annotated[Text, Field(title="Reasons of the decision on review")]


@carries_out(
    DecideReview,
    title="Decide the review",
    at="/tolerance/{review_number}/review-decision",
    roles=ORGANS,
)
def decide_review(desk: Desk, review_number: str, command: DecideReview) -> None:
    """Record what holds now, and why."""
    review = desk.keep(the_review(desk, review_number))
    review.decide_review(
        command.result,
        command.outcome,
        command.text,
        facts_for(desk, review),
        its_terms(desk, review),
        desk.act(command),
        conditions=command.conditions,
    )
