"""An inspection is planned, its examiners are assigned, or it is withdrawn."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.inspections.about import the_inspection
from audit_service.desks.inspections.words import INSPECTORS, FocusArea
from audit_service.desks.offers import AreaCode, ProgrammeCode
from audit_service.desks.remarked import Remarked
from audit_service.numbering import inspection_number
from audit_service.web.kinds import Month, OnRecord
from domain.areas import AREAS
from domain.identities import official_id
from domain.inspections.inspection import Inspection
from domain.inspections.planning import Plan
from domain.officials.official import WHOLE_OFFICE, Official
from domain.refusal import Refused
from domain.roles import INSPECTOR

Colleague = Annotated[str, OnRecord(), Field(min_length=1, max_length=100)]


class CannotInspectHere(Refused):
    """Who inspects is an inspector of the area."""

    CODE = "inspection.cannot_inspect_here"
    SENTENCE = "%(login)s is no inspector of %(area)s. Choose a colleague who is."


class PlanInspection(Command):
    """Plan an inspection: which areas, programmes and months, and what is looked at in each case."""

    title: Annotated[str, Field(title="Title", min_length=2, max_length=120)]
    areas: Annotated[tuple[AreaCode, ...], Field(title="Areas", min_length=1, max_length=20)]
    programmes: Annotated[
        tuple[ProgrammeCode, ...],
        Field(title="Programmes", description="Choose none for all of them.", max_length=20),
    ] = ()
    from_month: Annotated[Month, Field(title="First month")]
    to_month: Annotated[Month, Field(title="Last month")]
    focus: Annotated[tuple[FocusArea, ...], Field(title="Focus areas", min_length=1, max_length=20)]
    members: Annotated[
        tuple[Colleague, ...],
        Field(
            title="Members of the inspection", description="Inspectors who inspect beside you.", max_length=20
        ),
    ] = ()


@carries_out(
    PlanInspection,
    title="Plan an inspection",
    at="/inspections",
    form_at="/inspections/new",
    shows="/inspections",
    roles=INSPECTORS,
)
def plan_inspection(desk: Desk, command: PlanInspection) -> None:
    """Record what is inspected, and by whom."""
    desk.enter(*command.areas)
    plan = Plan(
        number=inspection_number(desk.today, desk.chance),
        members=_inspectors(desk, command.members, command.areas),
        **{name: getattr(command, name) for name in SAID},
    )
    desk.keep(Inspection.plan(plan, desk.act(command)))
    desk.show(f"/inspections/{plan.number}")


SAID = ("title", "areas", "programmes", "from_month", "to_month", "focus")
"""What the plan says in the words of the command."""


class AssignExaminers(Remarked):
    """Say who examines the sample from now on."""

    examiners: Annotated[tuple[Colleague, ...], Field(title="Examiners", min_length=1, max_length=50)]


@carries_out(
    AssignExaminers,
    title="Assign examiners",
    at="/inspections/{inspection_number}/examiners",
    roles=INSPECTORS,
)
def assign_examiners(desk: Desk, inspection_number: str, command: AssignExaminers) -> None:
    inspection = the_inspection(desk, inspection_number)
    examiners = _inspectors(desk, command.examiners, inspection.areas)
    inspection.assign_examiners(examiners, desk.act(command))


class WithdrawInspection(Command):
    """Withdraw the inspection, and say why. What was committed and drawn by then stays on record."""


@carries_out(
    WithdrawInspection,
    title="Withdraw the inspection",
    at="/inspections/{inspection_number}/withdrawal",
    roles=INSPECTORS,
)
def withdraw_inspection(desk: Desk, inspection_number: str, command: WithdrawInspection) -> None:
    the_inspection(desk, inspection_number).withdraw(desk.act(command))


def _inspectors(desk: Desk, logins: tuple[str, ...], areas: tuple[str, ...]) -> tuple[UUID, ...]:
    """Return who signs in under these names. Raises NotOnRecord, CannotInspectHere."""
    found = [desk.get(Official, official_id(login)) for login in logins]
    for official in found:
        held = {*official.roles.get(INSPECTOR, ())}
        missing = [area for area in areas if not held & {WHOLE_OFFICE, area}]
        if missing:
            raise CannotInspectHere(login=official.login, area=AREAS[missing[0]])
    return tuple(official.id for official in found)
