"""Everyone reads a question only in general words that a person released."""

from dataclasses import replace

import pytest

from domain.questions.question import Question
from domain.questions.refusals import (
    NamesSomebody,
    NotAnswered,
    NotPublished,
    NotReworded,
    PublishedAlready,
)
from tests.builders import an_act
from tests.history import given, last, recorded, refused
from tests.question_builders import (
    ANSWERED,
    ASKED,
    WORDING,
    a_published_question,
    a_question,
    an_answered_question,
)


def test_an_answered_question_is_released_in_a_wording_of_its_own() -> None:
    question = given(an_answered_question())

    question.publish(WORDING, an_act(), said=(ASKED, ANSWERED))

    event = last(question, Question.Published)
    assert (event.question, event.answer) == (WORDING.question, WORDING.answer)
    assert question.is_published


def test_what_was_said_is_never_released_however_it_is_punctuated() -> None:
    question = given(an_answered_question())
    raw = "my mother is ill — who pays for her medicine"

    with refused(question, NotReworded, "general words of your own"):
        question.publish(replace(WORDING, question=raw), an_act(), said=(ASKED, ANSWERED))
    with refused(question, NotReworded):
        question.publish(replace(WORDING, answer_in_english=ANSWERED), an_act(), said=(ASKED, ANSWERED))


@pytest.mark.parametrize(
    "telling",
    [
        "Call 13804110000.",
        "The card 2102 0219 7001 01001X.",
        "0411-8363-1234",
        "Ms Wang asks.",
        "８３６３１２３４",
    ],
)
def test_a_wording_that_tells_who_asked_is_not_released(telling: str) -> None:
    question = given(an_answered_question())

    with refused(question, NamesSomebody, "a name or a long number"):
        question.publish(replace(WORDING, answer=telling), an_act(), said=(ASKED,), names=("Wang",))


@pytest.mark.parametrize("harmless", ["From 2021-07-01 on.", "Call 12345.", "It is 780.00 yuan, not 750.00."])
def test_days_and_amounts_tell_nobody(harmless: str) -> None:
    question = given(an_answered_question())

    question.publish(replace(WORDING, answer=harmless), an_act(), said=(ASKED,), names=("Wang",))

    assert question.is_published


def test_what_is_not_answered_is_not_released() -> None:
    question = given(a_question())

    with refused(question, NotAnswered):
        question.publish(WORDING, an_act(), said=())


def test_a_question_is_published_in_one_wording_at_a_time() -> None:
    question = given(a_published_question())

    with refused(question, PublishedAlready, "Withdraw it before"):
        question.publish(WORDING, an_act(), said=())
    question.withdraw_publication(an_act())
    question.publish(WORDING, an_act(), said=())

    assert recorded(question) == [Question.PublicationWithdrawn, Question.Published]


def test_only_what_is_published_is_withdrawn() -> None:
    question = given(an_answered_question())

    with refused(question, NotPublished, "nothing to withdraw"):
        question.withdraw_publication(an_act())
