"""The office's catalogue of errors, approved and published like any standard."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_catalogue
from domain.errors.catalogue import FIRST, Edition
from domain.roles import MANAGER


class PublishErrorCatalogue(Command):
    """Publish the catalogue of errors, E01 to E20, as it was approved: in force from a day on."""

    reference: Annotated[
        str,
        Field(
            title="Reference of the decision",
            description="As cited in notices, without a slash.",
            min_length=2,
            max_length=80,
            pattern=r"^[^/?#\\]+$",
        ),
    ]
    approved_on: Annotated[date, Field(title="Approved on")]
    effective_from: Annotated[date, Field(title="In force from")]


@carries_out(
    PublishErrorCatalogue,
    title="Publish the catalogue of errors",
    at="/error-catalogue",
    form_at="/error-catalogue/new",
    shows="/errors",
    roles=(MANAGER,),
)
def publish_error_catalogue(desk: Desk, command: PublishErrorCatalogue) -> None:
    """Enter the catalogue for the whole office."""
    catalogue = the_catalogue(desk)
    edition = Edition(
        reference=command.reference,
        approved_on=command.approved_on,
        effective_from=command.effective_from,
        elements=FIRST,
    )
    catalogue.publish(edition, desk.act(command, basis=command.reference))
    desk.keep(catalogue)
