"""The office's own rules about money and reviews, approved and published like its catalogue of errors."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command, Reference
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_catalogue
from audit_service.desks.errors.offers import Origin
from audit_service.desks.offers import ProgrammeCode
from audit_service.web.kinds import Fen
from domain.errors.axes import ORIGINS
from domain.errors.recovery_policy import RecoveryPolicy
from domain.roles import MANAGER
from domain.standards.review_periods import ReviewPeriod

Origins = tuple[Origin, ...]
A_YEAR = 366
"""Days that a family of any class may wait for a review at most, by the national rules."""


class PublishRecoveryPolicy(Command):
    """Publish what is asked back of overpayments, as the office approved it: in force from a day on."""

    reference: Reference
    approved_on: Annotated[date, Field(title="Approved on")]
    effective_from: Annotated[date, Field(title="In force from")]
    kept_unless_noticeable: Annotated[
        Origins,
        Field(
            title="The family keeps it",
            description="Unless it could notice that it was too much, by where the error came from.",
            max_length=len(ORIGINS),
        ),
    ] = ()
    own: Annotated[
        Origins,
        Field(
            title="The administration made the error",
            description="Recovery may then be waived for that reason.",
            max_length=len(ORIGINS),
        ),
    ] = ()
    never_waived: Annotated[
        Origins, Field(title="Nobody is spared the recovery", min_length=1, max_length=len(ORIGINS))
    ]
    least: Annotated[
        Fen,
        Field(title="Least amount that is asked back", description="What is less in all is not asked back."),
    ] = 0


@carries_out(
    PublishRecoveryPolicy,
    title="Publish the recovery policy",
    at="/recovery-policies",
    form_at="/recovery-policies/new",
    shows="/errors/catalogue",
    roles=(MANAGER,),
)
def publish_recovery_policy(desk: Desk, command: PublishRecoveryPolicy) -> None:
    """Enter the policy for the whole office. What was decided before stays as it was decided."""
    rules = the_catalogue(desk)
    policy = RecoveryPolicy(
        effective_from=command.effective_from,
        basis=command.reference,
        kept_unless_noticeable=frozenset(command.kept_unless_noticeable),
        own=frozenset(command.own),
        never_waived=frozenset(command.never_waived),
        least=command.least,
    )
    act = desk.act(command, basis=command.reference)
    rules.publish_recovery_policy(policy, command.approved_on, act)
    desk.keep(rules)


class PublishReviewPeriod(Command):
    """Publish how long a family of a programme may wait for a review, as the office approved it."""

    reference: Reference
    programme: Annotated[ProgrammeCode, Field(title="Programme")]
    approved_on: Annotated[date, Field(title="Approved on")]
    effective_from: Annotated[date, Field(title="In force from")]
    days: Annotated[
        int,
        Field(title="Days until the next review", description="Calendar days.", ge=1, le=A_YEAR),
    ]


@carries_out(
    PublishReviewPeriod,
    title="Publish a period of review",
    at="/review-periods",
    form_at="/review-periods/new",
    shows="/errors/catalogue",
    roles=(MANAGER,),
)
def publish_review_period(desk: Desk, command: PublishReviewPeriod) -> None:
    """Enter the period among what is dated and approved; the recheck looks for late reviews by it."""
    standards = desk.standards()
    period = ReviewPeriod(**{name: getattr(command, name) for name in ReviewPeriod.__dataclass_fields__})
    standards.publish_review_period(period, desk.act(command, basis=command.reference))
    desk.keep(standards)
