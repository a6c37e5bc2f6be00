"""Codes of questions: what can be chosen, and how they are called in the reader's language."""

from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from domain.questions.raising import ANSWERED, STATES, WAITING
from domain.questions.topics import CHANNELS, TOPICS

COLOURS = {WAITING: "yellow", ANSWERED: "green"}
"""The colour of a state's tag."""


Topic = Annotated[str, Choices(titled(TOPICS))]
QuestionChannel = Annotated[str, Choices(titled(CHANNELS))]
QuestionState = Annotated[str, Choices(titled(STATES))]


def topic_name(topic: str) -> str:
    """Return what a question is about."""
    return _(TOPICS[topic])


def question_channel(channel: str) -> str:
    """Return how a question came in."""
    return _(CHANNELS[channel])


def question_state(state: str) -> str:
    """Return where a question stands."""
    return _(STATES[state])


LISTS = {
    "mine": "With me",
    "unassigned": "With nobody",
    "due": "Due soon",
    "overdue": "Overdue",
    "gone_up": "Gone up to me as the manager",
    "look_again": "To be asked again",
}
"""The lists of the question desk; messages to translate."""

QuestionList = Annotated[str, Choices(titled(LISTS))]
