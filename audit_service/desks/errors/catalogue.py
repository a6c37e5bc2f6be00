"""The office's catalogue of errors, approved and published like any standard."""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command, Reference
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_catalogue
from audit_service.desks.errors.offers import Direction
from domain.errors.axes import DIRECTIONS
from domain.errors.catalogue import FIRST, Edition, Element
from domain.roles import MANAGER


class OwnElement(BaseModel):
    """What can be in error, as the office words it."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)

    code: Annotated[
        str, Field(title="Code", description="As E21.", pattern=r"^[A-Z][0-9]{2,3}$", max_length=4)
    ]
    title_zh: Annotated[str, Field(title="Title in Chinese", min_length=2, max_length=60)]
    title: Annotated[str, Field(title="Title in English", min_length=2, max_length=120)]
    directions: Annotated[
        tuple[Direction, ...],
        Field(title="What it can do to the money", min_length=1, max_length=len(DIRECTIONS)),
    ]
    remedy_zh: Annotated[str, Field(title="How it is put right, in Chinese", min_length=2, max_length=120)]
    remedy: Annotated[str, Field(title="How it is put right, in English", min_length=2, max_length=200)]
    corrects_case: Annotated[
        bool,
        Field(
            title="It is put right in the case",
            description="A notice then asks for a fact to be corrected or for a new decision.",
        ),
    ] = False


class PublishErrorCatalogue(Command):
    """Publish the catalogue of errors as the office approved it: in force from a day on."""

    reference: Reference
    approved_on: Annotated[date, Field(title="Approved on")]
    effective_from: Annotated[date, Field(title="In force from")]
    elements: Annotated[
        tuple[OwnElement, ...],
        Field(
            title="Element",
            description="All that can be in error; with none, E01 to E20 as shipped: a sample to approve.",
            max_length=100,
        ),
    ] = ()


@carries_out(
    PublishErrorCatalogue,
    title="Publish the catalogue of errors",
    at="/error-catalogue",
    form_at="/error-catalogue/new",
    shows="/errors/catalogue",
    roles=(MANAGER,),
)
def publish_error_catalogue(desk: Desk, command: PublishErrorCatalogue) -> None:
    """Enter the catalogue for the whole office."""
    catalogue = the_catalogue(desk)
    edition = Edition(
        reference=command.reference,
        approved_on=command.approved_on,
        effective_from=command.effective_from,
        elements=tuple(Element(**vars(each)) for each in command.elements) or FIRST,
    )
    catalogue.publish(edition, desk.act(command, basis=command.reference))
    desk.keep(catalogue)
