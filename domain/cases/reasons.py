"""Reasons that are counted: a code for the figures, beside the grounds in the official's own words."""

from collections.abc import Mapping

from domain.kernel import Act
from domain.refusal import Message, Refused


class ReasonMissing(Refused):
    """What takes or gives money later has a reason in writing."""

    CODE = "case.reason_missing"
    SENTENCE = "There is no reason given. Say why, in words that the family can be told."


class UnknownReason(Refused):
    """Reasons are counted, so they come from a list."""

    CODE = "case.unknown_reason"
    SENTENCE = "There is no reason %(reason)s. Choose one of: %(reasons)s."


class LearnedLater(Refused):
    """Nobody acts on what they are still to learn."""

    CODE = "case.learned_later"
    SENTENCE = "Nobody can have learned on %(learned_on)s what is recorded on %(on)s. Check the day."


REFUSALS = {
    "income": "The income is not below the standard",
    "property": "The property is above the limit",
    "incomplete": "The application stayed incomplete",
    "untrue": "The household's declaration was not true",
    "check_refused": "The household refused to be checked",
    "not_responsible": "Another office is responsible",
    "other_support": "Others are bound and able to give support",
    "other_programme": "Covered by another programme",
    "not_eligible": "The conditions of the programme are not met",
    "withdrawn": "The application was withdrawn",
    "other": "Another reason",
}
"""Why an application is refused; messages to translate."""

TERMINATIONS = {
    "died": "Death",
    "income": "The income is no longer below the standard",
    "property": "The property is above the limit",
    "moved": "Moved away",
    "withdrew": "Withdrew from assistance",
    "check_refused": "The household refused to be checked",
    "fraud": "Obtained by deception",
    "age": "Grew out of the programme",
    "guardian_resumed": "A guardian cares for the child again",
    "other_programme": "Covered by another programme",
    "other": "Another reason",
}
"""Why assistance ends; messages to translate."""


def check_known(reason: str, reasons: Mapping[str, str]) -> None:
    """Raises UnknownReason."""
    if reason not in reasons:
        raise UnknownReason(reason=reason, reasons=tuple(map(Message, reasons.values())))


def check_reason(act: Act) -> None:
    """Raises ReasonMissing, LearnedLater."""
    if not act.because.strip():
        raise ReasonMissing
    if act.learned_on and act.learned_on > act.on:
        raise LearnedLater(learned_on=act.learned_on, on=act.on)
