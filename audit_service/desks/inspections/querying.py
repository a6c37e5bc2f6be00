"""Units are asked and answer, and the inspection is concluded."""

from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.inspections.about import Told, the_inspection
from audit_service.desks.inspections.queries import units_that_answer
from audit_service.desks.inspections.words import INSPECTORS, WHO_ANSWERS
from audit_service.desks.remarked import Remarked
from audit_service.web.kinds import LongText, OnRecord
from domain.identities import inspection_id
from domain.inspections.examination_refusals import NotInSample
from domain.inspections.inspection import Inspection

USUAL, LONGEST = 5, 60
"""Working days in which a query is to be answered."""


class SendQuery(Remarked):
    """Ask a unit something, to be answered within some working days."""

    unit: Annotated[str, OnRecord(), Field(title="Unit", min_length=1, max_length=200)]
    case_number: Annotated[
        str,
        Field(title="Number of the case", description="If it is about a case of the sample.", max_length=60),
    ] = ""
    text: Annotated[Told, Field(title="What is asked")]
    working_days: Annotated[int, Field(title="Working days until it is due", ge=1, le=LONGEST)] = USUAL


@carries_out(SendQuery, title="Send a query", at="/inspections/{inspection_number}/queries", roles=INSPECTORS)
def send_query(desk: Desk, inspection_number: str, command: SendQuery) -> None:
    inspection = the_inspection(desk, inspection_number)
    if command.case_number:
        desk.case_named(command.case_number)
        if not inspection.is_sampled(command.case_number):
            raise NotInSample(case=command.case_number, number=inspection.number)
    inspection.send_query(
        command.unit,
        command.text,
        desk.act(command),
        units=desk.ask(units_that_answer, inspection.areas),
        within=command.working_days,
        working_days=desk.working_days,
        case_number=command.case_number,
    )


class AnswerQuery(Remarked):
    """Answer a query for your unit."""

    query: Annotated[int, OnRecord(), Field(title="Query", ge=1, le=100_000)]
    text: Annotated[Told, Field(title="Answer")]
    evidence: Annotated[
        str,
        LongText(rows=2),
        Field(
            title="What the answer rests on",
            description="Documents, events, rules.",
            max_length=2000,
        ),
    ] = ""


@carries_out(
    AnswerQuery, title="Answer a query", at="/inspections/{inspection_number}/answers", roles=WHO_ANSWERS
)
def answer_query(desk: Desk, inspection_number: str, command: AnswerQuery) -> None:
    """Answer, in one of the areas that are inspected."""
    inspection = desk.get(Inspection, inspection_id(inspection_number))
    desk.enter(*_own(desk, inspection))
    desk.keep(desk.as_seen(inspection))
    inspection.answer_query(command.query, command.text, command.evidence, desk.act(command))


class ConcludeInspection(Remarked):
    """Conclude the inspection, after the whole sample was examined and the units were heard."""

    text: Annotated[Told, Field(title="Conclusion")]
    advice: Annotated[str, LongText(), Field(title="What the units are asked to do", max_length=4000)] = ""


@carries_out(
    ConcludeInspection,
    title="Conclude the inspection",
    at="/inspections/{inspection_number}/conclusion",
    roles=INSPECTORS,
)
def conclude_inspection(desk: Desk, inspection_number: str, command: ConcludeInspection) -> None:
    the_inspection(desk, inspection_number).conclude(command.text, command.advice, desk.act(command))


def _own(desk: Desk, inspection: Inspection) -> tuple[str, ...]:
    """Return an area of the inspection in which the official answers; all of them if there is none."""
    own = (area for area in inspection.areas if desk.official.role_for(WHO_ANSWERS, [area]))
    return tuple(own)[:1] or inspection.areas
