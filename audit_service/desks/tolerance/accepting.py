"""The organ's intake: an application is accepted, supplemented first, or not accepted with an explanation."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.applying import APPLICANTS, Evidence, evidence_of
from audit_service.desks.tolerance.at_hand import facts_for, its_terms, the_review
from domain.roles import ORGAN

ORGANS = (ORGAN,)


class AcceptToleranceApplication(Command):
    """Accept the application: it is within its time, and this organ decides on it."""


@carries_out(
    AcceptToleranceApplication,
    title="Accept the application",
    at="/tolerance/{review_number}/acceptance",
    roles=ORGANS,
)
def accept_tolerance_application(desk: Desk, review_number: str, command: AcceptToleranceApplication) -> None:
    """Record that the organ goes into it."""
    review = desk.keep(the_review(desk, review_number))
    review.accept(facts_for(desk, review), its_terms(desk, review), desk.act(command))


class RefuseAcceptance(Command):
    """Do not accept the application, and explain why. Who applied is told in writing."""

    text: Annotated[Text, Field(title="Explanation")]


@carries_out(
    RefuseAcceptance,
    title="Do not accept the application",
    at="/tolerance/{review_number}/non-acceptance",
    roles=ORGANS,
)
def refuse_acceptance(desk: Desk, review_number: str, command: RefuseAcceptance) -> None:
    """Record why it is not accepted."""
    desk.keep(the_review(desk, review_number)).refuse_acceptance(command.text, desk.act(command))


class RequestToleranceSupplement(Command):
    """Ask who applied for what is missing."""

    text: Annotated[Text, Field(title="What is missing")]


@carries_out(
    RequestToleranceSupplement,
    title="Ask for a supplement",
    at="/tolerance/{review_number}/supplement-request",
    roles=ORGANS,
)
def request_tolerance_supplement(desk: Desk, review_number: str, command: RequestToleranceSupplement) -> None:
    """Record what is asked for, and by when."""
    review = desk.keep(the_review(desk, review_number))
    review.request_supplement(command.text, its_terms(desk, review), desk.act(command))


class SupplementToleranceApplication(Command):
    """Add what the organ asked for."""

    text: Annotated[Text, Field(title="What is added")]
    evidence: Evidence = ()


@carries_out(
    SupplementToleranceApplication,
    title="Supplement the application",
    at="/tolerance/{review_number}/supplement",
    roles=APPLICANTS,
)
def supplement_tolerance_application(
    desk: Desk, review_number: str, command: SupplementToleranceApplication
) -> None:
    """Record what is added; the organ's time to accept it begins again."""
    review = desk.keep(the_review(desk, review_number))
    evidence = evidence_of(desk, review, command.evidence)
    review.supplement(command.text, its_terms(desk, review), desk.act(command), evidence=evidence)
