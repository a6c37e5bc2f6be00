"""Segregation of duties: by person, whatever their roles, by what the history of the review says.

The matrix: who decided the case, is concerned or reported the error takes no part on the organ's side; who
applied neither verifies nor determines; who verified does not vote; who reviews had no part in what is
reviewed, at any level; who had to keep away from one part keeps away from all of the organ's.
"""

from uuid import UUID

from domain.kernel import Act
from domain.refusal import Message
from domain.roles import CASEWORKER, CLERK, MANAGER, ORGAN, ROLES
from domain.tolerance.refusals import CannotBeNamed, HadAPart, NotForThisRole
from domain.tolerance.state import ReviewState

DECISION, CONCERNED_BY, REPORT, UNIT = (
    "case.decision",
    "error.concerns",
    "error.report",
    "official.unit",
)
"""Stand for what is in another history than the review's."""

DRAFTED, PROPOSED, VOTE = "tolerance.drafted", "tolerance.proposed", "tolerance.vote_cast"
ASSIGNED, REPLACED = "tolerance.verifiers_assigned", "tolerance.verifier_replaced"
LEFT, PANEL_LEFT = "tolerance.verifier_recused", "tolerance.voter_recused"
FOUND, SIGNED = "tolerance.verification_reported", "tolerance.verification_signed"
OPENED, DETERMINATION = "tolerance.deliberation_opened", "tolerance.determined"
"""Acts that refusals rest on."""

DECIDED, CONCERNED, REPORTED, MANAGED, APPLIED = "decided", "concerned", "reported", "managed", "applied"
RECEIVED, LED, VERIFIED, VOTED, DETERMINED = "received", "led", "verified", "voted", "determined"
REVIEWED, REVIEWED_AGAIN, REVISED, RECUSED = "reviewed", "reviewed_again", "revised", "recused"

PARTS = {
    DECIDED: "Take part in the decision",
    CONCERNED: "Be an official concerned",
    REPORTED: "Report the error",
    MANAGED: "Manage the unit of who applies",
    APPLIED: "Apply for tolerance",
    RECEIVED: "Accept applications",
    LED: "Lead the procedure",
    VERIFIED: "Verify",
    VOTED: "Deliberate and vote",
    DETERMINED: "Determine the outcome",
    REVIEWED: "Review the determination",
    REVIEWED_AGAIN: "Review at the next level",
    REVISED: "Revoke the determination",
    RECUSED: "Keep away from the review",
}
"""Titles by part; messages to translate."""

OUTSIDE = frozenset({DECIDED, CONCERNED, REPORTED, APPLIED, RECUSED})
"""Parts that keep a person from all that the organ judges."""

EXCLUDES: dict[str, frozenset[str]] = {
    APPLIED: frozenset({RECEIVED, LED, VERIFIED, VOTED, DETERMINED, REVIEWED, REVIEWED_AGAIN}),
    RECEIVED: OUTSIDE | {MANAGED},
    LED: frozenset({DECIDED, CONCERNED, APPLIED, RECUSED}),
    VERIFIED: OUTSIDE | {VOTED, DETERMINED, REVIEWED, REVIEWED_AGAIN},
    VOTED: OUTSIDE | {VERIFIED, REVIEWED, REVIEWED_AGAIN},
    DETERMINED: OUTSIDE | {VERIFIED, REVIEWED, REVIEWED_AGAIN},
    REVIEWED: OUTSIDE | {VERIFIED, VOTED, DETERMINED, REVIEWED_AGAIN},
    REVIEWED_AGAIN: OUTSIDE | {VERIFIED, VOTED, DETERMINED, REVIEWED},
    REVISED: OUTSIDE | {VERIFIED, VOTED, DETERMINED},
}
"""By part: the parts that nobody may have had who takes it now."""

