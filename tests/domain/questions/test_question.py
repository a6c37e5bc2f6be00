"""A question waits until it is answered, by whom it is with, and may be asked again."""

from uuid import uuid4

import pytest

from domain.questions.question import Question
from domain.questions.raising import WAITING, About
from domain.questions.refusals import (
    AnsweredAlready,
    AskedAgainBefore,
    AssignedAlready,
    LinkedAlready,
    NotAnswered,
    NotLater,
    NotTheirQuestion,
    RaisedAhead,
    SortedAlready,
    UnknownTopic,
)
from tests.builders import CASEWORKER, COLLEAGUE, an_act, day, person
from tests.history import given, last, recorded, refused
from tests.question_builders import a_question, a_question_taken_over, an_answered_question, what_is_asked


def test_a_question_waits_with_what_was_promised() -> None:
    question = given(a_question())

    assert (question.state, question.topic, question.promised_on) == ("waiting", "medical", day("2021-05-13"))
    assert (question.assignee, question.topic_is_proposed) == (None, False)


def test_a_question_is_about_a_topic_of_the_list() -> None:
    with pytest.raises(UnknownTopic, match="no topic weather"):
        Question.ask(what_is_asked(topic="weather"), an_act())


def test_a_question_was_raised_today_at_the_latest() -> None:
    with pytest.raises(RaisedAhead, match="cannot be raised after today"):
        Question.ask(what_is_asked(), an_act("2021-05-09"))


def test_what_somebody_unnamed_says_is_sealed_under_a_key_of_the_question() -> None:
    question = a_question()

    assert last(question, Question.Raised).subject == question.id


def test_what_is_said_about_somebody_is_sealed_under_their_key() -> None:
    about_person = a_question(about=About(person=person("head"), household=uuid4()))
    household = uuid4()
    about_household = a_question(about=About(household=household))

    about_person.assign(CASEWORKER, an_act())

    assert last(about_person, Question.Raised).subject == person("head")
    assert last(about_person, Question.Assigned).subject == person("head")
    assert last(about_household, Question.Raised).subject == household


def test_a_question_of_the_ledger_keeps_the_answer_and_a_proposed_topic() -> None:
    question = a_question_taken_over()

    event = last(question, Question.TakenOver)
    assert (event.subject, event.answer, event.row) == (person("head"), "已现场解释政策", 3)
    assert (question.state, question.topic, question.topic_is_proposed) == ("answered", "housing", True)
    assert question.about == About(person=person("head"))


def test_a_question_of_the_ledger_that_was_not_settled_waits() -> None:
    question = a_question_taken_over(answered=False, promised_on=day("2021-05-10"), person=None)

    assert (question.state, question.promised_on) == ("waiting", day("2021-05-10"))
    assert last(question, Question.TakenOver).subject == question.id


def test_a_question_of_the_ledger_that_waits_is_due_when_it_usually_is() -> None:
    housing = a_question_taken_over(answered=False)
    unsorted = a_question_taken_over(answered=False, topic="unsorted")

    assert housing.promised_on == day("2021-05-04")
    assert unsorted.promised_on == day("2021-04-27")
    assert a_question_taken_over().promised_on is None


def test_the_same_row_makes_the_same_question() -> None:
    assert a_question_taken_over().id == a_question_taken_over(row=9).id
    assert a_question_taken_over().id != a_question_taken_over(number="WD-9002").id


def test_a_proposed_topic_is_confirmed_and_a_chosen_one_changed() -> None:
    question = given(a_question_taken_over())

    question.sort("housing", an_act())
    question.sort("other", an_act())

    assert recorded(question) == [Question.Sorted, Question.Sorted]
    assert (question.topic, question.topic_is_proposed) == ("other", False)


def test_a_topic_is_not_chosen_twice_nor_made_up() -> None:
    question = given(a_question())

    with refused(question, SortedAlready, "WD-0001 is under this topic already"):
        question.sort("medical", an_act())
    with refused(question, UnknownTopic):
        question.sort("weather", an_act())


def test_a_question_goes_from_one_official_to_another() -> None:
    question = given(a_question())

    question.assign(CASEWORKER, an_act())
    question.assign(COLLEAGUE, an_act())

    assert last(question, Question.Assigned).before == CASEWORKER
    assert question.assignee == COLLEAGUE
    with refused(question, AssignedAlready, "with this official already"):
        question.assign(COLLEAGUE, an_act())


