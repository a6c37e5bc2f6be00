"""What can be chosen in commands about the review of an error. Fields of commands have these types."""

from typing import Annotated

from audit_service.desks.offers import titled
from audit_service.desks.tolerance.editions import EDITIONS
from audit_service.desks.tolerance.names import WAITING
from audit_service.web.kinds import Choice, Choices
from audit_service.web.wording import written
from domain.tolerance.clocks import STEPS, STOPS
from domain.tolerance.outcomes import (
    APPLICANTS,
    CONDITIONS,
    CONTENTS,
    EFFECTS,
    GROUNDS,
    OUTCOMES,
    RESULTS,
)
from domain.tolerance.state import STATES


def _situations() -> list[Choice]:
    return [Choice(code, f"{code} {written(each)}") for code, each in EDITIONS.situations().items()]


def _ratings() -> list[Choice]:
    return [Choice(code, written(each)) for code, each in EDITIONS.ratings().items()]


Applicant = Annotated[str, Choices(titled(APPLICANTS))]
ClockStep = Annotated[str, Choices(titled(STEPS))]
ClockStops = Annotated[str, Choices(titled(STOPS))]
Condition = Annotated[str, Choices(titled(CONDITIONS))]
Content = Annotated[str, Choices(titled(CONTENTS))]
Effect = Annotated[str, Choices(titled(EFFECTS))]
Ground = Annotated[str, Choices(titled(GROUNDS))]
Outcome = Annotated[str, Choices(titled(OUTCOMES))]
RatingCode = Annotated[str, Choices(_ratings)]
"""Any rating of any factor that the office ever published; the rules of the review decide."""
Result = Annotated[str, Choices(titled(RESULTS))]
ReviewState = Annotated[str, Choices(titled({state.value: title for state, title in STATES.items()}))]
Waiting = Annotated[str, Choices(titled(WAITING))]
SituationCode = Annotated[str, Choices(_situations)]
"""Any entry of any tolerance list that the office ever published; the rules of the review decide."""
