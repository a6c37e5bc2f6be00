"""The lists of the question desk: mine, nobody's, due, overdue, gone up, and to be asked again."""

import csv

import pytest

from audit_service.desks.questions.handling import AnswerQuestion, AssignQuestion
from tests.builders import PULANDIAN, an_act, day
from tests.desk_of_questions import QuestionDesk
from tests.question_builders import a_question, a_question_taken_over

LATE, TODAY_DUE, LATER = day("2021-09-17"), day("2021-09-20"), day("2021-10-08")


@pytest.fixture
def desk(desk: QuestionDesk) -> QuestionDesk:
    """Questions of each kind of the lists."""
    mine = a_question(number="WD-mine", promised_on=LATER)
    mine.assign(desk.worker.official, an_act())
    desk.keep(
        mine,
        a_question(number="WD-late", promised_on=LATE),
        a_question(number="WD-due", promised_on=TODAY_DUE, topic="other", channel="open_day"),
        a_question(number="WD-there", promised_on=LATE, area=PULANDIAN),
    )
    return desk


def numbers(desk: QuestionDesk, query: str, who: str = "worker") -> list[str]:
    found = desk.get(f"/questions?{query}", getattr(desk, who))["questions"]
    return [question["number"] for question in found]


def test_each_list_holds_what_it_says(desk: QuestionDesk) -> None:
    assert numbers(desk, "which=mine") == ["WD-mine"]
    assert numbers(desk, "which=unassigned") == ["WD-late", "WD-due"]
    assert numbers(desk, "which=due") == ["WD-due"]
    assert numbers(desk, "which=overdue") == ["WD-late"]
    assert numbers(desk, "which=look_again") == []
    assert numbers(desk, "topic=other&channel=open_day&state=waiting") == ["WD-due"]
    assert numbers(desk, "number=WD-m") == ["WD-mine"]


def test_what_is_overdue_has_gone_up_to_the_manager_of_the_area(desk: QuestionDesk) -> None:
    page = desk.page("/questions/WD-late")

    assert numbers(desk, "which=gone_up", "manager") == ["WD-late", "WD-there"]
    assert numbers(desk, "which=gone_up&area=210214", "manager") == ["WD-there"]
    assert numbers(desk, "which=gone_up") == []
    assert "has gone up to the manager of the area" in page
    assert "Gone up to me as the manager" in desk.page("/questions", desk.manager)
    assert ">Gone up to me as the manager</span>" not in desk.page("/questions")


def test_what_is_answered_is_with_nobody_any_more(desk: QuestionDesk) -> None:
    desk.ask(AnswerQuestion(answer="Yes."), question="WD-mine")
    desk.ask(AnswerQuestion(answer="Too late, but yes."), question="WD-late")

    assert numbers(desk, "which=mine") == []
    assert numbers(desk, "which=overdue") == []
    assert desk.get("/questions/WD-late")["in_time"] is False


def test_the_list_pages_by_position(desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.questions.pages.PAGE", 2)
    first = desk.get("/questions?limit=2")

    assert [question["number"] for question in first["questions"]] == ["WD-mine", "WD-late"]
    assert numbers(desk, f"after={first['next']}") == ["WD-due"]
    assert f"after={first['next']}" in desk.page("/questions")
    page = desk.page(f"/questions?after={first['next']}")
    assert "WD-due" in page
    assert 'rel="prev"' in page


def test_the_list_is_handed_out_whole(desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("audit_service.desks.questions.exports.AT_ONCE", 1)
    desk.keep(a_question_taken_over())

    headings, *rows = csv.reader(desk.page("/questions.csv").splitlines())

    assert [row[0] for row in rows] == ["WD-mine", "WD-late", "WD-due", "WD-9001"]
    assert dict(zip(headings, rows[1], strict=True))["State"] == "Overdue"
    taken_over = dict(zip(headings, rows[3], strict=True))
    assert (taken_over["Topic"], taken_over["Answered in time"]) == ("Housing (proposed)", "Yes")
    assert desk.page("/questions.csv?which=mine").count("WD-") == 1


def test_a_long_question_is_shown_by_its_beginning(desk: QuestionDesk) -> None:
    desk.raise_question(text="房" * 100)

    page = desk.page("/questions")

    assert f"{'房' * 60}…" in page
    assert "房" * 61 not in page


def test_a_filter_that_is_not_offered_is_told(desk: QuestionDesk) -> None:
    desk.page("/questions")

    page = desk.client.get("/questions?which=never")
    file = desk.client.get("/questions.csv?which=never")

    assert page.status_code == 422
    assert (file.status_code, file.headers["location"]) == (303, "/questions?which=never")


def test_a_text_whose_key_was_destroyed_is_told_as_erased(desk: QuestionDesk) -> None:
    desk.ask(AssignQuestion(), question="WD-due")
    desk.office.vault.destroy(a_question(number="WD-due").id)

    found = desk.get("/questions/WD-due")

    assert found["text"].startswith("Erased")
    assert found["assignee"] == "Worker Fictional"
