"""Flagging an error as tolerable: with as much of the application as is known, and submitted at once."""

from typing import Annotated
from uuid import UUID

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.errors.at_hand import the_error
from audit_service.desks.tolerance.about_errors import amount_of, decided_on, facts_told
from audit_service.desks.tolerance.applying import (
    APPLICANTS,
    Factors,
    Situations,
    answer,
    cite,
    submit,
)
from audit_service.desks.tolerance.at_hand import terms_today
from audit_service.desks.tolerance.offers import Applicant
from audit_service.numbering import application_number, review_number
from audit_service.web.kinds import LongText, OnRecord
from domain.errors.error_record import ErrorRecord
from domain.errors.number import GivenNumber
from domain.identities import official_id
from domain.officials.official import WHOLE_OFFICE, Official
from domain.roles import MANAGER
from domain.tolerance.application import Application
from domain.tolerance.review import ToleranceReview
from projections.official_record import holding
from projections.tolerance_lists import reviews_of_error


class FlagAsTolerable(Command):
    """Apply for an error to be tolerated: for yourself, or as a manager for an official or the unit."""

    applicant: Annotated[Applicant, Field(title="Who applies")]
    officials: Annotated[
        tuple[Annotated[str, OnRecord(), Field(min_length=1, max_length=60)], ...],
        Field(title="Officials whose error it is said to be", min_length=1, max_length=20),
    ]
    factors: Factors = ()
    situations: Situations = ()
    likeness: Annotated[str, LongText(), Field(title="What makes it like these entries", max_length=2000)] = (
        ""
    )
    filings: Annotated[
        tuple[Annotated[str, OnRecord(), Field(min_length=1, max_length=60)], ...],
        Field(
            title="Prior filings within whose limits the error lies",
            description="They are cited as evidence of how the risk was weighed.",
            max_length=20,
        ),
    ] = ()
    submit: Annotated[
        bool,
        Field(title="Submit it at once", description="Otherwise it is a draft, which can be completed."),
    ] = False


@carries_out(
    FlagAsTolerable,
    title="Flag as tolerable",
    at="/errors/{error_number}/tolerance",
    shows="/tolerance",
    roles=APPLICANTS,
)
def flag_as_tolerable(desk: Desk, error_number: str, command: FlagAsTolerable) -> None:
    """Begin the application, with what is answered of it; and submit it, if that is asked for."""
    error = desk.rests_on(the_error(desk, error_number))
    terms, act = terms_today(desk, error.area), desk.act(command)
    application = _application(desk, error, command)
    others = desk.ask(reviews_of_error, error.id)
    facts = facts_told(error, others, application.officials)
    review = ToleranceReview.draft(application, facts, terms, act)
    desk.keep(review)
    for number in (review.number, application_number(error.number, len(others) + 1)):
        desk.give(GivenNumber.take(number, act, error=review.id))
    answer(desk, review, command.factors, terms, act=command)
    if command.situations:
        review.claim_situations(command.situations, command.likeness, terms, act)
    for filing in dict.fromkeys(command.filings):
        cite(desk, review, error, filing, command)
    if command.submit:
        submit(desk, review, error, command)
    desk.show(f"/tolerance/{review.number}")


def _application(desk: Desk, error: ErrorRecord, command: FlagAsTolerable) -> Application:
    kind = error.classification
    officials = tuple(desk.get(Official, official_id(login)).id for login in dict.fromkeys(command.officials))
    history = desk.events_of(error)
    reports = ErrorRecord.Reported | ErrorRecord.ReportLinked
    reporters = dict.fromkeys(event.by for event in history if isinstance(event, reports))
    return Application(
        number=review_number(error.area, desk.today, desk.chance),
        error=error.id,
        error_number=error.number,
        case=error.case,
        case_number=error.case_number,
        household=error.household,
        area=error.area,
        decision=error.decision,
        decided_on=decided_on(error),
        deciders=error.deciders,
        reporters=tuple(one for one in reporters if one not in officials),
        managers=_managers(desk, error.area),
        officials=officials,
        applicant=command.applicant,
        element=error.element,
        cause=kind.cause if kind else "",
        origin=kind.origin if kind else "",
        direction=kind.direction if kind else "",
        amount=amount_of(error),
    )


def _managers(desk: Desk, area: str) -> tuple[UUID, ...]:
    """Return who manages the unit of who applies: they do not decide whether it is accepted."""
    held = desk.ask(holding, (MANAGER,))
    return tuple(
        dict.fromkeys(
            row.official
            for row in held
            if row.unit == desk.official.unit and {area, WHOLE_OFFICE}.intersection(row.areas.split())
        )
    )
