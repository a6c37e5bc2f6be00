"""How a review ends: final, filed, with its effects, the name cleared, closed; withdrawn or revoked."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.at_hand import its_terms, named, own_review, the_review
from audit_service.desks.tolerance.hearing import ANYBODY
from audit_service.desks.tolerance.offers import Effect
from audit_service.desks.tolerance.verifying import Login


class MakeFinal(Command):
    """Record that the determination is final: nobody can ask for a review any more."""


@carries_out(
    MakeFinal, title="Record that it is final", at="/tolerance/{review_number}/finality", roles=ORGANS
)
def make_final(desk: Desk, review_number: str, command: MakeFinal) -> None:
    """Record that it is final; the time to file it begins."""
    review = desk.keep(the_review(desk, review_number))
    review.become_final(its_terms(desk, review), desk.act(command))


class FileDetermination(Command):
    """Record with whom the determination was filed."""

    with_whom: Annotated[
        str, Field(title="Filed with", description="Offices, not people.", min_length=2, max_length=200)
    ]


@carries_out(
    FileDetermination,
    title="File the determination",
    at="/tolerance/{review_number}/filing",
    roles=ORGANS,
)
def file_determination(desk: Desk, review_number: str, command: FileDetermination) -> None:
    """Record the filing."""
    desk.keep(the_review(desk, review_number)).file(command.with_whom, desk.act(command))


class RecordEffects(Command):
    """Record what follows from the determination for the officials, and what does not."""

    effects: Annotated[tuple[Effect, ...], Field(title="Effects", max_length=10)] = ()
    reference: Annotated[
        str,
        Field(title="Reference of what is decided elsewhere", max_length=120),
    ] = ""


@carries_out(
    RecordEffects,
    title="Record the effects",
    at="/tolerance/{review_number}/effects",
    roles=ORGANS,
)
def record_effects(desk: Desk, review_number: str, command: RecordEffects) -> None:
    """Record them."""
    review = desk.keep(the_review(desk, review_number))
    review.record_effects(command.effects, desk.act(command), reference=command.reference)


class ClearName(Command):
    """Record that it was made known, and where, that nothing is held against the officials."""

    scope: Annotated[
        str,
        Field(title="Where it was made known", description="Naming nobody.", min_length=2, max_length=200),
    ]
    text: Annotated[Text, Field(title="What was made known")]


@carries_out(ClearName, title="Clear the name", at="/tolerance/{review_number}/clarification", roles=ORGANS)
def clear_name(desk: Desk, review_number: str, command: ClearName) -> None:
    """Record the clarification."""
    desk.keep(the_review(desk, review_number)).clear_name(command.scope, command.text, desk.act(command))


class CloseToleranceReview(Command):
    """Close the review: nothing is left to do."""


@carries_out(
    CloseToleranceReview,
    title="Close the review",
    at="/tolerance/{review_number}/closure",
    roles=ORGANS,
)
def close_tolerance_review(desk: Desk, review_number: str, command: CloseToleranceReview) -> None:
    """Record that it is over."""
    desk.keep(the_review(desk, review_number)).close(desk.act(command))


class WithdrawApplication(Command):
    """Withdraw the application."""

    text: Annotated[Text, Field(title="Why it is withdrawn")]


@carries_out(
    WithdrawApplication,
    title="Withdraw the application for tolerance",
    at="/tolerance/{review_number}/withdrawal",
    roles=ANYBODY,
)
def withdraw_application(desk: Desk, review_number: str, command: WithdrawApplication) -> None:
    """Record that it is withdrawn."""
    desk.keep(own_review(desk, review_number)).withdraw(command.text, desk.act(command))


class SuspendForCase(Command):
    """Suspend the review, as a crime is suspected and a case was opened. All clocks stand still."""

    text: Annotated[Text, Field(title="Why it is suspended")]


@carries_out(
    SuspendForCase,
    title="Suspend the review",
    at="/tolerance/{review_number}/suspension",
    roles=ORGANS,
)
def suspend_for_case(desk: Desk, review_number: str, command: SuspendForCase) -> None:
    """Record that it stands still."""
    desk.keep(the_review(desk, review_number)).suspend(command.text, desk.act(command))


class ResumeReview(Command):
    """Go on with the review. Each clock has left what it had."""


@carries_out(
    ResumeReview,
    title="Go on with the review",
    at="/tolerance/{review_number}/resumption",
    roles=ORGANS,
)
def resume_review(desk: Desk, review_number: str, command: ResumeReview) -> None:
    """Record that it goes on."""
    review = desk.keep(the_review(desk, review_number))
    review.resume(its_terms(desk, review), desk.act(command))


class RevokeDetermination(Command):
    """Revoke a determination that was obtained by concealment or forgery, together with others."""

    new_fact: Annotated[Text, Field(title="What is new")]
    together_with: Annotated[
        tuple[Login, ...],
        Field(
            title="Decided together with",
            description="At least one, who had no part in the determination and is no near relative.",
            max_length=9,
        ),
    ] = ()
    heard_on: Annotated[date, Field(title="Day on which the officials concerned were heard")]


@carries_out(
    RevokeDetermination,
    title="Revoke the determination",
    at="/tolerance/{review_number}/revocation",
    roles=ORGANS,
)
def revoke_determination(desk: Desk, review_number: str, command: RevokeDetermination) -> None:
    """Record that it is revoked, and on which fact."""
    review = desk.keep(the_review(desk, review_number))
    review.revoke(
        command.new_fact,
        named(desk, review, command.together_with),
        its_terms(desk, review),
        desk.act(command),
        heard_on=command.heard_on,
    )
