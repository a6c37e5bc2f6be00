"""The question desk, by who has what, by when it is promised, and what everyone may read."""

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection

from domain.questions.raising import About
from projections.case_register import case_register
from projections.needy_register import needy_register
from projections.question_desk import question_desk
from projections.question_lists import (
    SoughtQuestions,
    count_questions,
    listed_questions,
    numbers_of,
    published,
    question_numbered,
    questions_about,
    raised_between,
    tallied_questions,
)
from tests.builders import CASEWORKER, COLLEAGUE, PULANDIAN, ZHONGSHAN, a_case_taken_over, an_act, day, person
from tests.question_builders import (
    WORDING,
    a_published_question,
    a_question,
    a_question_taken_over,
    a_question_with_everything,
    an_answered_question,
)

Shown = Callable[..., Connection]


def found(db: Connection, **sought: object) -> list[str]:
    asked = SoughtQuestions(**sought)  # type: ignore[arg-type]  # by name
    rows = listed_questions(db, asked)
    assert count_questions(db, asked) == len(rows)
    return [row.number for row in rows]


def test_questions_are_there_in_the_order_they_came(shown: Shown) -> None:
    db = shown(question_desk, a_question(number="WD-2"), a_question(number="WD-1"))

    assert found(db) == ["WD-2", "WD-1"]
    assert [row.number for row in listed_questions(db, SoughtQuestions(), after=1)] == ["WD-1"]
    assert [row.number for row in listed_questions(db, SoughtQuestions(), limit=1)] == ["WD-2"]


def test_a_question_is_told_as_it_was_raised(shown: Shown) -> None:
    db = shown(question_desk, a_question(about=About(household=person("home"), case_number="DB-0001")))

    row = question_numbered(db, "WD-0001")

    assert row is not None
    assert (row.topic, row.channel, row.state, row.area) == ("medical", "phone", "waiting", ZHONGSHAN)
    assert (row.promised_on, row.household, row.case_number) == (day("2021-05-13"), person("home"), "DB-0001")
    assert question_numbered(db, "WD-2") is None


def test_what_was_settled_on_the_visit_was_answered_in_time(shown: Shown) -> None:
    open_one = a_question_taken_over(number="WD-9002", answered=False)

    db = shown(question_desk, a_question_taken_over(), open_one)

    settled, waiting = listed_questions(db, SoughtQuestions())
    assert (settled.state, settled.in_time, settled.answered_on) == ("answered", True, day("2021-04-20"))
    assert settled.topic_is_proposed
    assert (waiting.state, waiting.in_time, waiting.answered_on) == ("waiting", None, None)


def test_a_question_whose_takeover_was_taken_back_is_not_there(shown: Shown) -> None:
    gone, kept = a_question_taken_over(), a_question_taken_over(number="WD-9002")
    gone.withdraw_takeover(an_act())

    db = shown(question_desk, gone, kept)

    assert found(db) == ["WD-9002"]
    assert question_numbered(db, "WD-9001") is None


def test_what_was_put_off_is_in_time_only_by_the_first_promise(shown: Shown) -> None:
    waiting, late, early = (a_question(number=number) for number in ("WD-1", "WD-2", "WD-3"))
    for question in (waiting, late, early):
        for until in ("2021-05-18", "2021-05-25"):
            question.postpone(day(until), an_act("2021-05-12"))
    late.answer("It does.", an_act("2021-05-18"))
    early.answer("It does.", an_act("2021-05-13"))

    rows = listed_questions(shown(question_desk, waiting, late, early), SoughtQuestions())

    assert {row.promised_on for row in rows} == {day("2021-05-25")}
    assert {row.first_promised_on for row in rows} == {day("2021-05-13")}
    assert [row.in_time for row in rows] == [None, False, True]


def test_whether_the_answer_came_in_time_is_told(shown: Shown) -> None:
    late = an_answered_question("2021-05-14", number="WD-2")
    without_promise = a_question_taken_over(answered=False)
    without_promise.answer("Yes.", an_act())

    db = shown(question_desk, an_answered_question(), late, without_promise)

    assert [row.in_time for row in listed_questions(db, SoughtQuestions())] == [True, False, True]


def test_a_reopened_question_waits_again(shown: Shown) -> None:
    db = shown(question_desk, a_question_with_everything())

    row = question_numbered(db, "WD-0002")
    assert row is not None
    assert (row.state, row.promised_on, row.in_time) == ("waiting", day("2021-06-08"), None)
    assert (row.topic, row.assignee, row.person) == ("medical", CASEWORKER, person("head"))
    assert (row.case_number, row.error_number) == ("DB-0001", "CC-0001")
    assert (row.look_again_on, row.is_published) == (None, False)
    assert published(db) == []


def test_questions_are_looked_for(shown: Shown) -> None:
    mine = a_question(number="WD-1", topic="other", channel="window", about=About(case_number="DB-1"))
    mine.assign(CASEWORKER, an_act())
    there = a_question(number="WE-2", area=PULANDIAN, raised_on=day("2021-05-09"))
    asked_again = a_question(number="WD-3")
    asked_again.answer("Yes.", an_act("2021-05-12"), look_again_on=day("2021-06-01"))

    db = shown(question_desk, mine, there, asked_again)

    assert found(db, areas=[PULANDIAN]) == ["WE-2"]
    assert (
        found(db, topic="other") == found(db, channel="window") == found(db, case_number="DB-1") == ["WD-1"]
    )
    assert found(db, state="answered") == ["WD-3"]
    assert found(db, number="WD") == ["WD-1", "WD-3"]
    assert found(db, assignee=CASEWORKER, state="waiting") == ["WD-1"]
    assert found(db, unassigned=True) == ["WE-2"]


