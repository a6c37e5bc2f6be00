"""Segregation of duties: by person, whatever their roles, by what the error's own history says.

The matrix: who decided does not look into it; who looked into it does not correct it; who corrected
or carried it out does not verify it, nor does who issued the notice; who plans it does not accept the
plan; an objection is decided on by somebody who had no part in what is objected to. Inspectors report,
issue notices and accept the plans for them, nothing else.
"""

from uuid import UUID

from domain.errors.refusals import HadAPart, NotForThisRole
from domain.errors.state import ErrorState
from domain.kernel import Act
from domain.refusal import Message
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, OPERATOR, ORGAN, ROLES

DECISION = "case.decision"
"""Stands for the decision in error, which is in the history of the case."""

DECIDED, SUBSTANTIATED, NOTIFIED, OBJECTED = "decided", "substantiated", "notified", "objected"
ANSWERED, CARRIED_OUT, CORRECTED, VERIFIED = "answered", "carried_out", "corrected", "verified"
CLOSED, PLAN_ACCEPTED, HELD = "closed", "plan_accepted", "held"

PARTS = {
    DECIDED: "Take part in the decision",
    SUBSTANTIATED: "Look into the error and classify it",
    NOTIFIED: "Issue the correction notice",
    OBJECTED: "Object to the notice",
    ANSWERED: "Decide on the objection",
    CARRIED_OUT: "Carry the correction out",
    CORRECTED: "Correct the case and the money",
    VERIFIED: "Verify the correction",
    CLOSED: "Close the error",
    PLAN_ACCEPTED: "Accept the plan",
    HELD: "Hold officials to account",
}
"""Titles by part; messages to translate."""

EXCLUDES: dict[str, frozenset[str]] = {
    SUBSTANTIATED: frozenset({DECIDED, CARRIED_OUT, CORRECTED, VERIFIED}),
    NOTIFIED: frozenset({ANSWERED, VERIFIED}),
    OBJECTED: frozenset({ANSWERED}),
    ANSWERED: frozenset({DECIDED, NOTIFIED, OBJECTED}),
    CARRIED_OUT: frozenset({SUBSTANTIATED, VERIFIED, PLAN_ACCEPTED}),
    CORRECTED: frozenset({DECIDED, SUBSTANTIATED, VERIFIED}),
    VERIFIED: frozenset({DECIDED, SUBSTANTIATED, NOTIFIED, CARRIED_OUT, CORRECTED}),
    CLOSED: frozenset({DECIDED}),
    PLAN_ACCEPTED: frozenset({DECIDED, CARRIED_OUT}),
    HELD: frozenset({DECIDED}),
}
"""By part: the parts that nobody may have had who takes it now."""

TAKEN_BY: dict[str, tuple[str, str]] = {
    DECISION: (DECIDED, "Decision in question"),
    "error.substantiation_begun": (SUBSTANTIATED, "Substantiation begun"),
    "error.substantiated": (SUBSTANTIATED, "Error substantiated"),
    "error.dismissed": (SUBSTANTIATED, "Report dismissed"),
    "error.classified": (SUBSTANTIATED, "Error classified"),
    "error.notice_issued": (NOTIFIED, "Correction notice issued"),
    "error.notice_objected_to": (OBJECTED, "Notice objected to"),
    "error.objection_decided": (ANSWERED, "Objection decided on"),
    "error.plan_submitted": (CARRIED_OUT, "Plan submitted"),
    "error.correction_completed": (CARRIED_OUT, "Correction completed"),
    "error.case_corrected": (CORRECTED, "Case corrected"),
    "error.difference_entered": (CORRECTED, "Difference entered"),
    "error.back_payment_ordered": (CORRECTED, "Back payment ordered"),
    "error.recoverability_decided": (CORRECTED, "Recoverability decided"),
    "error.recovery_decided": (CORRECTED, "Recovery decided"),
    "error.entry_reversed": (CORRECTED, "Entry reversed"),
    "error.correction_verified": (VERIFIED, "Correction verified"),
    "error.correction_rejected": (VERIFIED, "Correction rejected"),
    "error.followed_up": (VERIFIED, "Correction followed up"),
    "error.closed": (CLOSED, "Error closed"),
    "error.plan_accepted": (PLAN_ACCEPTED, "Plan accepted"),
    "error.accountability_noticed": (HELD, "Notice of accountability given"),
    "error.accountability_decided": (HELD, "Accountability decided"),
}
"""The part that each act takes, and its title; messages to translate."""

KEPT_FROM: dict[str, frozenset[str]] = {
    CLERK: frozenset({HELD}),
    CASEWORKER: frozenset({HELD}),
    MANAGER: frozenset({HELD}),
    INSPECTOR: frozenset(PARTS) - {NOTIFIED, PLAN_ACCEPTED},
    ORGAN: frozenset(PARTS) - {HELD},
    OPERATOR: frozenset(PARTS),
}
"""Parts that a role never takes: inspectors see to notices, the organ to the officials."""


class Duties(ErrorState):
    """The part of an error that knows who had which part in it."""

    def check_duty(self, part: str, by: UUID) -> None:
        """Raises HadAPart, which names the rule and the act that makes it so."""
        for done in self.done:
            had, title = TAKEN_BY[done.topic]
            if done.by == by and had in EXCLUDES[part]:
                raise HadAPart(
                    part=Message(PARTS[part]), had=Message(PARTS[had]), act=Message(title), on=done.on
                ).resting_on(done.event)

    def excluded_from(self, part: str) -> tuple[UUID, ...]:
        """Return who may not take the part, for what they did before."""
        return tuple(
            dict.fromkeys(done.by for done in self.done if TAKEN_BY[done.topic][0] in EXCLUDES[part])
        )

    def check_part(self, part: str, act: Act) -> None:
        """Raises NotForThisRole, HadAPart."""
        if part in KEPT_FROM.get(act.role, ()):
            raise NotForThisRole(role=Message(ROLES[act.role]), part=Message(PARTS[part]))
        self.check_duty(part, act.by)
