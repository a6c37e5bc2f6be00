"""Two officials or more verify: named, replaced when one has to keep away, and given more time once."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.at_hand import its_terms, named, the_review
from audit_service.desks.tolerance.offers import Ground
from audit_service.web.kinds import OnRecord
from domain.identities import official_id
from domain.officials.official import Official

Login = Annotated[str, OnRecord(), Field(min_length=1, max_length=60)]


class AssignVerifiers(Command):
    """Assign officials of the organ who verify the application together."""

    verifiers: Annotated[
        tuple[Login, ...],
        Field(
            title="Verifiers",
            description="Two at least, none of whom had a part in the matter or is a near relative.",
            min_length=1,
            max_length=9,
        ),
    ]


@carries_out(
    AssignVerifiers,
    title="Assign verifiers",
    at="/tolerance/{review_number}/verifiers",
    roles=ORGANS,
)
def assign_verifiers(desk: Desk, review_number: str, command: AssignVerifiers) -> None:
    """Record who verifies, and by when."""
    review = desk.keep(the_review(desk, review_number))
    called = named(desk, review, command.verifiers)
    review.assign_verifiers(called, its_terms(desk, review), desk.act(command))


class RecuseVerifier(Command):
    """Say that a verifier keeps away from the review, and why."""

    verifier: Annotated[Login, Field(title="Verifier")]
    ground: Annotated[Ground, Field(title="Ground")]
    text: Annotated[Text, Field(title="In words")]


@carries_out(
    RecuseVerifier,
    title="Have a verifier keep away",
    at="/tolerance/{review_number}/recusal",
    roles=ORGANS,
)
def recuse_verifier(desk: Desk, review_number: str, command: RecuseVerifier) -> None:
    """Record who keeps away, on which ground."""
    review = desk.keep(the_review(desk, review_number))
    review.recuse_verifier(
        an_official(desk, command.verifier), command.ground, command.text, desk.act(command)
    )


class ReplaceVerifier(Command):
    """Assign another official in the place of a verifier who keeps away or cannot go on."""

    verifier: Annotated[Login, Field(title="Verifier")]
    by_whom: Annotated[Login, Field(title="Replaced by")]


@carries_out(
    ReplaceVerifier,
    title="Replace a verifier",
    at="/tolerance/{review_number}/replacement",
    roles=ORGANS,
)
def replace_verifier(desk: Desk, review_number: str, command: ReplaceVerifier) -> None:
    """Record who verifies instead of whom."""
    review = desk.keep(the_review(desk, review_number))
    review.replace_verifier(
        an_official(desk, command.verifier),
        named(desk, review, [command.by_whom]),
        its_terms(desk, review),
        desk.act(command),
    )


class ExtendVerification(Command):
    """Give the verifiers more time, once."""


@carries_out(
    ExtendVerification,
    title="Extend the verification",
    at="/tolerance/{review_number}/extension",
    roles=ORGANS,
)
def extend_verification(desk: Desk, review_number: str, command: ExtendVerification) -> None:
    """Record until when."""
    review = desk.keep(the_review(desk, review_number))
    review.extend_verification(its_terms(desk, review), desk.act(command))


def an_official(desk: Desk, login: str) -> UUID:
    """Return the identity of an official who is on record. Raises NotOnRecord."""
    return desk.get(Official, official_id(login)).id
