"""The organ determines what becomes of the error, and tells the officials concerned."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.applying import Situations
from audit_service.desks.tolerance.at_hand import facts_for, its_terms, the_review
from audit_service.desks.tolerance.beside_factors import deviates
from audit_service.desks.tolerance.offers import Condition, Content, Outcome
from audit_service.web.kinds import LongText
from domain.tolerance.determining import Determination

Conditions = Annotated[
    tuple[Condition, ...],
    Field(
        title="Conditions that are affirmed",
        description="All of them for an exemption, or where nothing is pursued.",
        max_length=10,
    ),
]


class DetermineOutcome(Command):
    """Record what the organ determined, as more than half of a quorum voted for it, with its reasons."""

    outcome: Annotated[Outcome, Field(title="Outcome")]
    conditions: Conditions = ()
    situations: Situations = ()
    text: Annotated[Text, Field(title="Reasons of the determination")]
    deviation: Annotated[
        str,
        LongText(),
        Field(
            title="Why it deviates from similar cases",
            description="Where these were determined otherwise.",
            max_length=2000,
        ),
    ] = ""


@carries_out(
    DetermineOutcome,
    title="Determine the outcome",
    at="/tolerance/{review_number}/determination",
    roles=ORGANS,
)
def determine_outcome(desk: Desk, review_number: str, command: DetermineOutcome) -> None:
    """Record the determination: the act of the organ, not of the service."""
    review = desk.keep(the_review(desk, review_number))
    determination = Determination(
        outcome=command.outcome,
        text=command.text,
        conditions=command.conditions,
        situations=command.situations,
        deviates=deviates(desk, review, command.outcome),
        deviation=command.deviation,
    )
    review.determine(determination, facts_for(desk, review), its_terms(desk, review), desk.act(command))


class NotifyOfDetermination(Command):
    """Record that the officials concerned were notified of the determination, and what they were told."""

    contents: Annotated[
        tuple[Content, ...], Field(title="What the notification contains", min_length=1, max_length=10)
    ]


@carries_out(
    NotifyOfDetermination,
    title="Notify the officials",
    at="/tolerance/{review_number}/notification",
    roles=ORGANS,
)
def notify_of_determination(desk: Desk, review_number: str, command: NotifyOfDetermination) -> None:
    """Record the notification; the time to request a review begins."""
    review = desk.keep(the_review(desk, review_number))
    review.notify(command.contents, its_terms(desk, review), desk.act(command))
