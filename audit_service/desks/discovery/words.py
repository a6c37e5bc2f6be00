"""Codes of discoveries: what can be chosen, and how they are called in the reader's language."""

from typing import Annotated

from audit_service.desks.names import programme_name
from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING
from domain.discovery.discovery import (
    APPLIED,
    DECLINED,
    DECLINED_BECAUSE,
    NOT_ENTITLED,
    NOT_ENTITLED_BECAUSE,
    SIGNS,
    STATES,
    WAITING,
)

COLOURS = {WAITING: "yellow", APPLIED: "green", NOT_ENTITLED: "grey", DECLINED: "grey"}
"""The colour of a state's tag."""


Sign = Annotated[str, Choices(titled(SIGNS))]
DiscoveryState = Annotated[str, Choices(titled(STATES))]
NotEntitledReason = Annotated[str, Choices(titled(NOT_ENTITLED_BECAUSE))]
DeclinedReason = Annotated[str, Choices(titled(DECLINED_BECAUSE))]


def sign_name(sign: str) -> str:
    """Return what makes a family one that may be entitled."""
    return _(SIGNS[sign])


def discovery_state(state: str) -> str:
    """Return what became of a discovery."""
    return _(STATES[state])


def decided_because(state: str, reason: str) -> str:
    """Return why a family is not entitled, or does not want it."""
    titles = {NOT_ENTITLED: NOT_ENTITLED_BECAUSE, DECLINED: DECLINED_BECAUSE}.get(state, {})
    return _(titles.get(reason, "")) or NOTHING


def possible_programme(code: str) -> str:
    """Return the name of the programme that a family may be entitled to, if that is clear."""
    return programme_name(code) if code else NOTHING
