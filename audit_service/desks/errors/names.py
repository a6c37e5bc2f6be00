"""How what the record says of errors is called: elements, axes, states, items of a notice."""

from collections.abc import Sequence

from audit_service.desks.errors.elements import ELEMENTS
from audit_service.web.translation import gettext as _
from audit_service.web.wording import NOTHING, written
from domain.errors.axes import CAUSES, CHANNELS, DIRECTIONS, NATURES, ORIGINS
from domain.errors.duties import PARTS
from domain.errors.notices import ITEMS
from domain.errors.rectification import CHANGES
from domain.errors.state import STATES, State
from domain.errors.substantiation import DISMISSALS
from projections.error_tables import NAMED, REPORTED

TITLES = {
    "nature": NATURES,
    "cause": CAUSES,
    "origin": ORIGINS,
    "direction": DIRECTIONS,
    "channel": CHANNELS,
}
"""By axis, the titles of its codes."""

STATE_COLOURS = {
    State.REPORTED: "blue",
    State.UNDER_SUBSTANTIATION: "blue",
    State.SUBSTANTIATED: "orange",
    State.DISMISSED: "grey",
    State.CLASSIFIED: "orange",
    State.CORRECTING: "yellow",
    State.CLOSED: "green",
}
"""The colour of a state's tag."""

WITHOUT_DUTIES = {REPORTED: "Report the error", NAMED: "See to what the notice asks for"}
"""Parts that keep nobody from another; messages to translate."""


def element_name(code: str | None) -> str:
    """Return an element with its code: `E01 Income assessed wrongly`."""
    if not code:
        return NOTHING
    element = ELEMENTS.known().get(code)
    return f"{code} {written(element)}" if element else code


def axis_name(axis: str, code: str | None) -> str:
    """Return the name of a code on one of the axes, or of a channel."""
    if axis == "element" or not code:
        return element_name(code)
    return _(TITLES[axis].get(code, code))


def nature_name(code: str) -> str:
    """Return the name of what was done or not done."""
    return axis_name("nature", code)


def cause_name(code: str) -> str:
    """Return the name of why it happened."""
    return axis_name("cause", code)


def origin_name(code: str) -> str:
    """Return the name of where it came from."""
    return axis_name("origin", code)


def origin_names(codes: Sequence[str]) -> str:
    """Return the names of where errors of a kind come from."""
    return written([origin_name(code) for code in codes]) if codes else NOTHING


def direction_name(code: str) -> str:
    """Return the name of what it did to the money."""
    return axis_name("direction", code)


def discovery_name(code: str) -> str:
    """Return the name of how it came to light."""
    return axis_name("channel", code)


def error_state_name(state: str) -> str:
    """Return the name of an error's state."""
    return _(STATES[State(state)])


def dismissal_name(reason: str) -> str:
    """Return the name of a reason for dismissing a report."""
    return _(DISMISSALS.get(reason, reason))


def item_name(item: str) -> str:
    """Return the name of what a notice asks for."""
    return _(ITEMS.get(item, item))


def item_names(items: tuple[str, ...]) -> str:
    """Return the names of all that a notice asks for."""
    return written([item_name(item) for item in items])


def change_name(change: str) -> str:
    """Return the name of how a case was corrected."""
    return _(CHANGES.get(change, change))


def part_name(part: str) -> str:
    """Return the name of a part that somebody has in an error."""
    return _((PARTS | WITHOUT_DUTIES)[part])
