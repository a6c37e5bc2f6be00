"""What can be chosen in commands about errors. Fields of commands have these types."""

from collections.abc import Callable, Iterable, Mapping
from typing import Annotated

from audit_service.desks.errors.names import ELEMENTS, element_name
from audit_service.web.kinds import Choice, Choices
from domain.errors.axes import CAUSES, CHANNELS, DIRECTIONS, NATURES, ORIGINS
from domain.errors.notices import ITEMS
from domain.errors.state import STATES
from domain.errors.substantiation import DISMISSALS


def _titled(titles: Mapping[str, str]) -> Callable[[], Iterable[Choice]]:
    return lambda: [Choice(code, title) for code, title in titles.items()]


ElementCode = Annotated[str, Choices(lambda: [Choice(code, element_name(code)) for code in ELEMENTS])]
Nature = Annotated[str, Choices(_titled(NATURES))]
Cause = Annotated[str, Choices(_titled(CAUSES))]
Origin = Annotated[str, Choices(_titled(ORIGINS))]
Direction = Annotated[str, Choices(_titled(DIRECTIONS))]
Discovery = Annotated[str, Choices(_titled(CHANNELS))]
DismissalReason = Annotated[str, Choices(_titled(DISMISSALS))]
NoticeItem = Annotated[str, Choices(_titled(ITEMS))]
ErrorStateCode = Annotated[str, Choices(_titled({state.value: title for state, title in STATES.items()}))]
