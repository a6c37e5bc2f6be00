"""Codes of leads: what can be chosen, and how they are called in the reader's language."""

import re
from datetime import date
from typing import Annotated

from audit_service.desks.cases.readings import READINGS as OF_CASES
from audit_service.desks.names import step_name
from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, day, written
from domain.leads.finding import (
    ARITHMETIC,
    INCOMPATIBLE,
    KINDS,
    MISSING_STEP,
    OVERDUE_REVIEW,
    PAID_AFTER_DEATH,
    RELATIVE,
    TWICE,
    WRONG_STANDARD,
)
from domain.leads.lead import OPEN, OUTCOMES, REASONS, RESOLVED, SET_ASIDE, STATES, TAKEN_UP
from domain.rechecking.amounts import NO_STANDARD

COLOURS = {OPEN: "yellow", TAKEN_UP: "red", SET_ASIDE: "grey", RESOLVED: "green"}
"""The colour of a state's tag."""


ELEMENTS = {
    ARITHMETIC: "E07",
    WRONG_STANDARD: "E06",
    INCOMPATIBLE: "E09",
    TWICE: "E09",
    PAID_AFTER_DEATH: "E04",
    OVERDUE_REVIEW: "E14",
    MISSING_STEP: "E13",
    RELATIVE: "E12",
}
"""By kind of lead, the element that its report begins with; a person may see another one in it."""


A_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
CASE_ACTS = {event.TOPIC: reading.title for event, reading in OF_CASES.items()}
"""What can be done in a case, by topic."""

LeadKind = Annotated[str, Choices(titled(KINDS))]
LeadState = Annotated[str, Choices(titled(STATES))]
SettlingReason = Annotated[str, Choices(titled(REASONS))]


def lead_kind(kind: str) -> str:
    """Return what was noticed."""
    return _(KINDS[kind])


def lead_state(state: str) -> str:
    """Return what became of a lead."""
    return _(STATES[state])


def settling_reason(reason: str) -> str:
    """Return why a lead was set aside."""
    return _(REASONS[reason])


def outcome_name(outcome: str) -> str:
    """Return what a lead about people was resolved by."""
    return _(OUTCOMES[outcome])


def more_about(kind: str, detail: str) -> str:
    """Write what a lead says besides: by its kind the standard, the other case, steps, an act, a day."""
    if not detail:
        return NOTHING
    if kind == MISSING_STEP:
        return written([step_name(step) for step in detail.split()])
    if kind == OVERDUE_REVIEW:
        return _("Was to be looked at by %(day)s", day=day(date.fromisoformat(detail)))
    if kind == PAID_AFTER_DEATH and A_DAY.fullmatch(detail):
        return _("Died on %(day)s", day=day(date.fromisoformat(detail)))
    if kind == RELATIVE:
        topic, declared_on = detail.split()
        told = {"act": _(CASE_ACTS[topic]), "day": day(date.fromisoformat(declared_on))}
        return _("%(act)s; declared as a relative on %(day)s", **told)
    return _("No standard was in force") if detail == NO_STANDARD else detail
