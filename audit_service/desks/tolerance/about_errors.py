"""What the history of an error tells a review, and whoever wants to begin one."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Row

from audit_service.desks.desk import Desk
from domain.errors.accountability import Held
from domain.errors.duties import DECISION
from domain.errors.error_record import ErrorRecord
from domain.refusal import Reference
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
    noticed = min(held, key=lambda each: each.noticed_on, default=None)
    decided = min((each for each in held if each.decided_on), key=_decided_on, default=None)
    going_on = next((row for row in others if State(row.state) not in OVER), None)
    determined = next((row for row in others if row.determined_on), None)
    return ErrorFacts(
        classified=error.classification is not None,
        correction=error.stage.value if error.stage else "",
        plan_accepted=error.plan_accepted,
        noticed_on=noticed.noticed_on if noticed else None,
        decided_on=decided.decided_on if decided else None,
        open_review=going_on.number if going_on else "",
        determined_in=determined.number if determined else "",
        latest=_latest(error),
        noticed=noticed.noticed if noticed else None,
        decided=decided.decided if decided else None,
        opened=Reference(position=going_on.drafted) if going_on else None,
        determined=Reference(position=determined.determined) if determined else None,
    )


def _decided_on(held: Held) -> date:
    return held.decided_on or date.max


def _latest(error: ErrorRecord) -> Reference:
    """Return the last act on the error; that it was reported, if there was none since."""
    acts = (done.event for done in reversed(error.done) if done.topic != DECISION)
    return next(acts, Reference(stream=error.id, version=1))


def decided_on(error: ErrorRecord) -> date | None:
    """Return the day of the decision in error; None where none is named."""
    return next((done.on for done in error.done if done.topic == DECISION), None) if error.decision else None


def amount_of(error: ErrorRecord) -> int:
    """Return fen, of all months, whichever way each went: as found, else as estimated."""
    estimated = error.classification.amounts if error.classification else ()
    return sum(abs(each.amount) for each in error.ledger.months or estimated)