def test_questions_are_looked_for_by_what_is_due(shown: Shown) -> None:
    here, there = a_question(number="WD-1"), a_question(number="WE-2", raised_on=day("2021-05-09"))
    asked_again = a_question(number="WD-3")
    asked_again.answer("Yes.", an_act("2021-05-12"), look_again_on=day("2021-06-01"))

    db = shown(question_desk, here, there, asked_again)

    assert found(db, promised_until=day("2021-05-13")) == ["WD-1", "WE-2"]
    assert found(db, promised_until=day("2021-05-12")) == []
    assert found(db, promised_from=day("2021-05-13")) == ["WD-1", "WE-2"]
    assert found(db, promised_from=day("2021-05-14")) == []
    assert found(db, look_again_by=day("2021-06-01")) == ["WD-3"]
    assert found(db, look_again_by=day("2021-05-31")) == []
    assert found(db, raised_from=day("2021-05-10")) == ["WD-1", "WD-3"]
    assert found(db, raised_until=day("2021-05-09")) == ["WE-2"]


def test_questions_of_relatives_are_left_to_others(shown: Shown) -> None:
    about_head = a_question(number="WD-1", about=About(person=person("head")))
    of_nobody = a_question(number="WD-2")
    of_case = a_question(number="WD-3", about=About(case=a_case_taken_over().id))

    shown(case_register, a_case_taken_over())
    shown(needy_register)
    db = shown(question_desk, about_head, of_nobody, of_case)

    assert found(db, apart_from=[person("head")]) == ["WD-2"]
    assert found(db, apart_from=[person("stranger")]) == ["WD-1", "WD-2", "WD-3"]


def test_questions_are_told_by_their_numbers_to_whom_they_are_open(shown: Shown) -> None:
    here, there = a_question(about=About(person=person("head"))), a_question(number="WE-2", area=PULANDIAN)
    some = [here.id, there.id, person("nobody")]
    shown(case_register)
    shown(needy_register)
    db = shown(question_desk, here, there, a_question(number="WD-3"))

    assert numbers_of(db, some, SoughtQuestions()) == {here.id: "WD-0001", there.id: "WE-2"}
    assert numbers_of(db, some, SoughtQuestions(areas=[PULANDIAN])) == {there.id: "WE-2"}
    assert numbers_of(db, some, SoughtQuestions(apart_from=[person("head")])) == {there.id: "WE-2"}
    assert numbers_of(db, [], SoughtQuestions()) == {}


def test_questions_are_found_by_whom_they_are_about(shown: Shown) -> None:
    about: dict[str, Any] = {name: person(name) for name in ("person", "household", "case")}
    apart = [a_question(number=f"WD-{name}", about=About(**{name: about[name]})) for name in about]
    on_visit = a_question(number="WD-visit", visit=person("visit"))

    db = shown(question_desk, *apart, on_visit)

    def numbers(**asked: object) -> list[str]:
        return [row.number for row in questions_about(db, **asked)]  # type: ignore[arg-type]  # by name

    assert numbers(people=[about["person"]]) == ["WD-person"]
    assert numbers(households=[about["household"]]) == ["WD-household"]
    assert numbers(cases=[about["case"]], visits=[person("visit")]) == ["WD-visit", "WD-case"]
    assert numbers() == []


def test_everyone_reads_what_was_released(shown: Shown) -> None:
    second = a_published_question(number="WD-2", topic="other")

    db = shown(question_desk, a_published_question(), second, a_question(number="WD-3"))

    latest, first = published(db)
    assert (first.wording, first.answer, first.topic) == (WORDING.question, WORDING.answer, "medical")
    assert latest.question == second.id
    assert [row.question for row in published(db, before=latest.published)] == [first.question]
    assert [row.question for row in published(db, topic="other")] == [second.id]
    assert len(published(db, limit=1)) == 1


def test_a_published_question_is_found_under_its_new_topic(shown: Shown) -> None:
    question = a_published_question()
    question.sort("other", an_act())

    db = shown(question_desk, question)

    assert [row.topic for row in published(db)] == ["other"]


def test_nothing_was_raised_yet(shown: Shown) -> None:
    assert raised_between(shown(question_desk)) is None


def test_questions_are_counted_by_topic_channel_and_area(shown: Shown) -> None:
    late = an_answered_question("2021-05-14", number="WD-2")
    there = a_question(number="WD-3", area=PULANDIAN, channel="open_day")
    there.assign(COLLEAGUE, an_act())

    db = shown(question_desk, an_answered_question(), late, there)

    assert raised_between(db) == (day("2021-05-10"), day("2021-05-10"))

    def counts(by: str, **sought: object) -> list[tuple[object, ...]]:
        asked = SoughtQuestions(**sought)  # type: ignore[arg-type]  # by name
        return [tuple(row) for row in tallied_questions(db, by, asked)]

    assert counts("topic") == [("medical", 3, 2, 1)]
    assert counts("channel") == [("open_day", 1, 0, 0), ("phone", 2, 2, 1)]
    assert counts("area", areas=[ZHONGSHAN]) == [(ZHONGSHAN, 2, 2, 1)]


def test_a_question_is_about_whom_it_is_told_to_be_about(shown: Shown) -> None:
    question = a_question_taken_over()
    question.correct_person(an_act(), before=person("head"), after=person("twin"))
    db = shown(question_desk, question)

    assert [row.number for row in questions_about(db, people=[person("twin")])] == ["WD-9001"]
    assert questions_about(db, people=[person("head")]) == []
