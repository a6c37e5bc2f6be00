"""What the verifiers found: every factor rated, the negative list answered item by item, signed by all."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.tolerance.accepting import ORGANS
from audit_service.desks.tolerance.applying import Situations
from audit_service.desks.tolerance.at_hand import its_terms, the_review
from audit_service.desks.tolerance.offers import RatingCode
from audit_service.web.kinds import Carried, LongText
from domain.tolerance.lists import NegativeAnswer
from domain.tolerance.six_factors import FactorFinding


class FactorFound(BaseModel):
    """How the verifiers rate a factor."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    factor: Annotated[str, Carried(), Field(title="Factor", max_length=20)]
    rating: Annotated[RatingCode, Field(title="Rating")]
    finding: Annotated[
        str,
        LongText(3),
        Field(title="Finding", description="Clear, and naming nobody.", min_length=2, max_length=2000),
    ]


class NegativeFound(BaseModel):
    """How the verifiers answer an entry of the negative list."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    code: Annotated[str, Carried(), Field(title="Entry", max_length=4)]
    hit: Annotated[bool, Field(title="Is it the case?")]
    ground: Annotated[
        str,
        Field(title="What it rests on", description="Where it is the case; naming nobody.", max_length=600),
    ] = ""


class ReportVerification(Command):
    """Report what was found. A hit on the negative list leaves only: not tolerated, or referred."""

    heard_on: Annotated[date, Field(title="Day on which the officials concerned were heard")]
    ratings: Annotated[
        tuple[FactorFound, ...],
        Field(title="Factor", description="Each with a rating and a finding.", max_length=20),
    ]
    negatives: Annotated[
        tuple[NegativeFound, ...],
        Field(title="Negative list", description="Each entry is answered.", max_length=50),
    ]
    situations: Situations = ()
    text: Annotated[Text, Field(title="Report")]


@carries_out(
    ReportVerification,
    title="Report the verification",
    at="/tolerance/{review_number}/verification",
    roles=ORGANS,
)
def report_verification(desk: Desk, review_number: str, command: ReportVerification) -> None:
    """Record the report, for all verifiers to sign."""
    review = desk.keep(the_review(desk, review_number))
    review.report_verification(
        tuple(FactorFinding(**vars(each)) for each in command.ratings),
        tuple(NegativeAnswer(**vars(each)) for each in command.negatives),
        command.text,
        its_terms(desk, review),
        desk.act(command),
        heard_on=command.heard_on,
        situations=command.situations,
    )


class SignVerification(Command):
    """Sign the verification report as it stands."""


@carries_out(
    SignVerification,
    title="Sign the verification report",
    at="/tolerance/{review_number}/signature",
    roles=ORGANS,
)
def sign_verification(desk: Desk, review_number: str, command: SignVerification) -> None:
    """Record the signature; with the last one the review is verified."""
    review = desk.keep(the_review(desk, review_number))
    review.sign_verification(its_terms(desk, review), desk.act(command))
