"""What a person releases for everyone, and what is kept back."""

import pytest

from audit_service.desks.questions.handling import AnswerQuestion
from audit_service.desks.questions.publishing import PublishQuestion, WithdrawPublication
from audit_service.identity.identity import NotYourRole
from domain.questions.question import Question
from domain.questions.refusals import NamesSomebody, NotPublished, NotReworded
from tests.desk_of_questions import ID_NUMBER, QuestionDesk
from tests.question_builders import a_question_taken_over

RELEASED = {"question": "Who pays for medicine in general?", "answer": "The insurance pays at the hospital."}


def an_answered_question(desk: QuestionDesk, person: str = "") -> str:
    number = desk.raise_question(text="Who pays for my medicine?", person=person)
    desk.ask(AnswerQuestion(answer="Your insurance does."), question=number)
    return number


def test_a_manager_releases_an_answer_in_general_words(desk: QuestionDesk) -> None:
    number = an_answered_question(desk)

    desk.ask(PublishQuestion(**RELEASED), desk.manager, question=number)

    page = desk.page(f"/questions/{number}", desk.manager)
    assert desk.get(f"/questions/{number}")["is_published"]
    assert "/publication-withdrawal" in page
    assert '/publication"' not in page
    desk.ask(WithdrawPublication(because="Out of date."), desk.manager, question=number)
    assert '/publication"' in desk.page(f"/questions/{number}", desk.manager)


def test_what_was_said_or_answered_is_not_released(desk: QuestionDesk) -> None:
    number = an_answered_question(desk)
    desk.keep(a_question_taken_over(person=None))

    for wording in ({"question": "Who pays for my medicine"}, {"answer": "Your insurance does!"}):
        with pytest.raises(NotReworded):
            desk.ask(PublishQuestion(**(RELEASED | wording)), desk.manager, question=number)
    with pytest.raises(NotReworded):
        desk.ask(
            PublishQuestion(**(RELEASED | {"answer": "已现场解释政策。"})), desk.manager, question="WD-9001"
        )

    assert Question.Published not in desk.history_of_question(number)


def test_the_name_of_who_asked_is_not_released(desk: QuestionDesk) -> None:
    desk.registered(name="高虚构")
    number = an_answered_question(desk, person=ID_NUMBER)

    with pytest.raises(NamesSomebody):
        desk.ask(
            PublishQuestion(**(RELEASED | {"answer": "请高虚构到窗口。"})), desk.manager, question=number
        )

    assert Question.Published not in desk.history_of_question(number)


def test_only_a_manager_releases_and_only_what_is_published_is_withdrawn(desk: QuestionDesk) -> None:
    number = an_answered_question(desk)

    with pytest.raises(NotYourRole):
        desk.ask(PublishQuestion(**RELEASED), question=number)
    with pytest.raises(NotPublished):
        desk.ask(WithdrawPublication(because="?!"), desk.manager, question=number)

    assert desk.history_of_question(number) == [Question.Raised, Question.Answered]
