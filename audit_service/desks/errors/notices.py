"""The correction notice: issued, acknowledged, objected to, planned for, and taken to the unit above."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS, Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_error
from audit_service.desks.errors.offers import NoticeItem
from audit_service.numbering import notice_number
from audit_service.web.kinds import OnRecord
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.identities import official_id
from domain.officials.official import Official
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from domain.standards.deadlines import working_days_after
from projections.error_lists import count_notices

ISSUERS = (MANAGER, INSPECTOR)
NAMED = (CASEWORKER, MANAGER, CLERK)
"""Roles of the officials whom notices name."""
USUAL, LONGEST = 15, 30
"""Working days in which a notice is to be complied with."""


class IssueCorrectionNotice(Command):
    """Issue a correction notice: what is to be put right, by whom and by when."""

    items: Annotated[tuple[NoticeItem, ...], Field(title="What is to be done", min_length=1, max_length=10)]
    persons: Annotated[
        tuple[Annotated[str, OnRecord(), Field(min_length=1, max_length=60)], ...],
        Field(
            title="Officials who are to see to it",
            description="Whoever looked into the error or is to verify the correction cannot see to it.",
            min_length=1,
            max_length=20,
        ),
    ]
    working_days: Annotated[int, Field(title="Working days until it is due", ge=1, le=LONGEST)] = USUAL


@carries_out(
    IssueCorrectionNotice,
    title="Issue a correction notice",
    at="/errors/{error_number}/notice",
    roles=ISSUERS,
)
def issue_correction_notice(desk: Desk, error_number: str, command: IssueCorrectionNotice) -> None:
    """Record the notice under a running number of its area and year."""
    error, act = desk.keep(the_error(desk, error_number)), desk.act(command)
    number = _running_number(desk, error.area, desk.today)
    persons = tuple(_named(desk, error, login) for login in command.persons)
    error.issue_notice(
        number,
        act,
        items=command.items,
        persons=persons,
        due_on=working_days_after(desk.today, command.working_days, desk.working_days),
    )
    desk.give(GivenNumber.take(number, act, error=error.id))


def _named(desk: Desk, error: ErrorRecord, login: str) -> UUID:
    """Return the official. Raises NotOnRecord, CannotSeeToIt."""
    official = desk.get(Official, official_id(login))
    error.check_named(official.id, login)
    return official.id


def _running_number(desk: Desk, area: str, on: date) -> str:
    return notice_number(area, on, desk.ask(count_notices, notice_number(area, on)) + 1)


class AcknowledgeNotice(Command):
    """Acknowledge the correction notice."""


@carries_out(
    AcknowledgeNotice,
    title="Acknowledge the notice",
    at="/errors/{error_number}/acknowledgement",
    roles=NAMED,
)
def acknowledge_notice(desk: Desk, error_number: str, command: AcknowledgeNotice) -> None:
    """Record that the notice was received."""
    desk.keep(the_error(desk, error_number)).acknowledge(desk.act(command))


class ObjectToNotice(Command):
    """Object to the correction notice, once. Nothing is corrected before it is decided on."""

    text: Annotated[Text, Field(title="What is objected")]


@carries_out(ObjectToNotice, title="Object to the notice", at="/errors/{error_number}/objection", roles=NAMED)
def object_to_notice(desk: Desk, error_number: str, command: ObjectToNotice) -> None:
    """Record the objection."""
    desk.keep(the_error(desk, error_number)).object_to_notice(command.text, desk.act(command))


class DecideNoticeObjection(Command):
    """Decide on the objection to the notice. The grounds are told to who objected."""

    upheld: Annotated[bool, Field(title="The objection was right", description="The notice is void then.")]


@carries_out(
    DecideNoticeObjection,
    title="Decide on the objection",
    at="/errors/{error_number}/objection-decision",
    roles=(MANAGER,),
)
def decide_notice_objection(desk: Desk, error_number: str, command: DecideNoticeObjection) -> None:
    """Record whether the objection was right."""
    desk.keep(the_error(desk, error_number)).decide_objection(desk.act(command), upheld=command.upheld)


class SubmitPlan(Command):
    """Submit a plan for the correction: how it is put right, and by when."""

    plan: Annotated[Text, Field(title="Plan")]
    done_by: Annotated[date, Field(title="Done by")]


@carries_out(SubmitPlan, title="Submit a plan", at="/errors/{error_number}/plan", roles=HANDLERS)
def submit_plan(desk: Desk, error_number: str, command: SubmitPlan) -> None:
    """Record the plan."""
    desk.keep(the_error(desk, error_number)).submit_plan(
        command.plan, desk.act(command), done_by=command.done_by
    )


class EscalateNotice(Command):
    """Take the overdue notice to the unit above."""

    to_unit: Annotated[str, Field(title="Unit above", min_length=2, max_length=120)]


@carries_out(
    EscalateNotice, title="Take it to the unit above", at="/errors/{error_number}/escalation", roles=ISSUERS
)
def escalate_notice(desk: Desk, error_number: str, command: EscalateNotice) -> None:
    """Record where the notice went."""
    desk.keep(the_error(desk, error_number)).escalate(command.to_unit, desk.act(command))
