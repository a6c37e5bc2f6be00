"""Reasons that are counted: a code for the figures, beside the grounds in the official's own words."""

from collections.abc import Mapping

from domain.cases.refusals import UnknownReason
from domain.kernel import Message

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
