"""Putting right what was recorded of a visit, and taking back what was recorded by mistake."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.visits.cadres import cadres_named
from audit_service.desks.visits.entering import VISITING, AsBefore, Met, Observations, Others, WithCadres
from audit_service.desks.visits.going import the_visit
from audit_service.desks.visits.recorded import recorded
from audit_service.desks.visits.words import WithdrawnBecause
from audit_service.web.kinds import LongText
from domain.visits.told import Correction


class CorrectVisit(WithCadres):
    """Put right what was recorded wrong. What you leave as it is, or empty, was right and stays."""

    officials: AsBefore = ()
    others: Others = ()
    visited_on: Annotated[date | None, Field(title="Day of the visit")] = None
    met: Annotated[Met, Field(max_length=200)] = ""
    observations: Observations = ()
    found: Annotated[str, LongText(), Field(title="What was seen", max_length=4000)] = ""


@carries_out(CorrectVisit, title="Correct the visit", at="/visits/{visit}/correction", roles=VISITING)
def correct_visit(desk: Desk, visit: str, command: CorrectVisit) -> None:
    """Correct it."""
    found = the_visit(desk, visit)
    correction = Correction(
        visited_on=command.visited_on,
        cadres=cadres_named(desk, command.officials, command.others),
        met=command.met,
        observations=command.observations,
        found=command.found,
    )
    known = recorded(desk.vault, desk.events_of(found))
    found.correct(known.wrong(correction), desk.act(command))
    desk.keep(found)


class WithdrawVisit(Command):
    """Take back a visit that was recorded by mistake. It stays on record and counts no more."""

    reason: Annotated[WithdrawnBecause, Field(title="Why it does not count")]


@carries_out(WithdrawVisit, title="Withdraw the visit", at="/visits/{visit}/withdrawal", roles=VISITING)
def withdraw_visit(desk: Desk, visit: str, command: WithdrawVisit) -> None:
    """Withdraw it."""
    found = the_visit(desk, visit)
    found.withdraw(command.reason, desk.act(command))
    desk.keep(found)
