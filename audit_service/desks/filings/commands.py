"""Filing what an unit is going to try, before it tries it; and what the organ says to it."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.offers import ElementCode
from audit_service.desks.offers import AreaCode, ProgrammeCode
from audit_service.desks.remarked import Remarked
from audit_service.numbering import filing_number
from audit_service.web.kinds import Fen, LongText
from domain.identities import prior_filing_id
from domain.roles import CASEWORKER, CLERK, INSPECTOR, MANAGER, ORGAN
from domain.tolerance.prior_filing import Measure, PriorFiling

WHO_FILES = (MANAGER,)
WHO_ANSWERS = (ORGAN,)
WHO_READS = (CLERK, CASEWORKER, MANAGER, INSPECTOR, ORGAN)
"""Whoever works here knows what is being tried, and within which limits."""

Told = Annotated[str, LongText(), Field(min_length=2, max_length=4000)]


class Measured(Command):
    """What is going to be tried, in words, and its limits."""

    title: Annotated[
        str, Field(title="The measure", description="In a few words.", min_length=2, max_length=120)
    ]
    what: Annotated[Told, Field(title="What is done otherwise than usual")]
    why: Annotated[Told, Field(title="What it is good for")]
    safeguards: Annotated[
        Told,
        Field(
            title="How errors are caught and corrected",
            description="Who looks for them, when, and how what is wrong is put right.",
        ),
    ]
    programme: Annotated[
        ProgrammeCode | None,
        Field(title="Programme", description="Leave empty if it is about all of them."),
    ] = None
    starts_on: Annotated[date, Field(title="First day")]
    ends_on: Annotated[date, Field(title="Last day")]
    amount: Annotated[Fen, Field(title="Most that an error may come to in one case")]
    elements: Annotated[
        tuple[ElementCode, ...],
        Field(title="Kinds of error that it may lead to", min_length=1, max_length=100),
    ]
    unforbidden: Annotated[
        bool, Field(title="No law and no rule from above expressly forbids it; this was checked")
    ] = False

    @property
    def measure(self) -> Measure:
        """Return what is asked for as the rules take it."""
        told = {name: getattr(self, name) for name in Measure.__dataclass_fields__}
        return Measure(**(told | {"programme": self.programme or ""}))


class FileMeasure(Measured):
    """File a measure before your unit tries it: what, why, within which limits, and how errors are caught."""

    area: Annotated[AreaCode, Field(title="Area")]
    because: Annotated[
        str, LongText(rows=2), Field(title="Remark", description="If there is more to say.", max_length=2000)
    ] = ""


@carries_out(
    FileMeasure,
    title="File a measure",
    at="/filings",
    form_at="/filings/new",
    shows="/filings",
    roles=WHO_FILES,
)
def file_measure(desk: Desk, command: FileMeasure) -> None:
    """Put the measure on record. The organ can answer; nobody has to wait for it."""
    desk.enter(command.area)
    number = filing_number(command.area, desk.today, desk.chance)
    desk.keep(PriorFiling.file(number, command.area, command.measure, desk.act(command)))
    desk.show(f"/filings/{number}")


class AmendFiling(Measured):
    """Amend the measure or its limits, for what is decided from now on. The organ is asked anew."""


@carries_out(AmendFiling, title="Amend the measure", at="/filings/{filing}/amendment", roles=WHO_FILES)
def amend_filing(desk: Desk, filing: str, command: AmendFiling) -> None:
    the_filing(desk, filing).amend(command.measure, desk.act(command))


class AcknowledgeFiling(Remarked):
    """Say for the organ that it took note of the measure and has nothing against it."""


@carries_out(
    AcknowledgeFiling,
    title="Acknowledge the measure",
    at="/filings/{filing}/acknowledgement",
    roles=WHO_ANSWERS,
)
def acknowledge_filing(desk: Desk, filing: str, command: AcknowledgeFiling) -> None:
    the_filing(desk, filing).acknowledge(desk.act(command))


class ObjectToFiling(Remarked):
    """Object to the measure for the organ. What is decided from then on is not covered by the filing."""

    text: Annotated[Told, Field(title="What is objected")]


@carries_out(
    ObjectToFiling, title="Object to the measure", at="/filings/{filing}/objection", roles=WHO_ANSWERS
)
def object_to_filing(desk: Desk, filing: str, command: ObjectToFiling) -> None:
    the_filing(desk, filing).object(command.text, desk.act(command))


class EndMeasure(Remarked):
    """End the measure before or on its last day or after it, and say what came of it."""

    text: Annotated[Told, Field(title="What came of it")]


@carries_out(EndMeasure, title="End the measure", at="/filings/{filing}/end", roles=WHO_FILES)
def end_measure(desk: Desk, filing: str, command: EndMeasure) -> None:
    the_filing(desk, filing).end(command.text, desk.act(command))


class WithdrawFiling(Command):
    """Withdraw the filing of a measure that is not tried after all."""


@carries_out(WithdrawFiling, title="Withdraw the filing", at="/filings/{filing}/withdrawal", roles=WHO_FILES)
def withdraw_filing(desk: Desk, filing: str, command: WithdrawFiling) -> None:
    the_filing(desk, filing).withdraw(desk.act(command))


def the_filing(desk: Desk, number: str) -> PriorFiling:
    """Return the filing that a command is about, to be kept with what happens to it.

    Raises NotOnRecord, NotYourArea, StaleVersion.
    """
    found = desk.get(PriorFiling, prior_filing_id(number))
    desk.enter(found.area)
    return desk.keep(desk.as_seen(found))
