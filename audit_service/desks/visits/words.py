"""Codes of visits: what can be chosen, and how they are called in the reader's language."""

from collections.abc import Iterable
from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.visits.state import CALLED_OFF, MADE, MISSED, PLANNED, STATES, WITHDRAWN
from domain.visits.told import NOBODY_MET, OBSERVATIONS, WITHDRAWALS
from projections.visit_coverage import STANDINGS

COLOURS = {PLANNED: "blue", MADE: "green", MISSED: "yellow", CALLED_OFF: "grey", WITHDRAWN: "grey"}
"""The colour of a state's tag."""

Observation = Annotated[str, Choices(titled(OBSERVATIONS))]
MissedBecause = Annotated[str, Choices(titled(NOBODY_MET))]
WithdrawnBecause = Annotated[str, Choices(titled(WITHDRAWALS))]
VisitStateCode = Annotated[str, Choices(titled(STATES))]
StandingCode = Annotated[str, Choices(titled(STANDINGS))]


def visit_state(state: str) -> str:
    """Return what became of a visit."""
    return _(STATES[state])


def observations_named(codes: Iterable[str]) -> str:
    """Return what stood out on a visit."""
    return written([_(OBSERVATIONS[code]) for code in codes])


def missed_because(reason: str) -> str:
    """Return why nobody was met."""
    return _(NOBODY_MET[reason])


def withdrawn_because(reason: str) -> str:
    """Return why a visit was withdrawn."""
    return _(WITHDRAWALS[reason])


def in_one_line(names: str) -> str:
    """Write names that stand one a line one after the other."""
    return written(names.splitlines())
