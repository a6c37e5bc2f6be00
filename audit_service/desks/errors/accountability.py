"""What tolerance rests on besides: the plan that is accepted, and what the organ does about the officials."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_error
from audit_service.web.kinds import OnRecord
from domain.identities import official_id
from domain.officials.official import Official
from domain.roles import INSPECTOR, MANAGER, ORGAN

ACCEPT_PLANS = (MANAGER, INSPECTOR)
HOLD_TO_ACCOUNT = (ORGAN,)

WhoseError = Annotated[
    str,
    OnRecord(),
    Field(title="Official", min_length=1, max_length=60),
]
Document = Annotated[
    str,
    Field(title="Reference of the document", description="It names nobody.", min_length=2, max_length=120),
]


class AcceptPlan(Command):
    """Say that the plan will do: by who issued the notice, or by a manager."""


@carries_out(
    AcceptPlan,
    title="Accept the plan",
    at="/errors/{error_number}/plan-acceptance",
    roles=ACCEPT_PLANS,
)
def accept_plan(desk: Desk, error_number: str, command: AcceptPlan) -> None:
    """Record that the plan is accepted."""
    desk.keep(the_error(desk, error_number)).accept_plan(desk.act(command))


class NoticeAccountability(Command):
    """Record that an official was given notice that the organ looks into their accountability."""

    official: WhoseError
    noticed_on: Annotated[date, Field(title="Given on")]
    reference: Document


@carries_out(
    NoticeAccountability,
    title="Record a notice of accountability",
    at="/errors/{error_number}/accountability-notice",
    roles=HOLD_TO_ACCOUNT,
)
def notice_accountability(desk: Desk, error_number: str, command: NoticeAccountability) -> None:
    """Record the notice; the time to apply for tolerance begins."""
    error = desk.keep(the_error(desk, error_number))
    official = desk.get(Official, official_id(command.official))
    error.notice_accountability(
        official.id, command.reference, desk.act(command), noticed_on=command.noticed_on
    )


class DecideAccountability(Command):
    """Record that the organ decided on the accountability of an official. The decision is kept elsewhere."""

    official: WhoseError
    decided_on: Annotated[date, Field(title="Decided on")]
    reference: Document


@carries_out(
    DecideAccountability,
    title="Record a decision on accountability",
    at="/errors/{error_number}/accountability-decision",
    roles=HOLD_TO_ACCOUNT,
)
def decide_accountability(desk: Desk, error_number: str, command: DecideAccountability) -> None:
    """Record the decision; tolerance is applied for no longer."""
    error = desk.keep(the_error(desk, error_number))
    official = desk.get(Official, official_id(command.official))
    error.decide_accountability(
        official.id, command.reference, desk.act(command), decided_on=command.decided_on
    )
