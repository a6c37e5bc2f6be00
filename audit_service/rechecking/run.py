"""One recheck: of what happened since the last one, and of what may be late by now."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from audit_service.office import Office
from audit_service.rechecking import memory
from audit_service.rechecking.checker import Checker, check, compare
from audit_service.rechecking.keeping import keep
from audit_service.rechecking.overdue import hand_up
from audit_service.rechecking.relatives import acts_for_relatives
from audit_service.rechecking.rooms import Rooms
from audit_service.rechecking.rules import rules
from audit_service.settings import Settings
from domain.cases.case import Case
from domain.refusal import Refused
from projections.several_cases import among_which, in_several

PATIENCE = 600.0
"""Seconds to wait for the views to hold what is rechecked."""
SETS = 200
"""Sets of cases, each of one person, that are compared at once."""

Advance = Callable[[int, int], None]


class ViewsBehind(Refused):
    """Who is in several cases is looked up in the views."""

    CODE = "recheck.views_behind"
    SENTENCE = (
        "The views have not reached position %(position)s of the record."
        " See that `serve` or `follow` is running, or run `rebuild`, and recheck again."
    )


@dataclass
class Outcome:
    """What a recheck came to."""

    since: int
    """Position up to which was rechecked before; 0 if nothing was, or by other rules."""
    position: int
    """Position up to which is rechecked now."""
    cases: int
    """Cases that were replayed."""
    leads: Counter[str] = field(default_factory=Counter)
    """New leads by kind."""
    handed_up: int = 0
    """Corrections that were handed up, as they are overdue."""


def recheck(
    office: Office,
    settings: Settings,
    *,
    rooms: int | None = None,
    advance: Advance = lambda _done, _all: None,
) -> Outcome:
    """Replay what was not looked at yet, and record what does not fit as leads. The views must be followed.

    What should have been put right by now is handed up.

    Raises ViewsBehind, StoreUnavailable. What was found until then is kept, and found again it is the same.
    """
    memory.prepare(office.views)
    on, position = office.today(), office.record.last_position()
    here = Checker(office.record, office.working_days)
    by = rules(here.known.now.reviews)
    since = memory.position(office.views, by)
    if not office.follower.wait_for(position, PATIENCE):
        raise ViewsBehind(position=position)
    cases = _to_look_at(office, since, on)
    outcome = Outcome(since, position, len(cases), handed_up=hand_up(office))
    with closing(Rooms(here, settings, rooms)) as opened:
        _replay(office, opened, cases, outcome, advance)
        _compare(office, opened, cases if since else None, outcome)
    outcome.leads += keep(office.record, acts_for_relatives(office, here), on)
    memory.remember(office.views, by, position)
    return outcome


def _to_look_at(office: Office, since: int, on: date) -> list[UUID]:
    """Return the cases to replay, in the order that all stores keep them in."""
    touched = office.record.streams_with(Case.EVENTS, after=since)
    return sorted({*touched, *(memory.due(office.views, on) if since else ())})


def _replay(office: Office, rooms: Rooms, cases: Sequence[UUID], outcome: Outcome, advance: Advance) -> None:
    done, on = 0, office.today()
    for some, checked in rooms.each(check, cases, on):
        found = [finding for one in checked.values() for finding in one.findings]
        outcome.leads += keep(office.record, found, on)
        memory.note(office.views, {case: one.again_on for case, one in checked.items()})
        done += len(some)
        advance(done, len(cases))


def _compare(office: Office, rooms: Rooms, cases: Sequence[UUID] | None, outcome: Outcome) -> None:
    """Compare the cases of one person with each other: all there are, or those that any of these is among."""
    with office.views.connect() as views:
        everyones = in_several(views)
    several = sorted(everyones, key=sorted) if cases is None else among_which(everyones, cases)
    for _some, found in rooms.each(compare, several, size=SETS):
        outcome.leads += keep(office.record, found, office.today())
