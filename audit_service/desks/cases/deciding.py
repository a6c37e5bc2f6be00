"""Who decided what in a case, and on which evidence: what was recorded for each decision before it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import cast
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.cases.readings import READINGS
from audit_service.desks.documents.listing import DocumentAnswer, documents_of
from audit_service.desks.errors.deciders import DECIDED, PREPARED
from audit_service.desks.names import role_name
from audit_service.desks.who import Names
from audit_service.office import Office
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day, number
from domain.cases.case import Case
from domain.kernel import Event

HELD_AGAINST = (Case.ObjectionRaised, Case.DissentReserved, Case.OrderObjectedTo)
"""What was held against a decision, before it or after."""


class DecisionAnswer(BaseModel):
    """A decision on a case, with who made it and what there was to make it on."""

    position: int
    title: str
    by: str
    """Name and role of the official."""
    on: date
    recorded_at: datetime
    valid_from: date | None
    basis: str
    """The rule or the standard that it rests on."""
    seen: int
    """Position of the record that the official had before them; 0 if nothing was shown."""
    evidence: list[str]
    """What was recorded for it since the decision before: steps, documents, opinions held against it."""


@dataclass
class _Decision:
    """A decision, and what came before it since the one before."""

    event: Event
    steps: list[Event] = field(default_factory=list)
    documents: list[DocumentAnswer] = field(default_factory=list)


def decisions_in(office: Office, events: Sequence[Event], position: int) -> list[DecisionAnswer]:
    """Return the decisions among the events of a case, the latest first, as known at a position."""
    case = events[0].stream
    found = _gathered(events, documents_of(office, case=case, upto=position))
    people = (person for one in found for event in (one.event, *one.steps) for person in _of(event))
    names = Names.of(office, people)
    return [_told(one, names) for one in reversed(found)]


def _gathered(events: Iterable[Event], documents: Iterable[DocumentAnswer]) -> list[_Decision]:
    """Return the decisions with what was recorded before each, since the one before."""
    waiting = sorted(documents, key=lambda document: document.position)
    steps: list[Event] = []
    found: list[_Decision] = []
    for event in events:
        if isinstance(event, PREPARED + HELD_AGAINST):
            steps.append(event)
        elif isinstance(event, DECIDED):
            before = [document for document in waiting if document.position < event.position]
            waiting = waiting[len(before) :]
            found.append(_Decision(event, steps, before))
            steps = []
    return found


def _of(event: Event) -> Iterator[UUID]:
    yield event.by
    if isinstance(event, Case.Visited):
        yield from event.visitors


def _told(found: _Decision, names: Names) -> DecisionAnswer:
    event = found.event
    return DecisionAnswer(
        position=event.position,
        title=_(READINGS[type(event)].title),
        by=f"{names.official(event.by)} · {role_name(event.role)}",
        on=event.on,
        recorded_at=cast("datetime", event.recorded_at),
        valid_from=event.valid_from,
        basis=event.basis or str(vars(event).get("standard", "")),
        seen=event.seen,
        evidence=[
            *(_step(step, names) for step in found.steps),
            *(_document(document) for document in found.documents),
        ],
    )


def _step(step: Event, names: Names) -> str:
    visitors = step.visitors if isinstance(step, Case.Visited) else ()
    people = dict.fromkeys((step.by, *visitors))
    return _(
        "%(what)s on %(day)s by %(people)s, № %(position)s",
        what=_(READINGS[type(step)].title),
        day=day(step.on),
        people=_(", ").join(names.official(one) for one in people),
        position=number(step.position),
    )


def _document(document: DocumentAnswer) -> str:
    return _(
        "Document “%(title)s”, attached by %(official)s, № %(position)s",
        title=document.title,
        official=document.attached_by,
        position=number(document.position),
    )
