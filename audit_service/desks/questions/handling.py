"""What is done with a question: sorted, assigned, linked, answered, followed up, reopened."""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.questions.about import WHO_ANSWERS, CaseNamed, PersonNamed, about, the_question
from audit_service.desks.questions.raising import Within
from audit_service.desks.questions.words import Topic
from audit_service.desks.remarked import Remarked
from audit_service.web.kinds import LongText, OnRecord
from domain.areas import AREAS
from domain.identities import official_id
from domain.officials.official import WHOLE_OFFICE, Official
from domain.questions.topics import LONGEST, promised_by
from domain.refusal import Refused

Told = Annotated[str, LongText(), Field(min_length=2, max_length=4000)]
LookAgain = Annotated[
    date | None,
    Field(title="Ask again on", description="Day on which somebody asks whether the answer helped."),
]


class CannotAnswerHere(Refused):
    """A question is given to who may answer it."""

    CODE = "question.cannot_answer_here"
    SENTENCE = "%(login)s answers no questions in %(area)s. Choose a colleague who does."


class SortQuestion(Remarked):
    """Say what the question is about, or confirm what its words propose."""

    topic: Annotated[Topic, Field(title="Topic")]


@carries_out(SortQuestion, title="Choose the topic", at="/questions/{question}/topic", roles=WHO_ANSWERS)
def sort_question(desk: Desk, question: str, command: SortQuestion) -> None:
    the_question(desk, question).sort(command.topic, desk.act(command))


class AssignQuestion(Remarked):
    """Take the question, or give it to a colleague."""

    to: Annotated[
        str,
        OnRecord(),
        Field(title="Official", description="Choose nobody to take it yourself.", max_length=100),
    ] = ""


@carries_out(AssignQuestion, title="Assign", at="/questions/{question}/assignment", roles=WHO_ANSWERS)
def assign_question(desk: Desk, question: str, command: AssignQuestion) -> None:
    found = the_question(desk, question)
    login = command.to or desk.official.login
    official = desk.get(Official, official_id(login))
    if not any({WHOLE_OFFICE, found.area} & set(official.roles.get(role, ())) for role in WHO_ANSWERS):
        raise CannotAnswerHere(login=login, area=AREAS[found.area])
    found.assign(official.id, desk.act(command))


class LinkQuestion(Remarked):
    """Say which person or case the question is about."""

    person: PersonNamed = ""
    case_number: CaseNamed = ""

    @model_validator(mode="after")
    def _names_something(self) -> Self:
        if not (self.person or self.case_number):
            raise ValueError("Name the person or the case.")
        return self


@carries_out(
    LinkQuestion, title="Link to a person or a case", at="/questions/{question}/link", roles=WHO_ANSWERS
)
def link_question(desk: Desk, question: str, command: LinkQuestion) -> None:
    found = the_question(desk, question)
    found.link(about(desk, command.person, command.case_number), desk.act(command))


class PostponePromise(Command):
    """Promise the answer by a later day, and say why it takes longer. The first promise stays on record."""

    because: Annotated[str, Field(title="Why it takes longer", min_length=2, max_length=2000)]
    within: Annotated[
        int, Field(title="Answer promised within so many working days from today", ge=1, le=LONGEST)
    ]


@carries_out(
    PostponePromise, title="Postpone the answer", at="/questions/{question}/postponement", roles=WHO_ANSWERS
)
def postpone_promise(desk: Desk, question: str, command: PostponePromise) -> None:
    found = the_question(desk, question)
    promised_on = promised_by(found.topic, desk.today, desk.working_days, within=command.within)
    found.postpone(promised_on, desk.act(command))


class AnswerQuestion(Remarked):
    """Record the answer that was given."""

    answer: Annotated[Told, Field(title="Answer")]
    look_again_on: LookAgain = None


@carries_out(AnswerQuestion, title="Answer", at="/questions/{question}/answer", roles=WHO_ANSWERS)
def answer_question(desk: Desk, question: str, command: AnswerQuestion) -> None:
    found = the_question(desk, question)
    found.answer(command.answer, desk.act(command), look_again_on=command.look_again_on)


class FollowUpQuestion(Remarked):
    """Record whether the answer helped, after you have asked again."""

    found: Annotated[Told, Field(title="What was found")]
    look_again_on: LookAgain = None


@carries_out(FollowUpQuestion, title="Follow up", at="/questions/{question}/follow-up", roles=WHO_ANSWERS)
def follow_up_question(desk: Desk, question: str, command: FollowUpQuestion) -> None:
    found = the_question(desk, question)
    found.follow_up(command.found, desk.act(command), look_again_on=command.look_again_on)


class ReopenQuestion(Command):
    """Reopen the question because the answer did not help, and promise another."""

    within: Within = None


@carries_out(ReopenQuestion, title="Reopen", at="/questions/{question}/reopening", roles=WHO_ANSWERS)
def reopen_question(desk: Desk, question: str, command: ReopenQuestion) -> None:
    found = the_question(desk, question)
    promised_on = promised_by(found.topic, desk.today, desk.working_days, within=command.within)
    found.reopen(promised_on, desk.act(command))
