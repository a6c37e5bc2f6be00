"""Codes of inspections: what can be chosen, and how they are called in the reader's language."""

from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.web.kinds import Choices
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.inspections.committing import BEACON_RULES
from domain.inspections.focus import FOCUS, NOT_SATISFIED, NOT_YET, RESULTS, SATISFIED
from domain.inspections.planning import COMMITTED, CONCLUDED, DRAWN, PLANNED, STATES, WITHDRAWN
from domain.inspections.sampling import STRATA
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER

INSPECTORS = (INSPECTOR,)
"""Who inspects: nobody else writes in an inspection, but for answers."""
WHO_ANSWERS = (CASEWORKER, CLERK, MANAGER)
"""Who answers for the unit that was asked."""
SEES_SAMPLE = (INSPECTOR, MANAGER)
"""Who sees which cases are in the sample, once it is drawn."""

COLOURS = {PLANNED: "blue", COMMITTED: "purple", DRAWN: "yellow", CONCLUDED: "green", WITHDRAWN: "grey"}
"""The colour of a state's tag."""
RESULT_COLOURS = {SATISFIED: "green", NOT_SATISFIED: "red", NOT_YET: "grey"}

FocusArea = Annotated[str, Choices(titled(FOCUS))]
Result = Annotated[str, Choices(titled(RESULTS))]
InspectionState = Annotated[str, Choices(titled(STATES))]
StratumCode = Annotated[str, Choices(titled(STRATA))]


def inspection_state(state: str) -> str:
    """Return where an inspection stands."""
    return _(STATES[state])


def focus_name(focus: str) -> str:
    """Return what a focus area looks at."""
    return _(FOCUS[focus])


def focus_names(some: tuple[str, ...]) -> str:
    """Return what several focus areas look at."""
    return written([focus_name(focus) for focus in some])


def result_name(result: str) -> str:
    """Return the name of a result."""
    return _(RESULTS[result])


def stratum_name(stratum: str) -> str:
    """Return the name of a stratum."""
    return _(STRATA[stratum])


def beacon_rule(rule: str) -> str:
    """Return how the event is found whose hash nobody could know."""
    return _(BEACON_RULES[rule])
