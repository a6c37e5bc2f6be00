"""Looking into a report: whether it is an error, and of what kind."""

from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import attached, case_of, the_catalogue, the_error
from audit_service.desks.errors.offers import (
    Cause,
    Direction,
    DismissalReason,
    ElementCode,
    Nature,
    Origin,
)
from audit_service.desks.errors.stretches import First, Last, months_in
from audit_service.web.kinds import Difference, Month, OnRecord
from domain.errors.state import Classification, MonthAmount


class TakeUpSubstantiation(Command):
    """Begin to look into the error. For somebody who had no part in the decision."""


@carries_out(
    TakeUpSubstantiation, title="Look into the error", at="/errors/{error_number}/taking-up", roles=HANDLERS
)
def take_up_substantiation(desk: Desk, error_number: str, command: TakeUpSubstantiation) -> None:
    """Record who looks into it."""
    desk.keep(the_error(desk, error_number)).begin_substantiation(desk.act(command))


class SubstantiateError(Command):
    """Say that it is an error, and name the documents that show it."""

    evidence: Annotated[
        tuple[Annotated[UUID, OnRecord()], ...],
        Field(
            title="Documents that show it",
            description="Of those attached to the error or its case.",
            min_length=1,
            max_length=50,
        ),
    ]


@carries_out(
    SubstantiateError,
    title="Substantiate the error",
    at="/errors/{error_number}/substantiation",
    roles=HANDLERS,
)
def substantiate_error(desk: Desk, error_number: str, command: SubstantiateError) -> None:
    """Record that it is an error, by which evidence."""
    error = desk.keep(the_error(desk, error_number))
    evidence = attached(desk, command.evidence, error=error.id, case=error.case, number=error.number)
    error.substantiate(evidence, desk.act(command))


class DismissError(Command):
    """Say that it is no error. The grounds are told to who reported it."""

    reason: Annotated[DismissalReason, Field(title="Reason")]


@carries_out(DismissError, title="Dismiss the report", at="/errors/{error_number}/dismissal", roles=HANDLERS)
def dismiss_error(desk: Desk, error_number: str, command: DismissError) -> None:
    """Record why it is none."""
    desk.keep(the_error(desk, error_number)).dismiss(command.reason, desk.act(command))


class AmountOfMonth(BaseModel):
    """What an error did to the money of a month, or of each of several in a row."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: First
    until: Last = None
    amount: Annotated[
        Difference,
        Field(
            title="Due less paid",
            description="More than 0 is owed to the family, less than 0 was paid too much.",
        ),
    ]


class ClassifyError(Command):
    """Classify the error on its axes, with its months and its amounts as far as they are known."""

    element: Annotated[ElementCode, Field(title="What is in error")]
    nature: Annotated[Nature, Field(title="Nature")]
    cause: Annotated[Cause, Field(title="Cause")]
    origin: Annotated[Origin, Field(title="Origin")]
    direction: Annotated[Direction, Field(title="Effect on the money")]
    from_month: Annotated[Month, Field(title="In error since")]
    to_month: Annotated[
        Month | None,
        Field(title="In error until", description="The last month; leave empty while it goes on."),
    ] = None
    amounts: Annotated[
        tuple[AmountOfMonth, ...],
        Field(
            title="Amount of a month",
            description=(
                "As far as they are known. Months without an amount are left out. Where several in a row are"
                " alike, one row is enough, from the first to the last."
            ),
            max_length=600,
        ),
    ] = ()


@carries_out(
    ClassifyError, title="Classify the error", at="/errors/{error_number}/classification", roles=HANDLERS
)
def classify_error(desk: Desk, error_number: str, command: ClassifyError) -> None:
    """Record what kind of error it is, by the catalogue in force."""
    error, catalogue = desk.keep(the_error(desk, error_number)), desk.rests_on(the_catalogue(desk))
    case = case_of(desk, error)
    own = Classification.__dataclass_fields__.keys() - {"amounts", "catalogue", "corrects_case"}
    found = Classification(
        **{name: getattr(command, name) for name in sorted(own)},
        amounts=tuple(
            MonthAmount(month, each.amount) for each in command.amounts for month in months_in(each)
        ),
    )
    error.classify(found, catalogue, desk.act(command), began=case.began if case else None)
