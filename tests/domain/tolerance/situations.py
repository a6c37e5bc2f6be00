"""Where a review may stand, and what somebody may have had to do with it before."""

from collections.abc import Callable

from domain.parts import Done
from domain.refusal import Reference
from domain.tolerance.duties import CONCERNED_BY, DECISION, REPORT, UNIT
from domain.tolerance.outcomes import EXEMPT
from domain.tolerance.review import ToleranceReview
from tests.builders import day, person
from tests.tolerance_builders import (
    ERROR,
    TERMS,
    a_determined_review,
    a_draft,
    a_notified_review,
    a_proposed_review,
    a_reported_review,
    a_review_asked_for,
    a_review_asked_for_again,
    a_review_being_verified,
    a_review_heard,
    a_review_in_deliberation,
    a_review_to_supplement,
    a_reviewed_review,
    a_submitted_review,
    a_verified_review,
    an_accepted_review,
    an_organs_act,
    named,
)
from tests.tolerance_lives import (
    a_closed_review,
    a_filed_review,
    a_final_review,
    a_review_not_accepted,
    a_revoked_review,
    a_suspended_review,
    a_withdrawn_review,
)

WATCHED = person("watched")
NEXT_TIME = person("next reviewer")


def an_extended_review() -> ToleranceReview:
    review = a_review_being_verified()
    review.extend_verification(TERMS, an_organs_act(on="2021-10-08"))
    return review


def a_review_whose_statement_is_offered() -> ToleranceReview:
    review = a_verified_review()
    review.offer_statement(TERMS, an_organs_act(on="2021-10-13"))
    return review


def a_review_without_minutes() -> ToleranceReview:
    review = a_verified_review()
    members = named(*(person(f"panel {number}") for number in (1, 2, 3)))
    review.open_deliberation(members, TERMS, an_organs_act(on="2021-10-14"), held_on=day("2021-10-14"))
    return review


def a_proposal_without_an_offer() -> ToleranceReview:
    review = a_review_without_minutes()
    review.record_minutes("All were heard.", an_organs_act(on="2021-10-14"))
    for number in (1, 2, 3):
        review.vote(EXEMPT, an_organs_act(person(f"panel {number}"), "2021-10-14"))
    review.propose(EXEMPT, TERMS, an_organs_act(on="2021-10-14"))
    return review


def a_review_reviewed_again() -> ToleranceReview:
    review = a_review_asked_for_again()
    act = an_organs_act(NEXT_TIME, "2021-12-01")
    review.decide_review("upheld", "lightened", "So it is.", ERROR, TERMS, act)
    return review


SITUATIONS: dict[str, tuple[Callable[[], ToleranceReview], str]] = {
    "draft": (a_draft, "2021-09-28"),
    "submitted": (a_submitted_review, "2021-09-29"),
    "to supplement": (a_review_to_supplement, "2021-09-30"),
    "not accepted": (a_review_not_accepted, "2021-09-30"),
    "accepted": (an_accepted_review, "2021-09-30"),
    "verifying": (a_review_being_verified, "2021-10-08"),
    "extended": (an_extended_review, "2021-10-09"),
    "reported": (a_reported_review, "2021-10-12"),
    "verified": (a_verified_review, "2021-10-13"),
    "offered": (a_review_whose_statement_is_offered, "2021-10-14"),
    "no minutes": (a_review_without_minutes, "2021-10-14"),
    "deliberating": (a_review_in_deliberation, "2021-10-14"),
    "proposed": (a_proposed_review, "2021-10-14"),
    "not offered": (a_proposal_without_an_offer, "2021-10-15"),
    "heard": (a_review_heard, "2021-10-15"),
    "not heard": (a_proposed_review, "2021-10-21"),
    "determined": (a_determined_review, "2021-10-19"),
    "notified": (a_notified_review, "2021-11-18"),
    "window over": (a_notified_review, "2021-11-19"),
    "under review": (a_review_asked_for, "2021-11-01"),
    "reviewed": (a_reviewed_review, "2021-12-15"),
    "next window over": (a_reviewed_review, "2021-12-16"),
    "under next review": (a_review_asked_for_again, "2021-12-01"),
    "reviewed again": (a_review_reviewed_again, "2021-12-02"),
    "final": (a_final_review, "2021-11-20"),
    "filed": (a_filed_review, "2021-11-23"),
    "filed, lightened": (lambda: a_filed_review("lightened"), "2021-11-23"),
    "closed": (a_closed_review, "2021-11-25"),
    "withdrawn": (a_withdrawn_review, "2021-09-30"),
    "suspended": (a_suspended_review, "2021-10-12"),
    "revoked": (a_revoked_review, "2022-03-02"),
}
"""How a review comes to stand there, and the day on which it is asked what may be done."""

ONCE = day("2021-09-01")
EARLIER = Reference(position=7)


def with_part(review: ToleranceReview, relation: str) -> ToleranceReview:
    """The same review, with which the watched person has had something to do."""
    known = review.copied()
    if relation in PART:
        known.done = (*known.done, Done(PART[relation], WATCHED, ONCE, EARLIER))
    CALLED.get(relation, _nothing)(known)
    return known


def _nothing(review: ToleranceReview) -> None:
    """Call them to nothing."""


def _concerned(review: ToleranceReview) -> None:
    review.officials = (*review.officials, WATCHED)


def _flagger(review: ToleranceReview) -> None:
    review.applied_by = WATCHED


def _verifier(review: ToleranceReview) -> None:
    review.verifiers = (*review.verifiers, WATCHED)


def _voter(review: ToleranceReview) -> None:
    review.panel = (*review.panel, WATCHED)


def _reviewer(review: ToleranceReview) -> None:
    review.reviewers = (*review.reviewers, WATCHED)


CALLED: dict[str, Callable[[ToleranceReview], None]] = {
    "concerned": _concerned,
    "flagger": _flagger,
    "verifier": _verifier,
    "voter": _voter,
    "reviewer": _reviewer,
    "next reviewer": _reviewer,
}
PART = {
    "decider": DECISION,
    "concerned": CONCERNED_BY,
    "reporter": REPORT,
    "manager of the unit": UNIT,
    "flagger": "tolerance.submitted",
    "recused": "tolerance.verifier_recused",
    "intake": "tolerance.accepted",
    "verifier": "tolerance.verifiers_assigned",
    "voter": "tolerance.vote_cast",
    "determiner": "tolerance.determined",
    "reviewer": "tolerance.reviewers_assigned",
    "next reviewer": "tolerance.next_reviewers_assigned",
}
RELATIONS = ("none", *PART)
