"""Entering visits in the ledger: made, missed, or planned."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.visits.cadres import cadres_named, myself
from audit_service.desks.visits.whom import ToSomebody, visited
from audit_service.desks.visits.words import MissedBecause, Observation
from audit_service.numbering import visit_number
from audit_service.web.kinds import LongText, OnRecord
from domain.kernel import Act
from domain.roles import CASEWORKER, CLERK, MANAGER
from domain.visits.told import Account, Cadres, Visited
from domain.visits.visit import Visit

VISITING = (CASEWORKER, CLERK, MANAGER)
"""Who visits families, and plans visits."""

AT = "/visits"

Line = Annotated[str, Field(min_length=1, max_length=60)]
Logins = Annotated[
    tuple[Annotated[Line, OnRecord()], ...],
    Field(
        title="Officials who go",
        description="If nobody is named here and below, you go.",
        max_length=20,
    ),
]
AsBefore = Annotated[Logins, Field(description="If nobody is named here and below, it stays as it is.")]
Others = Annotated[
    tuple[Line, ...],
    Field(
        title="Others who go",
        description="Cadres who do not sign in here, one a line: the name, a comma, the unit.",
        max_length=20,
    ),
]
Observations = Annotated[tuple[Observation, ...], Field(title="What stood out", max_length=20)]
Met = Annotated[
    str,
    Field(title="Who was met", description="Such as: the head of the household and a neighbour."),
]
NextDue = Annotated[
    date | None,
    Field(title="Next visit by", description="If one is to be planned at once, with the same cadres."),
]


class WithCadres(Command):
    """A command that says who goes."""

    officials: Logins = ()
    others: Others = ()


class WithAccount(WithCadres):
    """A command that tells of a visit that was made."""

    because: Annotated[str, Field(title="Occasion of the visit", min_length=2, max_length=500)]
    visited_on: Annotated[date, Field(title="Day of the visit")]
    officials: Logins = ()
    others: Others = ()
    met: Annotated[Met, Field(min_length=1, max_length=200)]
    observations: Annotated[Observations, Field(min_length=1)]
    found: Annotated[str, LongText(), Field(title="What was seen", min_length=2, max_length=4000)]
    next_due: NextDue = None


class WithAttempt(WithCadres):
    """A command that tells of a visit on which nobody was met."""

    because: Annotated[str, Field(title="What was tried", min_length=2, max_length=2000)]
    missed_on: Annotated[date, Field(title="Day of the attempt")]
    officials: Logins = ()
    others: Others = ()
    reason: Annotated[MissedBecause, Field(title="Why nobody was met")]
    next_due: NextDue = None


class EnterVisit(ToSomebody, WithAccount):
    """Record a visit that was made: who went, whom they met, and what they saw."""


@carries_out(EnterVisit, title="Enter a visit", at=AT, form_at="/visits/new", shows=AT, roles=VISITING)
def enter_visit(desk: Desk, command: EnterVisit) -> None:
    """Record the visit, and plan the next one if a day is given."""
    whom, cadres = visited(desk, command), going(desk, command)
    number, act = visit_number(whom.area, desk.today, desk.chance), desk.act(command)
    desk.keep(Visit.record(number, whom, cadres, account_of(command), act))
    plan_next(desk, whom, cadres, command.next_due, act)
    desk.show(f"{AT}/{number}")


class EnterMissedVisit(ToSomebody, WithAttempt):
    """Record that nobody was met, though a family was to be visited."""


@carries_out(
    EnterMissedVisit,
    title="Enter a missed visit",
    at="/visits/missed",
    form_at="/visits/missed/new",
    shows=AT,
    roles=VISITING,
)
def enter_missed_visit(desk: Desk, command: EnterMissedVisit) -> None:
    """Record the attempt, and plan the next visit if a day is given."""
    whom, cadres = visited(desk, command), going(desk, command)
    number, act = visit_number(whom.area, desk.today, desk.chance), desk.act(command)
    desk.keep(Visit.record_missed(number, whom, cadres, command.missed_on, command.reason, act))
    plan_next(desk, whom, cadres, command.next_due, act)
    desk.show(f"{AT}/{number}")


class PlanVisit(ToSomebody, WithCadres):
    """Plan a visit: to whom, by which day, and who goes."""

    because: Annotated[str, Field(title="Occasion of the visit", min_length=2, max_length=500)]
    due_on: Annotated[date, Field(title="To be made by")]


@carries_out(
    PlanVisit,
    title="Plan a visit",
    at="/visits/planned",
    form_at="/visits/planned/new",
    shows=AT,
    roles=VISITING,
)
def plan_visit(desk: Desk, command: PlanVisit) -> None:
    """Plan the visit."""
    whom = visited(desk, command)
    number = visit_number(whom.area, desk.today, desk.chance)
    desk.keep(Visit.plan(number, whom, going(desk, command), command.due_on, desk.act(command)))
    desk.show(f"{AT}/{number}")


def going(desk: Desk, command: WithCadres) -> Cadres:
    """Return who goes: those who are named, or else whoever records it."""
    return cadres_named(desk, command.officials, command.others) if names_any(command) else myself(desk)


def names_any(command: WithCadres) -> bool:
    """Say whether the command names cadres."""
    return bool(command.officials or command.others)


def account_of(command: WithAccount) -> Account:
    """Return what the command tells of a visit."""
    return Account(
        visited_on=command.visited_on,
        met=command.met,
        observations=command.observations,
        found=command.found,
    )


def plan_next(desk: Desk, whom: Visited, cadres: Cadres, due_on: date | None, act: Act) -> None:
    """Plan the next visit to the same family by the same cadres, if it is to be made by a day."""
    if due_on is not None:
        number = visit_number(whom.area, desk.today, desk.chance)
        desk.keep(Visit.plan(number, whom, cadres, due_on, act))
