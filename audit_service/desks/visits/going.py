"""What becomes of a planned visit: made, missed, put on another day, or called off."""

from dataclasses import replace
from datetime import date
from typing import Annotated, cast

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.visits.cadres import cadres_named
from audit_service.desks.visits.entering import (
    VISITING,
    AsBefore,
    Others,
    WithAccount,
    WithAttempt,
    WithCadres,
    account_of,
    going,
    names_any,
    plan_next,
)
from audit_service.identity.identity import OwnRelative
from domain.identities import visit_id
from domain.visits.told import Visited
from domain.visits.visit import Visit
from projections.visit_lists import is_apart


class RecordPlannedVisit(WithAccount):
    """Record that the planned visit was made: who went, whom they met, and what they saw."""


@carries_out(
    RecordPlannedVisit, title="Record that it was made", at="/visits/{visit}/account", roles=VISITING
)
def record_planned_visit(desk: Desk, visit: str, command: RecordPlannedVisit) -> None:
    """Record the visit, and plan the next one if a day is given."""
    found, act = the_visit(desk, visit), desk.act(command)
    found.check_planned()
    cadres = going(desk, command)
    found.make(cadres, account_of(command), act)
    desk.keep(found)
    if command.next_due:
        plan_next(desk, _whom(desk, found), cadres, command.next_due, act)


class RecordMissedVisit(WithAttempt):
    """Record that nobody was met on the planned visit."""


@carries_out(
    RecordMissedVisit, title="Record that it was missed", at="/visits/{visit}/attempt", roles=VISITING
)
def record_missed_visit(desk: Desk, visit: str, command: RecordMissedVisit) -> None:
    """Record the attempt, and plan the next visit if a day is given."""
    found, act = the_visit(desk, visit), desk.act(command)
    found.check_planned()
    cadres = going(desk, command)
    found.miss(cadres, command.missed_on, command.reason, act)
    desk.keep(found)
    if command.next_due:
        plan_next(desk, _whom(desk, found), cadres, command.next_due, act)


class RescheduleVisit(WithCadres):
    """Put the planned visit on another day, or have others go."""

    officials: AsBefore = ()
    others: Others = ()
    due_on: Annotated[date, Field(title="To be made by")]


@carries_out(RescheduleVisit, title="Reschedule the visit", at="/visits/{visit}/day", roles=VISITING)
def reschedule_visit(desk: Desk, visit: str, command: RescheduleVisit) -> None:
    """Reschedule it. Where nobody is named, the same go as before."""
    found = the_visit(desk, visit)
    cadres = cadres_named(desk, command.officials, command.others) if names_any(command) else None
    found.reschedule(command.due_on, desk.act(command), cadres)
    desk.keep(found)


class CallOffVisit(Command):
    """Give the planned visit up, and say why."""


@carries_out(CallOffVisit, title="Call the visit off", at="/visits/{visit}/calling-off", roles=VISITING)
def call_off_visit(desk: Desk, visit: str, command: CallOffVisit) -> None:
    """Call it off."""
    found = the_visit(desk, visit)
    found.call_off(desk.act(command))
    desk.keep(found)


def the_visit(desk: Desk, number: str) -> Visit:
    """Return the visit that a command is about.

    Raises NotOnRecord, NotYourArea, OwnRelative, StaleVersion.
    """
    return desk.as_seen(visit_named(desk, number))


def visit_named(desk: Desk, number: str) -> Visit:
    """Return the visit with this number, in an area of the official's and to nobody they are related to.

    Raises NotOnRecord, NotYourArea, OwnRelative.
    """
    found = desk.get(Visit, visit_id(number))
    desk.enter(found.visited.area)
    relatives = desk.official.relatives
    if relatives and not desk.ask(is_apart, found.id, relatives):
        raise OwnRelative
    return found


def _whom(desk: Desk, visit: Visit) -> Visited:
    """Return whom a visit is to, with the words that name who is not on record."""
    if visit.visited.subject is not None:
        return visit.visited
    planned = cast("Visit.Planned", desk.events_of(visit)[0])
    return replace(visit.visited, named=desk.vault.open(planned.named))