def test_what_is_answered_is_assigned_to_nobody() -> None:
    question = given(an_answered_question())

    with refused(question, AnsweredAlready):
        question.assign(COLLEAGUE, an_act())


def test_a_question_is_linked_step_by_step() -> None:
    question = given(a_question())
    case = uuid4()

    question.link(About(person=person("head")), an_act())
    question.link(About(case=case, case_number="DB-0001"), an_act())

    assert question.about == About(person=person("head"), case=case, case_number="DB-0001")
    assert last(question, Question.Linked).subject == person("head")
    with refused(question, LinkedAlready):
        question.link(About(person=person("head")), an_act())


def test_whoever_answers_has_it_unless_somebody_else_had() -> None:
    alone, with_colleague = given(a_question()), a_question()
    with_colleague.assign(COLLEAGUE, an_act())

    alone.answer("Yes.", an_act())
    with_colleague.answer("Yes.", an_act())

    assert (alone.state, alone.assignee) == ("answered", CASEWORKER)
    assert with_colleague.assignee == COLLEAGUE


def test_a_question_is_answered_once() -> None:
    question = given(an_answered_question())

    with refused(question, AnsweredAlready, "reopen the question first"):
        question.answer("No.", an_act())


def test_after_the_answer_somebody_asks_again_and_may_reopen_it() -> None:
    question = given(an_answered_question())

    question.follow_up("It did not help.", an_act(), look_again_on=day("2021-06-01"))
    question.reopen(day("2021-05-31"), an_act())

    assert recorded(question) == [Question.FollowedUp, Question.Reopened]
    assert (question.state, question.promised_on) == ("waiting", day("2021-05-31"))
    question.answer("Like this.", an_act())


def test_what_follows_an_answer_needs_one() -> None:
    question = given(a_question())

    with refused(question, NotAnswered, "not answered yet"):
        question.follow_up("?", an_act())
    with refused(question, NotAnswered):
        question.reopen(day("2021-05-31"), an_act())


def test_a_question_tells_what_it_led_to() -> None:
    question, case, error = given(a_question()), uuid4(), uuid4()

    question.report_error(error, "CC-1", an_act())
    question.open_application(case, "DB-0002", an_act())

    assert (question.about.case, question.about.case_number) == (case, "DB-0002")
    assert last(question, Question.ErrorReported).error == error


def test_an_answer_is_put_off_more_than_once() -> None:
    question = a_question()

    for until in ("2021-05-18", "2021-05-25"):
        question.postpone(day(until), an_act("2021-05-12"))

    event = last(question, Question.PromisePostponed)
    assert (event.promised_before, event.promised_on) == (day("2021-05-18"), day("2021-05-25"))
    assert question.promised_on == day("2021-05-25")


@pytest.mark.parametrize("until", ["2021-05-13", "2021-05-12"])
def test_a_promise_is_put_off_to_a_later_day_only(until: str) -> None:
    question = given(a_question())

    with refused(question, NotLater, "promised by 2021-05-13 already"):
        question.postpone(day(until), an_act("2021-05-12"))


def test_what_is_answered_is_not_put_off() -> None:
    question = given(an_answered_question())

    with refused(question, AnsweredAlready, "is answered"):
        question.postpone(day("2021-06-18"), an_act("2021-05-12"))


def test_what_was_promised_for_no_day_is_promised() -> None:
    question = a_question_taken_over(answered=True)
    question.state, question.promised_on = WAITING, None

    question.postpone(day("2021-06-18"), an_act("2021-06-12"))

    assert question.promised_on == day("2021-06-18")


def test_a_question_is_told_to_be_another_persons() -> None:
    question = given(a_question_taken_over())

    with refused(question, NotTheirQuestion):
        question.correct_person(an_act(), before=person("child"), after=person("twin"))
    question.correct_person(an_act(), before=person("head"), after=person("twin"))

    assert recorded(question) == [Question.PersonCorrected]
    assert question.about.person == person("twin")


def test_whether_an_answer_helped_is_not_asked_on_a_day_that_is_past() -> None:
    question = given(a_question())
    past = day("2021-05-11")

    with refused(question, AskedAgainBefore):
        question.answer("Yes.", an_act("2021-05-12"), look_again_on=past)

    question = given(an_answered_question())
    with refused(question, AskedAgainBefore):
        question.follow_up("It helped.", an_act("2021-06-12"), look_again_on=past)
