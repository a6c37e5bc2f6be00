"""The panel deliberates: with minutes, votes, and a proposal."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.at_hand import its_terms, named, the_review
from audit_service.desks.tolerance.offers import Ground, Outcome
from audit_service.desks.tolerance.verifying import Login, an_official


class OpenDeliberation(Command):
    """Call a panel together to deliberate on what was found."""

    panel: Annotated[
        tuple[Login, ...],
        Field(
            title="Members of the panel",
            description="A quorum at least; nobody who verified, applied, or is concerned.",
            min_length=1,
            max_length=30,
        ),
    ]
    held_on: Annotated[date, Field(title="Day of the deliberation")]


@carries_out(
    OpenDeliberation,
    title="Open the deliberation",
    at="/tolerance/{review_number}/deliberation",
    roles=ORGANS,
)
def open_deliberation(desk: Desk, review_number: str, command: OpenDeliberation) -> None:
    """Record who deliberates, when, and by when it is to be determined."""
    review = desk.keep(the_review(desk, review_number))
    called = named(desk, review, command.panel)
    review.open_deliberation(called, its_terms(desk, review), desk.act(command), held_on=command.held_on)


class RecuseVoter(Command):
    """Say that a member of the panel keeps away from the review, and why. Their vote goes with them."""

    member: Annotated[Login, Field(title="Member of the panel")]
    ground: Annotated[Ground, Field(title="Ground")]
    text: Annotated[Text, Field(title="In words")]


@carries_out(
    RecuseVoter,
    title="Have a member of the panel keep away",
    at="/tolerance/{review_number}/panel-recusal",
    roles=ORGANS,
)
def recuse_voter(desk: Desk, review_number: str, command: RecuseVoter) -> None:
    """Record who keeps away, on which ground."""
    review = desk.keep(the_review(desk, review_number))
    review.recuse_voter(an_official(desk, command.member), command.ground, command.text, desk.act(command))


class RecordMinutes(Command):
    """Write down what was deliberated."""

    text: Annotated[Text, Field(title="Minutes")]


@carries_out(
    RecordMinutes,
    title="Record the minutes",
    at="/tolerance/{review_number}/minutes",
    roles=ORGANS,
)
def record_minutes(desk: Desk, review_number: str, command: RecordMinutes) -> None:
    """Record the minutes of the deliberation."""
    desk.keep(the_review(desk, review_number)).record_minutes(command.text, desk.act(command))


class CastVote(Command):
    """Vote for an outcome, as a member of the panel. Your last vote counts."""

    outcome: Annotated[Outcome, Field(title="Outcome")]


@carries_out(CastVote, title="Vote", at="/tolerance/{review_number}/vote", roles=ORGANS)
def cast_vote(desk: Desk, review_number: str, command: CastVote) -> None:
    """Record the vote."""
    desk.keep(the_review(desk, review_number)).vote(command.outcome, desk.act(command))


class ProposeOutcome(Command):
    """Propose the outcome that more than half of the panel voted for."""

    outcome: Annotated[Outcome, Field(title="Outcome")]


@carries_out(
    ProposeOutcome,
    title="Propose an outcome",
    at="/tolerance/{review_number}/proposal",
    roles=ORGANS,
)
def propose_outcome(desk: Desk, review_number: str, command: ProposeOutcome) -> None:
    """Record what is proposed."""
    review = desk.keep(the_review(desk, review_number))
    review.propose(command.outcome, its_terms(desk, review), desk.act(command))
