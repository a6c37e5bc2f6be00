"""What officials hold against a decision or an order. It stays on record, whatever comes of it."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS, Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from domain.cases.dissent import DECISIONS


class ReserveDissent(Command):
    """Reserve your opinion on a collective decision. It stays, and who judges the decision later sees it."""

    decision: Annotated[
        int,
        Field(
            title="Position of the decision",
            description="The number that the history shows with the decision.",
            ge=1,
            lt=2**63,
        ),
    ]
    text: Annotated[Text, Field(title="Your opinion")]


@carries_out(ReserveDissent, title="Reserve your opinion", at="/cases/{number}/dissents", roles=HANDLERS)
def reserve_dissent(desk: Desk, number: str, command: ReserveDissent) -> None:
    """Record the opinion, on a decision of this case."""
    case = desk.keep(desk.case(number))
    decisions = [event.position for event in desk.events_of(case) if isinstance(event, DECISIONS)]
    case.reserve_dissent(command.decision, command.text, desk.act(command), decisions=decisions)


class ObjectToOrder(Command):
    """Object in writing to an order of a superior. It stays, and who judges the decision later sees it."""

    order: Annotated[Text, Field(title="What was ordered, and by whom")]
    text: Annotated[Text, Field(title="What you hold against it")]


@carries_out(ObjectToOrder, title="Object to an order", at="/cases/{number}/order-objections", roles=HANDLERS)
def object_to_order(desk: Desk, number: str, command: ObjectToOrder) -> None:
    """Record the order as it was given, and the objection to it."""
    desk.keep(desk.case(number)).object_to_order(command.order, command.text, desk.act(command))
