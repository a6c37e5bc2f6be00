"""How the events of all desks are called, by their topics."""

from functools import cache

from audit_service.desks.carrying import every_module
from audit_service.web.translation import gettext as _


def event_title(topic: str) -> str:
    """Return what happened, in the reader's language; the topic itself if no desk reads it."""
    return _(title_of(topic))


def title_of(topic: str) -> str:
    """Return what happened, as a message to translate; the topic itself if no desk reads it."""
    return _titles().get(topic, topic)


@cache
def _titles() -> dict[str, str]:
    readings = (module.READINGS for name, module in every_module().items() if name.endswith(".readings"))
    return {event.TOPIC: reading.title for each in readings for event, reading in each.items()}
