"""The officials concerned are heard: offered to make a statement, which is never to their disadvantage."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.applying import Evidence, evidence_of
from audit_service.desks.tolerance.at_hand import its_terms, own_review, the_review
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, ORGAN

ANYBODY = (CLERK, CASEWORKER, MANAGER, INSPECTOR, ORGAN)
"""Whoever is concerned, whatever they do here by now."""


class OfferStatement(Command):
    """Tell the officials concerned what was found, and offer to hear them before anything is determined."""


@carries_out(
    OfferStatement,
    title="Offer a statement",
    at="/tolerance/{review_number}/hearing",
    roles=ORGANS,
)
def offer_statement(desk: Desk, review_number: str, command: OfferStatement) -> None:
    """Record the offer, and until when it stands."""
    review = desk.keep(the_review(desk, review_number))
    review.offer_statement(its_terms(desk, review), desk.act(command))


class MakeStatement(Command):
    """Say what you have to say to the findings. Nothing gets worse for you by it."""

    text: Annotated[Text, Field(title="Statement")]
    evidence: Evidence = ()


@carries_out(
    MakeStatement,
    title="Make a statement",
    at="/tolerance/{review_number}/statement",
    roles=ANYBODY,
)
def make_statement(desk: Desk, review_number: str, command: MakeStatement) -> None:
    """Record the statement of an official concerned."""
    review = desk.keep(own_review(desk, review_number))
    evidence = evidence_of(desk, review, command.evidence)
    review.make_statement(command.text, desk.act(command), evidence=evidence)


class DeclineStatement(Command):
    """Say that you make no statement."""


@carries_out(
    DeclineStatement,
    title="Decline to make a statement",
    at="/tolerance/{review_number}/no-statement",
    roles=ANYBODY,
)
def decline_statement(desk: Desk, review_number: str, command: DeclineStatement) -> None:
    """Record that an official concerned makes none."""
    desk.keep(own_review(desk, review_number)).decline_statement(desk.act(command))
