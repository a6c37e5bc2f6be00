"""The sample is examined, and what is wrong is reported as an error."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.errors.offers import ElementCode
from audit_service.desks.errors.reporting import ReportError, report_on_case
from audit_service.desks.inspections.about import CaseNumber, Told, a_point, the_inspection
from audit_service.desks.inspections.words import INSPECTORS, FocusArea, Result
from audit_service.desks.remarked import Remarked
from audit_service.web.kinds import LongText, Month

FOUND_IN_INSPECTION = "inspection"
"""How an error came to light."""


class ExamineCase(Remarked):
    """Record the result of the examination in one focus area of a case of the sample."""

    case_number: CaseNumber
    focus: Annotated[FocusArea, Field(title="Focus area")]
    result: Annotated[Result, Field(title="Result")]
    text: Annotated[
        str,
        LongText(),
        Field(
            title="What was seen",
            description="Needed where something is not in order.",
            max_length=4000,
        ),
    ] = ""


@carries_out(
    ExamineCase,
    title="Examine a case",
    at="/inspections/{inspection_number}/examination",
    roles=INSPECTORS,
)
def examine_case(desk: Desk, inspection_number: str, command: ExamineCase) -> None:
    inspection = the_inspection(desk, inspection_number)
    looked = a_point(desk, inspection, command.case_number, command.focus)
    inspection.examine(looked, command.result, command.text, desk.act(command))
    desk.show(f"/inspections/{inspection_number}/cases/{looked.case_number}")


class RecordFinding(Remarked):
    """Report what is not in order in a case of the sample as an error."""

    case_number: CaseNumber
    focus: Annotated[FocusArea, Field(title="Focus area")]
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
        date | None,
        Field(title="In error until", description="The last month; leave empty while it goes on."),
    ] = None
    text: Annotated[Told, Field(title="What is wrong")]


@carries_out(
    RecordFinding,
    title="Record a finding",
    at="/inspections/{inspection_number}/findings",
    roles=INSPECTORS,
)
def record_finding(desk: Desk, inspection_number: str, command: RecordFinding) -> None:
    """Report the error and record the finding, both or neither."""
    inspection, act = the_inspection(desk, inspection_number), desk.act(command)
    looked = a_point(desk, inspection, command.case_number, command.focus)
    inspection.check_finding(looked, act)
    error = report_on_case(desk, _report(command))
    inspection.record_finding(looked, error.id, error.number, command.text, act)
    desk.show(f"/inspections/{inspection_number}/cases/{looked.case_number}")


def _report(command: RecordFinding) -> ReportError:
    return ReportError(
        because=command.because or command.text[:2000],
        learned_on=command.learned_on,
        case_number=command.case_number,
        element=command.element,
        decision=command.decision,
        from_month=command.from_month,
        to_month=command.to_month,
        channel=FOUND_IN_INSPECTION,
        text=command.text,
    )
