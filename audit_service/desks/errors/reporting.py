"""Reporting an error: of a case, a decision, a month of payment, or of a family not covered."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import Text
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_catalogue
from audit_service.desks.errors.deciders import deciders_of, decision_at
from audit_service.desks.errors.offers import Discovery, ElementCode
from audit_service.desks.errors.refusals import NotOfThisCase
from audit_service.desks.numbering import error_number
from audit_service.desks.offers import AreaCode
from audit_service.web.kinds import LongText
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.errors.reporting import Report
from domain.kernel import Event
from domain.periods import month_of
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from projections.error_lists import is_touched

REPORTERS = (CASEWORKER, MANAGER, CLERK, INSPECTOR)


class ReportError(Command):
    """Report what is or may be wrong: in a case, a decision or a payment, or that a family is not covered."""

    case_number: Annotated[
        str,
        Field(
            title="Number of the case",
            description="Leave empty for a family that is not covered.",
            max_length=60,
        ),
    ] = ""
    element: Annotated[ElementCode, Field(title="What is in error")]
    decision: Annotated[
        int,
        Field(
            title="Event in the history of the case",
            description="Its number, if one event is meant; else 0.",
            ge=0,
            lt=2**62,
        ),
    ] = 0
    from_month: Annotated[date, Field(title="In error since", description="Any day of the month.")]
    to_month: Annotated[
        date | None,
        Field(title="In error until", description="The last month; leave empty while it goes on."),
    ] = None
    channel: Annotated[Discovery, Field(title="How it came to light")]
    text: Annotated[Text, Field(title="What is wrong")]
    area: Annotated[
        AreaCode | None, Field(title="Area", description="Only for a family that is not covered.")
    ] = None
    family: Annotated[
        str,
        LongText(),
        Field(
            title="The family that is not covered",
            description="Who they are and where they live, as far as it is known.",
            max_length=2000,
        ),
    ] = ""

    @model_validator(mode="after")
    def _says_whom_it_is_about(self) -> Self:
        if bool(self.case_number) == bool(self.area and self.family):
            raise ValueError("Name the case; or, for a family that is not covered, the area and the family.")
        return self


@carries_out(
    ReportError,
    title="Report an error",
    at="/errors",
    form_at="/errors/new",
    shows="/errors",
    roles=REPORTERS,
)
def report_error(desk: Desk, command: ReportError) -> None:
    """Report the error, or link the report to the one that is on record already."""
    case = desk.case(command.case_number) if command.case_number else None
    area = case.area if case else command.area or ""
    desk.enter(area)
    report = Report(
        number=error_number(area, desk.today, desk.chance),
        element=command.element,
        area=area,
        from_month=command.from_month,
        to_month=command.to_month,
        channel=command.channel,
        text=_told(command),
        **(_about(desk, case, command) if case else _about_family(desk, area, command)),
    )
    known = desk.find(ErrorRecord, report.identity)
    if known is not None:
        known.link_report(report.text, desk.act(command), channel=report.channel, own=report.own)
        desk.keep(known)
        desk.show(f"/errors/{known.number}")
        return
    catalogue = the_catalogue(desk)
    began = case.began if case else None
    desk.keep(ErrorRecord.report(report, catalogue, desk.working_days, desk.act(command), began=began))
    desk.rests_on(catalogue, *([case] if case else []))
    desk.show(f"/errors/{report.number}")


def _about(desk: Desk, case: Case, command: ReportError) -> dict[str, Any]:
    """Return what the history of the case tells about an error in it."""
    history = desk.events_of(case)
    decision = _decision(case, history, command.decision)
    deciders = deciders_of(history, command.decision, command.to_month)
    last = month_of(command.to_month) if command.to_month else None
    return {
        "case": case.id,
        "case_number": case.number,
        "household": case.household,
        "subject": case.subject,
        "decision": command.decision,
        "decided_on": decision.on if decision else None,
        "deciders": deciders,
        "own": desk.official.official in deciders,
        "before_discovery": not desk.ask(is_touched, case.id, month_of(command.from_month), last),
    }


def _decision(case: Case, history: Sequence[Event], position: int) -> Event | None:
    decision = decision_at(history, position)
    if position and decision is None:
        raise NotOfThisCase(decision=position, case=case.number)
    return decision


def _about_family(desk: Desk, area: str, command: ReportError) -> dict[str, Any]:
    """Return what tells one family that is not covered from others, without telling who it is."""
    words = " ".join(sorted(command.family.split()))
    digest = sha256(desk.vault.blind_index("family", words)).hexdigest()[:32]
    return {"about": f"{area}/{digest}", "before_discovery": True}


def _told(command: ReportError) -> str:
    return f"{command.family}\n{command.text}" if command.family else command.text
