"""How a review is told in JSON."""

from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.cases.answers import MomentAnswer
from audit_service.desks.tolerance.dossier import ReviewDossier, moments
from audit_service.desks.tolerance.said import said
from audit_service.desks.who import Names
from domain.tolerance.duties import TAKEN_BY
from domain.tolerance.review import ToleranceReview


class FactAnswer(BaseModel):
    """What the record tells of a factor, as the service added it when the application was submitted."""

    code: str
    value: str
    position: int
    """Of the event that says so; 0 if it is more than one."""


class FactorAnswerTold(BaseModel):
    """What was said of a factor."""

    factor: str
    rating: str | None
    """Of who applied; null while there is none."""
    text: str
    evidence: list[UUID]
    found: str | None
    """The rating of the verifiers; null while there is none."""
    finding: str


class NegativeAnswered(BaseModel):
    """How the verifiers answered an entry of the negative list."""

    code: str
    hit: bool
    ground: str


class VoteAnswer(BaseModel):
    """The vote of a member of the panel that counts."""

    by: str
    outcome: str


class ReviewClockAnswer(BaseModel):
    """A clock that runs."""

    step: str
    due_on: date
    basis: str
    stops: str


class PartTaken(BaseModel):
    """An official and what they had to do with the review."""

    by: str
    part: str
    act: str
    """Topic of the event that makes it so."""
    on: date


class ReviewAnswer(BaseModel):
    """A review as it stands. What is determined is the act of the organ, recorded here."""

    number: str
    error_number: str
    case_number: str
    area: str
    state: str
    applicant: str
    officials: list[str]
    """Names of those concerned."""
    rules: str
    amount: int
    """Fen, of all months in error."""
    clocks: list[ReviewClockAnswer]
    facts: list[FactAnswer]
    factors: list[FactorAnswerTold]
    situations: list[str]
    """Entries of the tolerance list that are claimed."""
    negatives: list[NegativeAnswered]
    verifiers: list[str]
    panel: list[str]
    votes: list[VoteAnswer]
    proposed: str
    outcome: str
    """The one in force; empty before there is one."""
    reasons: str
    parts: list[PartTaken]
    position: int
    """Last position of the record that was looked at."""
    version: int


class ReviewHistoryAnswer(BaseModel):
    """What happened in a review, the latest first."""

    number: str
    position: int
    events: list[MomentAnswer]


AS_THEY_ARE = (
    *("number", "error_number", "case_number", "area", "state", "applicant", "rules"),
    *("situations", "proposed", "outcome", "version"),
)
"""What an answer tells as the review knows it."""


def review_answer(found: ReviewDossier) -> ReviewAnswer:
    """Tell a review."""
    review = found.review
    people = {*review.officials, *review.verifiers, *review.panel, *(done.by for done in review.done)}
    names = Names.of(found.office, officials=people)
    submitted = found.last(ToleranceReview.Submitted)
    determined = found.last(ToleranceReview.Determined)
    return ReviewAnswer.model_validate(
        {name: getattr(review, name) for name in AS_THEY_ARE}
        | {
            "officials": [names.official(one) for one in review.officials],
            "verifiers": [names.official(one) for one in review.verifiers],
            "panel": [names.official(one) for one in review.panel],
            "amount": found.drafted.amount,
            "clocks": _clocks(found),
            "facts": [asdict(fact) for fact in (submitted.facts if submitted else ())],
            "factors": _factors(found),
            "negatives": _negatives(found),
            "votes": [{"by": names.official(each.voter), "outcome": each.outcome} for each in review.votes],
            "reasons": said(determined.text) if determined else "",
            "parts": [
                {
                    "by": names.official(done.by),
                    "part": TAKEN_BY[done.topic][0],
                    "act": done.topic,
                    "on": done.on,
                }
                for done in review.done
            ],
            "position": found.position,
        }
    )


def review_history_answer(found: ReviewDossier) -> ReviewHistoryAnswer:
    """Tell what happened."""
    events = [MomentAnswer.of(moment) for moment in moments(found)]
    return ReviewHistoryAnswer(number=found.review.number, position=found.position, events=events)


def _clocks(found: ReviewDossier) -> list[dict[str, Any]]:
    return [
        {"step": clock.step, "due_on": due_on, "basis": clock.basis, "stops": clock.stops}
        for clock, due_on in found.running
    ]


def _factors(found: ReviewDossier) -> list[dict[str, Any]]:
    return [
        {
            "factor": factor.code,
            "rating": answer.rating if answer else None,
            "text": said(answer.text) if answer else "",
            "evidence": list(answer.evidence) if answer else [],
            "found": rating or None,
            "finding": finding,
        }
        for factor, answer, rating, finding in found.by_factor()
    ]


def _negatives(found: ReviewDossier) -> list[dict[str, Any]]:
    return [{"code": code, "hit": hit, "ground": ground} for code, hit, ground in found.negatives()]
