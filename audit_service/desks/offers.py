"""What can be chosen in commands: areas, programmes, kinds, reasons. Fields of commands have these types."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

from audit_service.desks.names import area_name, programme_name
from audit_service.web.kinds import Choice, Choices
from domain.areas import AREAS
from domain.cases.application import CHANNELS
from domain.cases.entitlement import UPLIFTS
from domain.cases.programmes import PROGRAMMES
from domain.cases.reasons import REFUSALS, TERMINATIONS
from domain.cases.state import STATES
from domain.officials.kinship import RELATIONS
from domain.standards.living_standard import KINDS, ROUNDINGS, RURAL, URBAN


def titled(titles: Mapping[str, str]) -> Callable[[], Iterable[Choice]]:
    """Return what offers each code under its title."""
    return lambda: [Choice(code, title) for code, title in titles.items()]


def _named(codes: Iterable[str], name: Callable[[str], str]) -> Callable[[], Iterable[Choice]]:
    return lambda: [Choice(code, name(code)) for code in codes]


AreaCode = Annotated[str, Choices(_named(AREAS, area_name))]
ProgrammeCode = Annotated[str, Choices(_named(PROGRAMMES, programme_name))]
StandardKind = Annotated[str, Choices(titled(KINDS))]
"""Of a standard that is published, which may be for both."""
HouseholdKind = Annotated[str, Choices(titled({kind: KINDS[kind] for kind in (URBAN, RURAL)}))]
"""Of standard that a household is on."""
Rounding = Annotated[str, Choices(titled(ROUNDINGS))]
UpliftCategory = Annotated[str, Choices(titled(UPLIFTS))]
Channel = Annotated[str, Choices(titled(CHANNELS))]
RefusalReason = Annotated[str, Choices(titled(REFUSALS))]
TerminationReason = Annotated[str, Choices(titled(TERMINATIONS))]
Relation = Annotated[str, Choices(titled(RELATIONS))]
CaseState = Annotated[str, Choices(titled({state.value: title for state, title in STATES.items()}))]
