"""The public notice, and what the public says to it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS, Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk


class PostNotice(Command):
    """Post the intended decision for the public to object."""

    until: Annotated[
        date | None,
        Field(
            title="Day the notice is taken down",
            description="As early as the programme allows if left empty.",
        ),
    ] = None


@carries_out(PostNotice, title="Post the public notice", at="/cases/{number}/notice", roles=HANDLERS)
def post_notice(desk: Desk, number: str, command: PostNotice) -> None:
    """Record that the notice was posted."""
    desk.keep(desk.case(number)).post_notice(desk.act(command), until=command.until)


class EndNotice(Command):
    """Record that the notice was taken down after its days."""


@carries_out(EndNotice, title="End the public notice", at="/cases/{number}/notice-end", roles=HANDLERS)
def end_notice(desk: Desk, number: str, command: EndNotice) -> None:
    """Record that the notice was taken down."""
    desk.keep(desk.case(number)).end_notice(desk.act(command))


class RaiseObjection(Command):
    """Record an objection to the intended decision."""

    text: Annotated[Text, Field(title="What is objected")]


@carries_out(RaiseObjection, title="Record an objection", at="/cases/{number}/objections", roles=HANDLERS)
def raise_objection(desk: Desk, number: str, command: RaiseObjection) -> None:
    """Record the objection: nothing is decided before it is answered."""
    desk.keep(desk.case(number)).raise_objection(command.text, desk.act(command))


class AnswerObjection(Command):
    """Answer an objection after looking into it; the grounds are told to who raised it."""

    objection: Annotated[int, Field(title="Number of the objection", ge=1, le=1000)]
    upheld: Annotated[bool, Field(title="The objection was right")]


@carries_out(AnswerObjection, title="Answer an objection", at="/cases/{number}/answers", roles=HANDLERS)
def answer_objection(desk: Desk, number: str, command: AnswerObjection) -> None:
    """Record the answer; if the objection was right, opinion and notice are void."""
    desk.keep(desk.case(number)).answer_objection(command.objection, desk.act(command), upheld=command.upheld)
