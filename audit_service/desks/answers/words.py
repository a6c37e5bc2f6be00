"""How counts that everyone may read are written."""

from audit_service.desks.answers.looking import Count
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number

TABLES = {
    "topic": ("By topic", "Topic"),
    "channel": ("By how they came in", "How it came in"),
    "area": ("By area", "Area"),
}
"""Title of each table and of its first column; messages to translate."""
HIDDEN = "Not shown"
"""How a count is written that could tell who somebody is; a message to translate."""


def shown(count: int | None) -> str:
    """Write a count."""
    return _(HIDDEN) if count is None else number(count)


def share_of(count: Count) -> str:
    """Write how many of a hundred were answered in time."""
    return _(HIDDEN) if count.in_time is None else f"{count.in_time} %"
