"""Looking into a report: whether it is an error, and of what kind."""

from datetime import date
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.cases.application import HANDLERS
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import case_of, the_catalogue, the_error
from audit_service.desks.errors.offers import (
    Cause,
    Direction,
    DismissalReason,
    ElementCode,
    Nature,
    Origin,
)
from audit_service.desks.errors.refusals import NotAttachedHere
from audit_service.web.kinds import LARGEST
from domain.documents.document import Document
from domain.errors.error_record import ErrorRecord
from domain.errors.state import Classification, MonthAmount


class TakeUpSubstantiation(Command):
    """Begin to look into the error. For somebody who had no part in the decision."""


@carries_out(
    TakeUpSubstantiation, title="Look into the error", at="/errors/{error_number}/taking-up", roles=HANDLERS
)
def take_up_substantiation(desk: Desk, error_number: str, command: TakeUpSubstantiation) -> None:
    """Record who looks into it."""
    error = the_error(desk, error_number)
    error.begin_substantiation(desk.act(command))
    desk.keep(error)


class SubstantiateError(Command):
    """Say that it is an error, and name the documents that show it."""

    evidence: Annotated[
        tuple[UUID, ...],
        Field(
            title="Documents that show it",
            description="The identities of documents attached to the error or its case, one a line.",
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
    error = the_error(desk, error_number)
    error.substantiate(_at_hand(desk, error, command.evidence), desk.act(command))
    desk.keep(error)


def _at_hand(desk: Desk, error: ErrorRecord, evidence: tuple[UUID, ...]) -> tuple[UUID, ...]:
    """Return the documents, each once, which are attached to the error or its case."""
    for identity in evidence:
        document = desk.find(Document, identity)
        place = document.place if document else None
        if place is None or (place.error != error.id and (place.case is None or place.case != error.case)):
            raise NotAttachedHere(document=str(identity), number=error.number)
    return tuple(dict.fromkeys(evidence))


class DismissError(Command):
    """Say that it is no error. The grounds are told to who reported it."""

    reason: Annotated[DismissalReason, Field(title="Reason")]


@carries_out(DismissError, title="Dismiss the report", at="/errors/{error_number}/dismissal", roles=HANDLERS)
def dismiss_error(desk: Desk, error_number: str, command: DismissError) -> None:
    """Record why it is none."""
    error = the_error(desk, error_number)
    error.dismiss(command.reason, desk.act(command))
    desk.keep(error)


class AmountOfMonth(BaseModel):
    """What an error did to the money of a month."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    month: Annotated[date, Field(title="Month", description="Its first day.")]
    amount: Annotated[
        int,
        Field(
            title="Due less paid, in fen",
            description="More than 0 is owed to the family, less than 0 was paid too much.",
            ge=-LARGEST,
            le=LARGEST,
        ),
    ]


class ClassifyError(Command):
    """Classify the error on its axes, with its months and its amounts as far as they are known."""

    element: Annotated[ElementCode, Field(title="What is in error")]
    nature: Annotated[Nature, Field(title="Nature")]
    cause: Annotated[Cause, Field(title="Cause")]
    origin: Annotated[Origin, Field(title="Origin")]
    direction: Annotated[Direction, Field(title="Effect on the money")]
    from_month: Annotated[date, Field(title="In error since", description="Any day of the month.")]
    to_month: Annotated[
        date | None,
        Field(title="In error until", description="The last month; leave empty while it goes on."),
    ] = None
    amounts: Annotated[tuple[AmountOfMonth, ...], Field(title="Amount of a month", max_length=600)] = ()


@carries_out(
    ClassifyError, title="Classify the error", at="/errors/{error_number}/classification", roles=HANDLERS
)
def classify_error(desk: Desk, error_number: str, command: ClassifyError) -> None:
    """Record what kind of error it is, by the catalogue in force."""
    error, catalogue = the_error(desk, error_number), the_catalogue(desk)
    case = case_of(desk, error)
    own = Classification.__dataclass_fields__.keys() - {"amounts", "catalogue"}
    found = Classification(
        **{name: getattr(command, name) for name in sorted(own)},
        amounts=tuple(MonthAmount(each.month, each.amount) for each in command.amounts),
    )
    error.classify(found, catalogue, desk.act(command), began=case.began if case else None)
    desk.keep(error)
    desk.rests_on(catalogue)
