"""Codes of leads: what can be chosen, and how they are called in the reader's language."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Annotated

from audit_service.desks.names import step_name
from audit_service.web.kinds import Choice, Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, written
from domain.leads.finding import KINDS, MISSING_STEP, OVERDUE_REVIEW
from domain.leads.lead import OPEN, REASONS, SET_ASIDE, STATES, TAKEN_UP
from domain.rechecking.amounts import NO_STANDARD

COLOURS = {OPEN: "yellow", TAKEN_UP: "red", SET_ASIDE: "grey"}
"""The colour of a state's tag."""


def _titled(titles: Mapping[str, str]) -> Callable[[], Iterable[Choice]]:
    return lambda: [Choice(code, title) for code, title in titles.items()]


LeadKind = Annotated[str, Choices(_titled(KINDS))]
LeadState = Annotated[str, Choices(_titled(STATES))]
SettlingReason = Annotated[str, Choices(_titled(REASONS))]


def lead_kind(kind: str) -> str:
    """Return what was noticed."""
    return _(KINDS[kind])


def lead_state(state: str) -> str:
    """Return what became of a lead."""
    return _(STATES[state])


def settling_reason(reason: str) -> str:
    """Return why a lead was set aside."""
    return _(REASONS[reason])


def more_about(kind: str, detail: str) -> str:
    """Write what a lead says besides: the standard, the other case, the missing steps, the day it was due."""
    if not detail:
        return NOTHING
    if kind == MISSING_STEP:
        return written([step_name(step) for step in detail.split()])
    if kind == OVERDUE_REVIEW:
        return _("Was to be looked at by %(day)s", day=day(date.fromisoformat(detail)))
    return _("No standard was in force") if detail == NO_STANDARD else detail
