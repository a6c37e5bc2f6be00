"""Releasing a question for everyone, in general words, and taking it back."""

from collections.abc import Iterator
from typing import Annotated

from pydantic import Field

from audit_service.desks.carrying import carries_out
from audit_service.desks.command import Command
from audit_service.desks.desk import Desk
from audit_service.desks.questions.about import the_question
from audit_service.desks.remarked import Remarked
from audit_service.web.kinds import LongText
from domain.questions.question import Question, Wording
from domain.roles import MANAGER
from projections import needy_lists

WHO_RELEASES = (MANAGER,)
"""Who answers for what everyone reads."""

Released = Annotated[str, LongText(), Field(min_length=2, max_length=2000)]
InEnglish = Annotated[str, LongText(), Field(max_length=2000)]


class PublishQuestion(Remarked):
    """Release the question and its answer for everyone, in general words that tell nobody who asked."""

    question: Annotated[Released, Field(title="Question for everyone")]
    answer: Annotated[Released, Field(title="Answer for everyone")]
    question_in_english: Annotated[InEnglish, Field(title="Question in English")] = ""
    answer_in_english: Annotated[InEnglish, Field(title="Answer in English")] = ""


@carries_out(
    PublishQuestion,
    title="Publish in general words",
    at="/questions/{question}/publication",
    roles=WHO_RELEASES,
)
def publish_question(desk: Desk, question: str, command: PublishQuestion) -> None:
    """Compare the wording with what was said and with the name of who asked before it is released."""
    found = the_question(desk, question)
    wording = Wording(**{name: getattr(command, name) for name in Wording.__dataclass_fields__})
    said = desk.vault.open_many(_said(desk, found))
    found.publish(wording, desk.act(command), said=[text for text in said if text], names=_names(desk, found))


class WithdrawPublication(Command):
    """Take the question back from what everyone reads."""


@carries_out(
    WithdrawPublication,
    title="Withdraw from the public",
    at="/questions/{question}/publication-withdrawal",
    roles=WHO_RELEASES,
)
def withdraw_publication(desk: Desk, question: str, command: WithdrawPublication) -> None:
    the_question(desk, question).withdraw_publication(desk.act(command))


def _said(desk: Desk, question: Question) -> Iterator[str]:
    """Yield what was asked and answered, still sealed."""
    for event in desk.events_of(question):
        if isinstance(event, Question.Raised | Question.TakenOver):
            yield event.text
        if isinstance(event, Question.TakenOver | Question.Answered):
            yield event.answer


def _names(desk: Desk, question: Question) -> list[str]:
    """Return the name of who is known to have asked."""
    person = question.about.person
    rows = desk.ask(needy_lists.named, [person]).values() if person else ()
    return [name for name in desk.vault.open_many(row.name for row in rows) if name]
