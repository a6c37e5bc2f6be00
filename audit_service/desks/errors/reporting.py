"""Reporting an error: of a case, a decision, a month of payment, or of a family not covered."""

from collections.abc import Sequence
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
from audit_service.desks.offers import AreaCode
from audit_service.desks.origins import Origin, note_error
from audit_service.numbering import error_number
from audit_service.web.kinds import LongText, Month
from domain.cases.case import Case
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.errors.reporting import Report
from domain.kernel import Event
from domain.periods import month_of
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER
from projections.error_touches import SameError, is_discovered

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
            description="The number that stands beside it there, if one event is meant; else 0.",
            ge=0,
            lt=2**62,
        ),
    ] = 0
    from_month: Annotated[Month, Field(title="In error since")]
    to_month: Annotated[
        Month | None,
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

    arose_from: Origin = ""

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
    error = _on_record(desk, desk.case(command.case_number) if command.case_number else None, command)
    note_error(desk, command.arose_from, error.id, error.number, desk.act(command))
    desk.show(f"/errors/{error.number}")


def report_on_case(desk: Desk, command: ReportError) -> ErrorRecord:
    """Report an error of a case within another command, and return it, to be recorded with what that does."""
    return _on_record(desk, desk.case_named(command.case_number), command)


def _on_record(desk: Desk, case: Case | None, command: ReportError) -> ErrorRecord:
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
    return _linked(desk, known, report, command) if known else _reported(desk, case, report, command)


def _linked(desk: Desk, known: ErrorRecord, report: Report, command: ReportError) -> ErrorRecord:
    known.link_report(
        report.text, desk.act(command), channel=report.channel, to_month=report.to_month, own=report.own
    )
    return desk.keep(known)


def _reported(desk: Desk, case: Case | None, report: Report, command: ReportError) -> ErrorRecord:
    catalogue = the_catalogue(desk)
    began = case.began if case else None
    act = desk.act(command)
    error = desk.keep(ErrorRecord.report(report, catalogue, desk.working_days, act, began=began))
    desk.give(GivenNumber.take(report.number, act, error=report.identity))
    desk.rests_on(catalogue, *([case] if case else []))
    return error


def _about(desk: Desk, case: Case, command: ReportError) -> dict[str, Any]:
    """Return what the history of the case tells about an error in it."""
    history = desk.events_of(case)
    decision = _decision(case, history, command.decision)
    deciders = deciders_of(history, command.decision, command.to_month)
    same = SameError(
        case=case.id,
        element=command.element,
        first=month_of(command.from_month),
        last=month_of(command.to_month) if command.to_month else None,
        reporter=desk.official.official,
    )
    return {
        "case": case.id,
        "case_number": case.number,
        "household": case.household,
        "subject": case.subject,
        "decision": command.decision,
        "decided_on": decision.on if decision else None,
        "deciders": deciders,
        "own": same.reporter in deciders,
        "before_discovery": not desk.ask(is_discovered, same),
    }


def _decision(case: Case, history: Sequence[Event], position: int) -> Event | None:
    decision = decision_at(history, position)
    if position and decision is None:
        raise NotOfThisCase(decision=position, case=case.number)
    return decision


def _about_family(desk: Desk, area: str, command: ReportError) -> dict[str, Any]:
    """Return what tells one family that is not covered from others, without telling who it is."""
    words = " ".join(sorted(command.family.split()))
    digest = sha256(bytes.fromhex(desk.vault.blind_index("family", words))).hexdigest()[:32]
    return {"about": f"{area}/{digest}", "before_discovery": True}


def _told(command: ReportError) -> str:
    return f"{command.family}\n{command.text}" if command.family else command.text
