"""Reviews of tolerance as the official concerned reads of them: how each stands, and what waits for them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from pydantic import BaseModel

from audit_service.desks.carrying import COMMANDS
from audit_service.desks.tolerance.search import WHO_READS
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.parts import Step
from audit_service.web.translation import gettext as _
from audit_service.web.wording import day
from domain.kernel import Act
from domain.refusal import Refused
from domain.roles import ROLES
from domain.tolerance.review import ToleranceReview
from domain.tolerance.state import State
from projections.official_record import reviews_of

OFFERED, ANSWERED = "offered", "answered"
STATEMENTS: Final = {
    "": "Not offered yet",
    OFFERED: "Offered, not answered yet",
    ANSWERED: "Made or declined",
}
"""How it stands with the statement of an official concerned; messages to translate."""

MOST = 20
"""Reviews that are shown with an official, the latest."""


class JudgedAnswer(BaseModel):
    """A review of tolerance about an error of the official's, as it stands."""

    review: str
    """Its number."""
    error: str
    """Number of the error."""
    state: str
    step: str
    """What is to be done next; empty if nothing is."""
    due_on: date | None
    statement: str
    """`offered` until the official has answered, then `answered`; empty before."""
    statement_due_on: date | None
    outcome: str
    """The one in force; empty before there is one."""
    effects: tuple[str, ...]
    """What follows from the determination, and what is not affected."""
    reviews_requested: tuple[date, ...]
    """The days on which the determination was asked to be looked at again, by level."""
    is_cleared: bool
    """Whether it was made known that nothing is held against them; there is a letter then."""


@dataclass(frozen=True, kw_only=True)
class Awaited:
    """Something that only the official can do, and until when."""

    said: str
    """In the reader's language."""
    steps: Sequence[Step]
    """Where it is done."""


def judged(office: Office, reader: Identity, official: UUID) -> list[ToleranceReview]:
    """Return the reviews about the official's errors, the latest first.

    All for themselves, else those that the reader may see. What is followed up in the compartment of
    discipline leads is in none of them.
    """
    areas = None if official == reader.official else reader.areas_of(WHO_READS)
    with office.views.connect() as views:
        rows = reviews_of(views, official, areas=areas, limit=MOST)
    return [office.record.get(ToleranceReview, row.review) for row in rows]


def told(review: ToleranceReview, official: UUID) -> JudgedAnswer:
    """Return how a review stands for an official."""
    answered = ANSWERED if official in review.answered_by else OFFERED
    return JudgedAnswer(
        review=review.number,
        error=review.error_number,
        state=review.state,
        step=review.step,
        due_on=review.due_on,
        statement=answered if review.offered_on else "",
        statement_due_on=review.statement_due_on,
        outcome=review.outcome,
        effects=review.effects,
        reviews_requested=tuple(on for on, _ in review.requested),
        is_cleared=review.is_cleared and review.state is not State.REVOKED,
    )


def awaited(office: Office, identity: Identity, reviews: Sequence[ToleranceReview]) -> list[Awaited]:
    """Return what the reader can do in reviews about themselves, and nobody can for them."""
    return [each for review in reviews for each in _awaited_in(office, identity, review)]


def _awaited_in(office: Office, identity: Identity, review: ToleranceReview) -> Iterator[Awaited]:
    act = Act(
        by=identity.official, role=identity.role_for(ROLES) or "", unit=identity.unit, on=office.today()
    )
    if _may(review.check_declining, act):
        said = _(
            "Review %(number)s: you can be heard, until %(day)s. Nothing gets worse for you by it.",
            number=review.number,
            day=day(review.statement_due_on),
        )
        yield Awaited(said=said, steps=_steps(review, "make_statement", "decline_statement"))
    if _may(review.check_request, act):
        said = _(
            "Review %(number)s: you can ask for the determination to be looked at again, until %(day)s.",
            number=review.number,
            day=day(review.due_on),
        )
        yield Awaited(said=said, steps=_steps(review, "request_review"))


def _may(check: Callable[[Act], object], act: Act) -> bool:
    try:
        check(act)
    except Refused:
        return False
    return True


def _steps(review: ToleranceReview, *commands: str) -> list[Step]:
    entries = [COMMANDS[name] for name in commands]
    return [Step(_(entry.title), entry.form_at.format(review_number=review.number)) for entry in entries]
