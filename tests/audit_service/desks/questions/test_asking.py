"""Questions over HTTP, from the day they come in until they are answered."""

from datetime import date

import pytest
from pydantic import ValidationError

from audit_service.desks.questions.handling import (
    AnswerQuestion,
    AssignQuestion,
    CannotAnswerHere,
    FollowUpQuestion,
    LinkQuestion,
    ReopenQuestion,
    SortQuestion,
)
from audit_service.identity.identity import NotYourArea, NotYourRole, OwnRelative
from audit_service.store.errors import NotOnRecord
from domain.officials.official import Official
from domain.questions.question import Question
from domain.questions.refusals import AnsweredAlready, AssignedAlready, NotAnswered, RaisedAhead
from domain.visits.told import VisitEntry
from domain.visits.visit import Visit
from tests.builders import PULANDIAN, ZHONGSHAN, an_act, day, person
from tests.desk_of_questions import API, ID_NUMBER, QuestionDesk
from tests.office import TODAY, a_token, an_official
from tests.question_builders import a_question, a_question_taken_over


def test_a_question_of_somebody_unnamed_waits_with_a_promised_day(desk: QuestionDesk) -> None:
    number = desk.raise_question(contact="in the evening")

    found = desk.get(f"/questions/{number}")
    assert number.startswith(f"WD{ZHONGSHAN}-2021-")
    assert (found["text"], found["state"], found["topic"]) == ("Who pays for medicine?", "waiting", "medical")
    assert (found["raised_on"], found["promised_on"]) == ("2021-09-20", "2021-09-24")
    assert (found["assignee"], found["overdue"], found["topic_is_proposed"]) == ("", False, False)
    assert "in the evening" in desk.page(f"/questions/{number}")


def test_a_question_is_recorded_through_the_api_once(desk: QuestionDesk) -> None:
    asked = {"area": ZHONGSHAN, "channel": "window", "topic": "housing", "text": "It leaks.", "within": 1}
    headers = a_token(desk.office, desk.worker) | {"Idempotency-Key": "one"}

    first = desk.client.post(f"{API}/questions", json=asked, headers=headers)
    again = desk.client.post(f"{API}/questions", json=asked, headers=headers)

    [found] = desk.get("/questions")["questions"]
    assert (first.status_code, again.json()["positions"]) == (201, first.json()["positions"])
    assert (found["channel"], found["promised_on"]) == ("window", "2021-09-22")


def test_a_question_is_not_raised_in_the_days_to_come(desk: QuestionDesk) -> None:
    for ahead in (date(2021, 9, 21), date(2039, 1, 1)):
        with pytest.raises(RaisedAhead):
            desk.raise_question(raised_on=ahead)

    assert desk.get("/questions")["questions"] == []


def test_a_question_is_linked_to_who_asks_and_to_their_case(desk: QuestionDesk) -> None:
    identity = desk.registered()

    by_card = desk.raise_question(person=ID_NUMBER)
    by_identity = desk.raise_question(person=str(identity))
    of_case = desk.raise_question(case_number="DB-0001")

    opened = desk.office.record.find(Question, a_question(number=by_card).id)
    same = desk.office.record.find(Question, a_question(number=by_identity).id)
    about_case = desk.office.record.find(Question, a_question(number=of_case).id)
    assert opened is not None
    assert same is not None
    assert about_case is not None
    assert opened.about.person == same.about.person == identity
    assert (about_case.about.person, about_case.about.case_number) == (person("head"), "DB-0001")
    assert about_case.about.household is not None
    assert of_case in desk.page("/cases/DB-0001")


def test_who_is_not_on_record_is_not_linked(desk: QuestionDesk) -> None:
    with pytest.raises(NotOnRecord):
        desk.raise_question(person=ID_NUMBER)

    assert desk.get("/questions")["questions"] == []


def test_a_question_on_a_visit_is_about_whom_the_visit_was_to(desk: QuestionDesk) -> None:
    visited = VisitEntry(
        number="ZF-1",
        person=person("head"),
        area=ZHONGSHAN,
        visited_on=day("2021-05-02"),
        visitor="Fictional Cadre",
        register="visits.xlsx",
    )
    desk.keep(Visit.take_over(visited, an_act("2021-06-01")))

    number = desk.raise_question(channel="visit", visit="ZF-1")

    question = desk.office.record.find(Question, a_question(number=number).id)
    assert question is not None
    assert question.about.person == person("head")


