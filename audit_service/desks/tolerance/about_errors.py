"""What the history of an error tells a review, and whoever wants to begin one."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from audit_service.desks.desk import Desk
from domain.errors.duties import DECISION
from domain.errors.error_record import ErrorRecord
from domain.tolerance.state import OVER, ErrorFacts, State
from projections.tolerance_lists import reviews_of_error


def error_facts(desk: Desk, error: ErrorRecord, officials: Collection[UUID], number: str) -> ErrorFacts:
    """Return what a step of the review with this number asks for."""
    return facts_told(error, desk.ask(reviews_of_error, error.id), officials, number)


def facts_told(
    error: ErrorRecord, reviews: Iterable[Row[Any]], officials: Collection[UUID], number: str = ""
) -> ErrorFacts:
    """Return what an error and its reviews tell about officials who are concerned.

    A review that was withdrawn or revoked after it was determined counts as determined, too.
    """
    others = [row for row in reviews if row.number != number]
    held = [each for each in error.held if each.official in officials]
    return ErrorFacts(
        classified=error.classification is not None,
        correction=error.stage.value if error.stage else "",
        plan_accepted=error.plan_accepted,
        noticed_on=min((each.noticed_on for each in held), default=None),
        decided_on=min((each.decided_on for each in held if each.decided_on), default=None),
        open_review=next((row.number for row in others if State(row.state) not in OVER), ""),
        determined_in=next((row.number for row in others if row.determined_on), ""),
    )


def decided_on(error: ErrorRecord) -> date | None:
    """Return the day of the decision in error; None where none is named."""
    return next((done.on for done in error.done if done.topic == DECISION), None) if error.decision else None


def amount_of(error: ErrorRecord) -> int:
    """Return fen, of all months, whichever way each went: as found, else as estimated."""
    estimated = error.classification.amounts if error.classification else ()
    return sum(abs(each.amount) for each in error.ledger.months or estimated)
