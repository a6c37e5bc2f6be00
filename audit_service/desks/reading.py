"""Reading an event in plain words: what happened, and what became different, in the reader's language.

Each desk says in its `readings.py` how the events of its aggregates are read.
"""

from collections.abc import Callable, Iterable, Mapping, Sized
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal
from uuid import UUID

from audit_service.desks.names import area_name, kind_name, programme_name
from audit_service.store.sealing import Sealed
from audit_service.web.parts import Changed
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, money, number, written
from domain.kernel import Event

Write = Callable[[Any], str]
Call = Callable[[UUID], str]

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
    holds: Literal["", "officials", "people", "documents"] = ""
    """What the fields hold one or several identities of, which people know by their names or titles."""


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

    def held(self, event: Event, kind: str) -> set[UUID]:
        """Return the officials or the documents that the reading calls by name."""
        facts = vars(event)
        shown = [each for each in self.shows if each.holds == kind]
        fields = {field for each in shown for field in (each.before, each.after)}
        return {one for field in fields - {""} for one in _each(facts[field])}

    def changes(self, event: Event, called: Mapping[str, Call] = MappingProxyType({})) -> tuple[Changed, ...]:
        """Return the facts of an opened event, each before and after, in the reader's language.

        `called` tells what officials and documents are called.
        """
        facts = vars(event)
        own = tuple(
            Changed(
                _(shown.label),
                _text(shown, facts, shown.before, called),
                _text(shown, facts, shown.after, called) or "",
            )
            for shown in self.shows
            if facts[shown.after] or not shown.unless_empty
        )
        return own + (self.more(event) if self.more else ())


def how_many(some: Sized) -> str:
    """Write how many there are, where each of them is told elsewhere."""
    return number(len(some))


def plain(text: str) -> str:
    """Write a text as it stands: what a person wrote, a reference, a name."""
    return text


def lines(texts: Iterable[str]) -> str:
    """Write texts one below the other."""
    return "\n".join(texts)


def _each(held: UUID | tuple[UUID, ...] | None) -> tuple[UUID, ...]:
    if held is None:
        return ()
    return held if isinstance(held, tuple) else (held,)


def _text(shown: Shown, facts: Mapping[str, Any], field: str, called: Mapping[str, Call]) -> str | None:
    if not field:
        return None
    value = facts[field]
    if shown.holds:
        return written([called.get(shown.holds, str)(one) for one in _each(value)]) or None
    return _(ERASED) if isinstance(value, Sealed) else shown.write(value)


AREA = Shown(label="Area", after="area", write=area_name)
OF_ANOTHER = Shown(label="Person", before="before", after="after", holds="people")
PROGRAMME = Shown(label="Programme", after="programme", write=programme_name)
KIND = Shown(label="Kind of standard", after="kind", write=kind_name, unless_empty=True)
CASE = Shown(label="Case", after="case_number", write=plain, unless_empty=True)
AMOUNT_ANEW = Shown(label="Monthly amount", before="monthly_before", after="monthly_amount", write=money)
OBJECTED = Shown(label="What is objected", after="text", write=plain)
UPHELD = Shown(label="The objection was right", after="upheld")
REFERENCE = Shown(label="Reference of the decision", after="reference", write=plain)
APPROVED_ON = Shown(label="Approved on", after="approved_on", write=day)
IN_FORCE_FROM = Shown(label="In force from", after="effective_from", write=day)
