"""Codes of discipline leads: what can be chosen, and how they are called in the reader's language."""

from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from domain.inspections.discipline_lead import FOLLOWED, OPEN, REASONS, REFERRED, SET_ASIDE, SOURCES, STATES

COLOURS = {OPEN: "yellow", FOLLOWED: "blue", REFERRED: "red", SET_ASIDE: "grey"}
"""The colour of a state's tag."""

ClueSource = Annotated[str, Choices(titled(SOURCES))]
ClueState = Annotated[str, Choices(titled(STATES))]
SettingAside = Annotated[str, Choices(titled(REASONS))]


def clue_source(source: str) -> str:
    """Return what a discipline lead came from."""
    return _(SOURCES[source])


def clue_state(state: str) -> str:
    """Return how far a discipline lead is."""
    return _(STATES[state])


def setting_aside(reason: str) -> str:
    """Return why a discipline lead was set aside."""
    return _(REASONS[reason])
