"""Reading an event in plain words: what happened, and what became different, in the reader's language.

Each desk says in its `readings.py` how the events of its aggregates are read.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from audit_service.store.sealing import Sealed
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import written
from domain.kernel import Event

Write = Callable[[Any], str]

ERASED = "Erased: the key of the person's data was destroyed"


@dataclass(frozen=True, kw_only=True)
class Shown:
    """One fact of an event that its reading shows."""

    label: str
    """A message to translate; empty if the event itself names the fact."""
    after: str
    """Name of the event's field."""
    before: str = ""
    """Name of the field with the value before; empty where there was none."""
    write: Write = written
    unless_empty: bool = False
    """Whether an empty value is passed over."""


@dataclass(frozen=True, kw_only=True)
class Reading:
    """How the events of one kind are read."""

    title: str
    """What happened, in a few words; a message to translate."""
    tag: str = ""
    """What stands out about it, in a word; a message to translate."""
    colour: str = "blue"
    """Of the tag."""
    shows: tuple[Shown, ...] = ()
    more: Callable[[Event], tuple[Changed, ...]] | None = None
    """Adds what a list of fields cannot say."""

    def changes(self, event: Event) -> tuple[Changed, ...]:
        """Return the facts of an opened event, each before and after, in the reader's language."""
        facts = vars(event)
        own = tuple(
            Changed(_(shown.label), _text(shown, facts, shown.before), _text(shown, facts, shown.after) or "")
            for shown in self.shows
            if facts[shown.after] or not shown.unless_empty
        )
        return own + (self.more(event) if self.more else ())


def plain(text: str) -> str:
    """Write a text as it stands: what a person wrote, a reference, a name."""
    return text


def _text(shown: Shown, facts: Mapping[str, Any], field: str) -> str | None:
    if not field:
        return None
    value = facts[field]
    return _(ERASED) if isinstance(value, Sealed) else shown.write(value)
