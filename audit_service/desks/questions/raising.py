"""Putting a question to the office: on a visit, by phone, at a window or on an open day."""

from datetime import date
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.desk import Desk
from audit_service.desks.offers import AreaCode
from audit_service.desks.questions.about import (
    WHO_ANSWERS,
    CaseNamed,
    PersonNamed,
    about,
    visited,
)
from audit_service.desks.questions.words import QuestionChannel, Topic
from audit_service.desks.remarked import Remarked
from audit_service.desks.visits.going import visit_named
from audit_service.numbering import question_number
from audit_service.web.kinds import LongText
from domain.questions.question import Question
from domain.questions.raising import NOBODY, Asked, check_raised
from domain.questions.topics import LONGEST, promised_by

Within = Annotated[
    int | None,
    Field(
        title="Answer promised within so many working days",
        description="Leave empty for what is usual with the topic.",
        ge=1,
        le=LONGEST,
    ),
]


class RaiseQuestion(Remarked):
    """Record a question. Each question is an entry of its own, and is kept until it is answered."""

    area: Annotated[AreaCode, Field(title="Area")]
    channel: Annotated[QuestionChannel, Field(title="How it came in")]
    topic: Annotated[Topic, Field(title="Topic")]
    text: Annotated[str, LongText(), Field(title="Question", min_length=2, max_length=2000)]
    raised_on: Annotated[
        date | None, Field(title="Raised on", description="Leave empty if it was today.")
    ] = None
    within: Within = None
    person: PersonNamed = ""
    contact: Annotated[
        str,
        Field(title="How to reach whoever asks", description="Only if they want to say.", max_length=200),
    ] = ""
    case_number: CaseNamed = ""
    visit: Annotated[str, Field(title="Number of the visit", max_length=60)] = ""


@carries_out(
    RaiseQuestion,
    title="Record a question",
    at="/questions",
    form_at="/questions/new",
    shows="/questions",
    roles=WHO_ANSWERS,
)
def raise_question(desk: Desk, command: RaiseQuestion) -> None:
    """Record what is asked and by when it is answered."""
    desk.enter(command.area)
    visit = visit_named(desk, command.visit) if command.visit else None
    named = about(desk, command.person, command.case_number)
    if visit is not None and named == NOBODY:
        named = visited(visit)
    raised_on = command.raised_on or desk.today
    check_raised(raised_on, desk.today)  # before anything is promised for that day
    asked = Asked(
        number=question_number(command.area, desk.today, desk.chance),
        area=command.area,
        topic=command.topic,
        text=command.text,
        channel=command.channel,
        raised_on=raised_on,
        promised_on=promised_by(command.topic, raised_on, desk.working_days, within=command.within),
        contact=command.contact,
        visit=visit.id if visit else None,
        about=named,
    )
    desk.keep(Question.ask(asked, desk.act(command)))
    desk.show(f"/questions/{asked.number}")