def test_a_question_goes_through_the_hands_of_the_office(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    desk.ask(SortQuestion(topic="assistance"), question=number)
    desk.ask(AssignQuestion(), question=number)
    desk.ask(AssignQuestion(to="manager"), question=number)
    desk.ask(AnswerQuestion(answer="The insurance.", look_again_on=date(2021, 9, 20)), question=number)
    answered = desk.get(f"/questions/{number}")
    again = desk.get("/questions?which=look_again")["questions"]
    desk.ask(FollowUpQuestion(found="It did not help."), question=number)
    desk.ask(ReopenQuestion(because="It did not help.", within=2), question=number)

    waiting = desk.get(f"/questions/{number}")
    page = desk.page(f"/questions/{number}")
    assert (answered["state"], answered["in_time"], answered["assignee"]) == (
        "answered",
        True,
        "Manager Fictional",
    )
    assert [question["number"] for question in again] == [number]
    assert (waiting["state"], waiting["promised_on"], waiting["topic"]) == (
        "waiting",
        "2021-09-23",
        "assistance",
    )
    assert "The insurance." in page
    assert page.count("Manager Fictional") == 2
    assert "It did not help." in page
    assert desk.history_of_question(number) == [
        Question.Raised,
        Question.Sorted,
        Question.Assigned,
        Question.Assigned,
        Question.Answered,
        Question.FollowedUp,
        Question.Reopened,
    ]


def test_a_question_is_linked_later(desk: QuestionDesk) -> None:
    desk.registered()
    number = desk.raise_question()

    desk.ask(LinkQuestion(case_number="DB-0001", person=ID_NUMBER), question=number)

    assert desk.get(f"/questions/{number}")["case_number"] == "DB-0001"
    with pytest.raises(ValidationError, match="Name the person or the case"):
        LinkQuestion()


def test_what_is_refused_leaves_nothing_behind(desk: QuestionDesk) -> None:
    number = desk.raise_question()
    before = desk.office.record.last_position()

    with pytest.raises(NotAnswered):
        desk.ask(ReopenQuestion(because="No."), question=number)
    with pytest.raises(CannotAnswerHere, match="stranger answers no questions in Zhongshan"):
        desk.ask(AssignQuestion(to="stranger"), question=number)
    with pytest.raises(NotYourArea):
        desk.ask(AnswerQuestion(answer="Yes."), desk.stranger, question=number)

    assert desk.office.record.last_position() == before


def test_nobody_is_given_what_they_have_and_nothing_is_answered_twice(desk: QuestionDesk) -> None:
    number = desk.raise_question()
    desk.ask(AssignQuestion(), question=number)

    with pytest.raises(AssignedAlready):
        desk.ask(AssignQuestion(to="worker"), question=number)
    desk.ask(AnswerQuestion(answer="Yes."), question=number)
    with pytest.raises(AnsweredAlready):
        desk.ask(AnswerQuestion(answer="No."), question=number)

    assert desk.history_of_question(number) == [Question.Raised, Question.Assigned, Question.Answered]


def test_an_inspector_reads_questions_and_answers_none(desk: QuestionDesk) -> None:
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    number = desk.raise_question()

    with pytest.raises(NotYourRole):
        desk.ask(AnswerQuestion(answer="Yes."), inspector, question=number)

    page = desk.page(f"/questions/{number}", inspector)
    assert "Nothing that your roles may do here now." in page
    assert "/questions/new" not in desk.page("/questions", inspector)


@pytest.mark.parametrize(("relative", "seen"), [("head", []), ("child", ["WD-9001"])])
def test_questions_of_relatives_are_closed(desk: QuestionDesk, relative: str, seen: list[str]) -> None:
    act = an_act("2021-09-01")
    kin = Official.register("kin", act, name="Kin Fictional", unit="Civil Affairs")
    kin.grant("caseworker", ("*",), act)
    kin.declare_kinship(person(relative), "in_law", act)
    desk.keep(kin, a_question_taken_over())
    identity = desk.office.identities.by_token.identity(kin.id)
    assert identity is not None
    of_case = desk.raise_question(case_number="DB-0001")

    assert [found["number"] for found in desk.get("/questions", identity)["questions"]] == seen
    for number in {"WD-9001", of_case} - {*seen}:
        assert desk.answer(f"/questions/{number}", identity).status_code == 403
        with pytest.raises(OwnRelative):
            desk.ask(SortQuestion(topic="other"), identity, question=number)


def test_the_question_stands_beside_the_forms_about_it(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    page = desk.page(f"/questions/{number}/answer")

    assert f'href="/questions/{number}"' in page
    assert "Who pays for medicine?" in page


def test_what_is_not_on_record_or_elsewhere_is_not_shown(desk: QuestionDesk) -> None:
    number = desk.raise_question()

    assert desk.answer("/questions/WD-0").status_code == 404
    assert desk.answer(f"/questions/{number}", desk.stranger).status_code == 403
    assert desk.get(f"/questions?area={ZHONGSHAN}", desk.stranger)["questions"] == []
    assert date(2021, 9, 20) == TODAY
    assert desk.raise_question(desk.stranger, area=PULANDIAN) != number
