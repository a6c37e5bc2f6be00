"""Publishing standards, and adjusting the cases of an area to one."""

from dataclasses import replace
from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command, Reference
from audit_service.desks.desk import Desk
from audit_service.desks.offers import AreaCode, ProgrammeCode, Rounding, StandardKind, UpliftCategory
from audit_service.desks.standards.adjustment import adjust
from audit_service.web.kinds import Fen
from domain.roles import MANAGER
from domain.standards.living_standard import LivingStandard, UpliftRate


class Rate(BaseModel):
    """What a member of a category is paid on top."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    category: Annotated[UpliftCategory, Field(title="Category")]
    percent: Annotated[int, Field(title="Percent of the standard", ge=1, le=100)]


class PublishStandard(Command):
    """Publish a living standard: what a head is entitled to in a month, from a day on."""

    reference: Reference
    programme: Annotated[ProgrammeCode, Field(title="Programme")]
    kind: Annotated[StandardKind, Field(title="Kind of standard")]
    areas: Annotated[tuple[AreaCode, ...], Field(title="Areas", min_length=1)]
    monthly_amount: Annotated[Fen, Field(title="Monthly amount a head")]
    approved_on: Annotated[date, Field(title="Approved on")]
    published_on: Annotated[date, Field(title="Published on")]
    effective_from: Annotated[date, Field(title="In force from")]
    rounding: Annotated[Rounding, Field(title="Rounding")] = "fen"
    minimum_payment: Annotated[Fen, Field(title="Least amount that is paid")] = 0
    uplift_percent: Annotated[tuple[Rate, ...], Field(title="Category uplift")] = ()


@carries_out(
    PublishStandard,
    title="Publish a standard",
    at="/standards",
    form_at="/standards/new",
    shows="/standards",
    roles=(MANAGER,),
)
def publish_standard(desk: Desk, command: PublishStandard) -> None:
    """Enter the standard in the office's catalogue."""
    desk.enter(*command.areas)
    standards = desk.standards()
    own = LivingStandard.__dataclass_fields__.keys() - {"uplift_percent"}
    rates = tuple(UpliftRate(rate.category, rate.percent) for rate in command.uplift_percent)
    standard = LivingStandard(**{name: getattr(command, name) for name in sorted(own)}, uplift_percent=rates)
    standards.publish(standard, desk.act(command, basis=command.reference))
    desk.keep(standards)


class AdjustArea(Command):
    """Adjust every case of an area to the standard: one decision a case, all of them or none."""

    area: Annotated[AreaCode, Field(title="Area")]


@carries_out(
    AdjustArea,
    title="Adjust the cases of an area",
    at="/standards/{reference}/adjustments",
    shows="/standards/{reference}",
    roles=(MANAGER,),
)
def adjust_area(desk: Desk, reference: str, command: AdjustArea) -> None:
    """Adjust them in one go, and record what it came to."""
    desk.enter(command.area)
    standards = desk.standards()
    new = standards.named(reference)
    by_rule = replace(desk.act(command, basis=reference), because="")
    adjusted = adjust(standards, new, desk.ongoing_cases(new.programme, command.area), by_rule)
    standards.carry_out_adjustment(
        reference,
        desk.act(command, basis=reference),
        area=command.area,
        cases=len(adjusted.cases),
        exceptions=adjusted.exceptions,
        before=adjusted.before,
        after=adjusted.after,
    )
    desk.keep(standards, *adjusted.cases)
