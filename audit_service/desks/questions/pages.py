"""The pages of questions: the lists of the desk, and one question with what can be done about it."""

from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import HTMLResponse

from audit_service.api.paging import After
from audit_service.desks.discovery.of_others import discoveries_from
from audit_service.desks.listing import Listing, narrowed_by
from audit_service.desks.moments import moments_of
from audit_service.desks.questions.about import WHO_ANSWERS, WHO_READS
from audit_service.desks.questions.columns import COLUMNS
from audit_service.desks.questions.looking import (
    Filter,
    QuestionAnswer,
    counted,
    facts_of,
    listed,
    readable_question,
)
from audit_service.desks.questions.next_steps import leading_on, offers
from audit_service.desks.questions.readings import READINGS
from audit_service.desks.questions.words import COLOURS, LISTS, question_state
from audit_service.desks.reader import AtOffice, Reader
from audit_service.identity.identity import Identity
from audit_service.office import Office
from audit_service.web.addresses import address
from audit_service.web.navigation import place
from audit_service.web.parts import Figure, Step
from audit_service.web.rendering import render
from audit_service.web.translation import gettext as _
from audit_service.web.wording import number
from domain.identities import question_id
from domain.questions.raising import WAITING
from domain.roles import MANAGER

AT = "/questions"

router = APIRouter(prefix=AT, include_in_schema=False)
place("Questions", AT, order=14, roles=WHO_READS)

PAGE = 50
WORDS: dict[str, Any] = {"question_state": question_state, "COLOURS": COLOURS}
"""What the templates write codes with."""


@router.get("")
def show_questions(request: Request, office: AtOffice, identity: Reader, after: After = 0) -> HTMLResponse:
    """Show the questions in the areas of the reader, those that are there longest first."""
    listing = Listing[Filter, QuestionAnswer](AT, narrowed_by(request, Filter, usually={"state": WAITING}))
    if listing.wanted:
        answer = listed(office, identity, listing.wanted, after=after, limit=PAGE)
        listing.show(answer.questions, "after", after, answer.next)
    return render(
        request,
        "questions.html",
        status=listing.status,
        block="results",
        listing=listing,
        counts=_counts(office, identity),
        may_raise=identity.holds_any(WHO_ANSWERS),
        columns=COLUMNS,
    )


@router.get("/{question}")
def show_question(
    request: Request, office: AtOffice, identity: Reader, question: str, recorded: int = 0
) -> HTMLResponse:
    """Show a question, what happened to it and what can be done about it."""
    found = readable_question(office, identity, question)
    events = office.record.events(question_id(question))
    return render(
        request,
        "question.html",
        just_recorded=recorded,
        found=found,
        facts=facts_of(found),
        moments=moments_of(office, events, READINGS),
        offers=offers(identity, found),
        leading_on=leading_on(identity, found),
        discoveries=discoveries_from(office, identity, found.number),
        trail_steps=[Step(_("Questions"), AT), Step(found.number)],
        **WORDS,
    )


def _counts(office: Office, identity: Identity) -> list[Figure]:
    """Return how many questions are in each list that is for the reader."""
    lists = [which for which in LISTS if which != "gone_up" or identity.holds_any([MANAGER])]
    return [
        Figure(_(LISTS[which]), number(counted(office, identity, which)), address(AT, {"which": which}))
        for which in lists
    ]
