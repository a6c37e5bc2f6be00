"""What may be done with a review of tolerance next, by whom, and why not."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from domain.kernel import Act
from domain.refusal import Refused
from domain.tolerance.duties import (
    APPLIED,
    DETERMINED,
    LED,
    RECEIVED,
    REVIEWED,
    REVIEWED_AGAIN,
    REVISED,
    VERIFIED,
    VOTED,
)
from domain.tolerance.review import ToleranceReview
from domain.tolerance.reviewing import NEXT

REVIEWING = "reviewing"
"""Stands for the part that reviewing is, at the level that is open."""


@dataclass(frozen=True)
class Action:
    """Something that can be done with a review, now or not."""

    name: str
    """One of ACTIONS: the name of the review's method."""
    title: str
    """A message to translate."""
    refusal: Refused | None = None
    """Why this official may not do it now; None if they may."""
    excluded: tuple[UUID, ...] = ()
    """Officials who may not do it at any time, for the part they had."""


Check = Callable[[ToleranceReview, Act], object]

ACTIONS: dict[str, tuple[str, str, Check]] = {
    "answer_factor": ("Answer a factor", APPLIED, ToleranceReview.check_drafting),
    "claim_situations": ("Refer to the tolerance list", APPLIED, ToleranceReview.check_drafting),
    "cite_filing": ("Cite a prior filing", APPLIED, ToleranceReview.check_drafting),
    "submit": ("Submit the application", APPLIED, ToleranceReview.check_drafting),
    "request_supplement": ("Ask for a supplement", RECEIVED, ToleranceReview.check_intake),
    "supplement": ("Supplement the application", APPLIED, ToleranceReview.check_supplement),
    "accept": ("Accept the application", RECEIVED, ToleranceReview.check_intake),
    "refuse_acceptance": ("Refuse to accept it", RECEIVED, ToleranceReview.check_intake),
    "assign_verifiers": ("Assign the verifiers", LED, ToleranceReview.check_assigning),
    "recuse_verifier": ("Let a verifier keep away", LED, ToleranceReview.check_recusal),
    "replace_verifier": ("Replace a verifier", LED, ToleranceReview.check_replacing),
    "extend_verification": ("Give the verifiers more time", LED, ToleranceReview.check_extension),
    "report_verification": ("Report the verification", VERIFIED, ToleranceReview.check_report),
    "sign_verification": ("Sign the verification report", VERIFIED, ToleranceReview.check_signing),
    "offer_statement": ("Offer to hear the officials", LED, ToleranceReview.check_offer),
    "make_statement": ("Make a statement", "", ToleranceReview.check_statement),
    "decline_statement": ("Decline to make a statement", "", ToleranceReview.check_declining),
    "open_deliberation": ("Open the deliberation", LED, ToleranceReview.check_opening),
    "recuse_voter": ("Let a member of the panel keep away", LED, ToleranceReview.check_recusal_of_voter),
    "record_minutes": ("Record the minutes", LED, ToleranceReview.check_minutes),
    "vote": ("Vote", VOTED, ToleranceReview.check_vote),
    "propose": ("Propose an outcome", LED, ToleranceReview.check_proposal),
    "determine": ("Determine the outcome", DETERMINED, ToleranceReview.check_determination),
    "notify": ("Notify the officials", LED, ToleranceReview.check_notification),
    "request_review": ("Request a review", "", ToleranceReview.check_request),
    "assign_reviewers": ("Assign the reviewers", LED, ToleranceReview.check_assigning_reviewers),
    "decide_review": ("Decide the review", REVIEWING, ToleranceReview.check_deciding_review),
    "become_final": ("Say that it is final", LED, ToleranceReview.check_finality),
    "record_effects": ("Record what follows", LED, ToleranceReview.check_effects),
    "file": ("File the determination", LED, ToleranceReview.check_filing),
    "clear_name": ("Clear the name", LED, ToleranceReview.check_clearing),
    "close": ("Close the review", LED, ToleranceReview.check_closing),
    "suspend": ("Suspend it for a criminal case", LED, ToleranceReview.check_suspension),
    "resume": ("Go on with it", LED, ToleranceReview.check_resumption),
    "withdraw": ("Withdraw the application", "", ToleranceReview.check_withdrawal),
    "revoke": ("Revoke what was obtained by concealment", REVISED, ToleranceReview.check_revocation),
}
"""Title, part and check of each, in the order they come in the life of a review; messages to translate."""


def actions(review: ToleranceReview, act: Act) -> tuple[Action, ...]:
    """Return everything that can be done with a review, with what stands against it for this official.

    What a command carries out checks the same, and what is asked for besides.
    """
    return tuple(
        Action(name, title, _against(check, review, act), _excluded(review, part))
        for name, (title, part, check) in ACTIONS.items()
    )


def _excluded(review: ToleranceReview, part: str) -> tuple[UUID, ...]:
    if part == REVIEWING:
        part = REVIEWED_AGAIN if review.level == NEXT else REVIEWED
    return review.excluded_from(part) if part else ()


def _against(check: Check, review: ToleranceReview, act: Act) -> Refused | None:
    try:
        check(review, act)
    except Refused as refusal:
        return refusal
    return None
