"""How a review moves along in the docket, and who takes or leaves which part in it."""

from uuid import UUID

from domain.kernel import Event
from domain.tolerance.clocks import (
    ACCEPT,
    ASSIGN,
    DECIDE_REVIEW,
    DETERMINE,
    FILE,
    NOTIFY,
    REQUEST_REVIEW,
    REQUEST_SECOND_REVIEW,
    SUPPLEMENT,
    VERIFY,
)
from domain.tolerance.duties import TAKEN_BY
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import State
from projections.kernel import Touching
from projections.rows import Rows
from projections.shape import Row
from projections.tolerance_tables import parts, reviews

ITS: Touching = {parts: "originator_id"}
"""What every event looks into: who has which part already."""


def note(rows: Rows, event: Event) -> Row:
    """Note how far a review has got and who had a part in it, and return its row."""
    row = rows.of(reviews, event.stream)
    row.version, row.position = event.originator_version, event.position
    taken = TAKEN_BY.get(event.TOPIC)
    if taken and event.TOPIC not in CALLED:
        take(rows, event, taken[0], event.by)
    return row


def take(rows: Rows, event: Event, part: str, *persons: UUID) -> None:
    """Note that officials have a part from now on."""
    for person in dict.fromkeys(persons):
        if rows.find(parts, event.stream, person, part) is None:
            rows.add(parts, review=event.stream, person=person, part=part, position=event.position)


def leave(rows: Rows, event: Event, part: str, *persons: UUID) -> None:
    """Note that officials have a part no more; all of them, if nobody is named."""
    for row in rows.under(parts, event.stream):
        if row.part == part and (not persons or row.person in persons):
            rows.remove(parts, row)


CALLED = {
    "tolerance.verifiers_assigned",
    "tolerance.verifier_recused",
    "tolerance.verifier_replaced",
    "tolerance.deliberation_opened",
    "tolerance.voter_recused",
    "tolerance.reviewers_assigned",
    "tolerance.next_reviewers_assigned",
}
"""Acts whose part is not that of who acts, but of those who are called."""

MOVES: dict[type[Event], tuple[State, str]] = {
    ToleranceReview.Submitted: (State.SUBMITTED, ACCEPT),
    ToleranceReview.SupplementRequested: (State.SUPPLEMENT, SUPPLEMENT),
    ToleranceReview.Supplemented: (State.SUBMITTED, ACCEPT),
    ToleranceReview.Accepted: (State.ACCEPTED, ASSIGN),
    ToleranceReview.AcceptanceRefused: (State.NOT_ACCEPTED, ""),
    ToleranceReview.VerifiersAssigned: (State.VERIFYING, VERIFY),
    ToleranceReview.DeliberationOpened: (State.DELIBERATING, DETERMINE),
    ToleranceReview.Determined: (State.DETERMINED, NOTIFY),
    ToleranceReview.Notified: (State.NOTIFIED, REQUEST_REVIEW),
    ToleranceReview.ReviewRequested: (State.UNDER_REVIEW, DECIDE_REVIEW),
    ToleranceReview.ReviewDecided: (State.REVIEWED, REQUEST_SECOND_REVIEW),
    ToleranceReview.BecameFinal: (State.FINAL, FILE),
    ToleranceReview.Filed: (State.FILED, ""),
    ToleranceReview.Closed: (State.CLOSED, ""),
    ToleranceReview.Withdrawn: (State.WITHDRAWN, ""),
    ToleranceReview.Revoked: (State.REVOKED, ""),
}
"""By event: where the review stands then, and what is to be done next."""


def move(rows: Rows, event: Event) -> Row:
    """Note where a review stands by an event of MOVES, and by when the next step is to be taken."""
    row = note(rows, event)
    state, row.step = MOVES[type(event)]
    row.state, row.due_on = state.value, getattr(event, "due_on", None)
    return row
