"""What may be done with an error next, by whom, and why not."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from domain.errors.duties import (
    ANSWERED,
    CARRIED_OUT,
    CLOSED,
    CORRECTED,
    HELD,
    NOTIFIED,
    OBJECTED,
    PLAN_ACCEPTED,
    SUBSTANTIATED,
    VERIFIED,
)
from domain.errors.error_record import ErrorRecord
from domain.errors.state import State
from domain.kernel import Act
from domain.refusal import Refused


@dataclass(frozen=True)
class Action:
    """Something that can be done with an error, now or not."""

    name: str
    """One of ACTIONS: the name of the error's method."""
    title: str
    """A message to translate."""
    refusal: Refused | None = None
    """Why this official may not do it now; None if they may."""
    excluded: tuple[UUID, ...] = ()
    """Officials who may not do it at any time, for the part they had."""


Check = Callable[[ErrorRecord, Act], object]

ACTIONS: dict[str, tuple[str, str, Check]] = {
    "begin_substantiation": (
        "Look into the error",
        SUBSTANTIATED,
        lambda error, act: error.check_substantiation(act, State.REPORTED),
    ),
    "substantiate": (
        "Substantiate the error",
        SUBSTANTIATED,
        lambda error, act: error.check_substantiation(act, State.UNDER_SUBSTANTIATION),
    ),
    "dismiss": (
        "Dismiss the report",
        SUBSTANTIATED,
        lambda error, act: error.check_substantiation(act, State.UNDER_SUBSTANTIATION),
    ),
    "classify": ("Classify the error", SUBSTANTIATED, ErrorRecord.check_classification),
    "issue_notice": ("Issue a correction notice", NOTIFIED, ErrorRecord.check_notice),
    "acknowledge": ("Acknowledge the notice", "", ErrorRecord.check_acknowledgement),
    "object_to_notice": ("Object to the notice", OBJECTED, ErrorRecord.check_objection),
    "decide_objection": (
        "Decide on the objection",
        ANSWERED,
        ErrorRecord.check_decision_on_objection,
    ),
    "submit_plan": ("Submit a plan", CARRIED_OUT, ErrorRecord.check_plan),
    "accept_plan": ("Accept the plan", PLAN_ACCEPTED, ErrorRecord.check_acceptance),
    "correct_case": ("Correct the case", CORRECTED, ErrorRecord.check_correction_of_case),
    "enter_difference": ("Enter the difference", CORRECTED, ErrorRecord.check_entering),
    "order_back_payment": ("Order a back payment", CORRECTED, ErrorRecord.check_back_payment),
    "pay_back": ("Record a back payment", "", lambda error, _: error.check_paying_back()),
    "decide_recoverability": (
        "Decide whether it is recoverable",
        CORRECTED,
        ErrorRecord.check_recoverability,
    ),
    "decide_recovery": ("Decide whether it is recovered", CORRECTED, ErrorRecord.check_recovery),
    "receive_recovery": ("Record what was recovered", "", lambda error, _: error.check_receiving()),
    "reverse_entry": ("Reverse an entry", CORRECTED, ErrorRecord.check_reversal),
    "complete_correction": ("Report the correction as done", CARRIED_OUT, ErrorRecord.check_completion),
    "verify_correction": ("Verify the correction", VERIFIED, ErrorRecord.check_verification),
    "reject_correction": ("Reject the correction", VERIFIED, ErrorRecord.check_verification),
    "escalate": ("Take it to the unit above", "", ErrorRecord.check_escalation),
    "close": ("Close the error", CLOSED, ErrorRecord.check_closing),
    "follow_up": ("Record the follow-up", VERIFIED, ErrorRecord.check_next_follow_up),
    "notice_accountability": (
        "Record a notice of accountability",
        HELD,
        ErrorRecord.check_accountability,
    ),
    "decide_accountability": (
        "Record a decision on accountability",
        HELD,
        ErrorRecord.check_accountability,
    ),
    "reopen": ("Open the error again", "", lambda error, _: error.check_reopening()),
}
"""Title, part and check of each, in the order they come in the life of an error; messages to translate."""


def actions(error: ErrorRecord, act: Act) -> tuple[Action, ...]:
    """Return everything that can be done with an error, with what stands against it for this official.

    What a command carries out checks the same, and what is asked for besides.
    """
    return tuple(
        Action(name, title, _against(check, error, act), error.excluded_from(part) if part else ())
        for name, (title, part, check) in ACTIONS.items()
    )


def _against(check: Check, error: ErrorRecord, act: Act) -> Refused | None:
    try:
        check(error, act)
    except Refused as refusal:
        return refusal
    return None
