"""What can be chosen in commands about errors. Fields of commands have these types."""

from typing import Annotated

from audit_service.desks.errors.elements import ELEMENTS
from audit_service.desks.errors.names import element_name
from audit_service.desks.offers import titled
from audit_service.web.kinds import Choice, Choices
from domain.errors.axes import CAUSES, CHANNELS, DIRECTIONS, NATURES, ORIGINS
from domain.errors.notices import ITEMS
from domain.errors.state import STATES
from domain.errors.substantiation import DISMISSALS


def _elements() -> list[Choice]:
    return [Choice(code, element_name(code)) for code in sorted(ELEMENTS.known())]


ElementCode = Annotated[str, Choices(_elements)]
"""What any catalogue of the office has; the one in force on the day decides."""
Nature = Annotated[str, Choices(titled(NATURES))]
Cause = Annotated[str, Choices(titled(CAUSES))]
Origin = Annotated[str, Choices(titled(ORIGINS))]
Direction = Annotated[str, Choices(titled(DIRECTIONS))]
Discovery = Annotated[str, Choices(titled(CHANNELS))]
DismissalReason = Annotated[str, Choices(titled(DISMISSALS))]
NoticeItem = Annotated[str, Choices(titled(ITEMS))]
ErrorStateCode = Annotated[str, Choices(titled({state.value: title for state, title in STATES.items()}))]