TAKEN_BY: dict[str, tuple[str, str]] = {
    DECISION: (DECIDED, "Decision in question"),
    CONCERNED_BY: (CONCERNED, "Named as concerned"),
    REPORT: (REPORTED, "Error reported"),
    UNIT: (MANAGED, "Manages the unit"),
    DRAFTED: (APPLIED, "Application drafted"),
    "tolerance.factor_answered": (APPLIED, "Factor answered"),
    "tolerance.situations_claimed": (APPLIED, "Situations claimed"),
    "tolerance.filing_cited": (APPLIED, "Prior filing cited"),
    "tolerance.submitted": (APPLIED, "Application submitted"),
    "tolerance.supplemented": (APPLIED, "Application supplemented"),
    "tolerance.supplement_requested": (RECEIVED, "Supplement requested"),
    "tolerance.accepted": (RECEIVED, "Application accepted"),
    "tolerance.acceptance_refused": (RECEIVED, "Application not accepted"),
    ASSIGNED: (VERIFIED, "Verifiers assigned"),
    REPLACED: (VERIFIED, "Verifier replaced"),
    FOUND: (VERIFIED, "Verification reported"),
    SIGNED: (VERIFIED, "Verification signed"),
    LEFT: (RECUSED, "Verifier keeps away"),
    PANEL_LEFT: (RECUSED, "Member of the panel keeps away"),
    OPENED: (VOTED, "Deliberation opened"),
    VOTE: (VOTED, "Vote cast"),
    PROPOSED: (DETERMINED, "Outcome proposed"),
    DETERMINATION: (DETERMINED, "Outcome determined"),
    "tolerance.reviewers_assigned": (REVIEWED, "Reviewers assigned"),
    "tolerance.review_decided": (REVIEWED, "Review decided"),
    "tolerance.next_reviewers_assigned": (REVIEWED_AGAIN, "Reviewers assigned"),
    "tolerance.next_review_decided": (REVIEWED_AGAIN, "Review decided"),
    "tolerance.revoked": (REVISED, "Determination revoked"),
}
"""The part that each act takes, and its title; messages to translate."""

OF_THE_ORGAN = (ORGAN,)
FOR_ROLES: dict[str, tuple[str, ...]] = {
    APPLIED: (CLERK, CASEWORKER, MANAGER),
    **dict.fromkeys(
        (RECEIVED, LED, VERIFIED, VOTED, DETERMINED, REVIEWED, REVIEWED_AGAIN, REVISED), OF_THE_ORGAN
    ),
}
"""By part: the roles that it is taken in."""


class Duties(ReviewState):
    """The part of a review that knows who had which part in it."""

    def check_duty(self, part: str, by: UUID) -> None:
        """Raises HadAPart, which names the rule and the act that makes it so."""
        for done in self.done:
            had, title = TAKEN_BY[done.topic]
            if done.by == by and had in EXCLUDES[part]:
                raise HadAPart(
                    part=Message(PARTS[part]), had=Message(PARTS[had]), act=Message(title), on=done.on
                ).resting_on(done.event)

    def check_part(self, part: str, act: Act) -> None:
        """Raises NotForThisRole, HadAPart."""
        if act.role not in FOR_ROLES[part]:
            raise NotForThisRole(
                role=Message(ROLES.get(act.role, act.role)),
                part=Message(PARTS[part]),
                roles=tuple(Message(ROLES[each]) for each in FOR_ROLES[part]),
            )
        self.check_duty(part, act.by)

    def check_named(self, part: str, person: UUID, login: str) -> None:
        """Refuse to call somebody to a part that they may not take. Raises CannotBeNamed."""
        try:
            self.check_duty(part, person)
        except HadAPart as refusal:
            cannot = CannotBeNamed(login=login, **refusal.facts)
            raise cannot.resting_on(refusal.rests_on) from refusal

    def excluded_from(self, part: str) -> tuple[UUID, ...]:
        """Return who may not take the part, for what they did before."""
        return tuple(
            dict.fromkeys(done.by for done in self.done if TAKEN_BY[done.topic][0] in EXCLUDES[part])
        )
