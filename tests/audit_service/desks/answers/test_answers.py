"""What everyone reads without signing in, and what never gets there."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from domain.questions.question import Wording
from tests.builders import PULANDIAN, ZHONGSHAN, an_act, day
from tests.desk_of_questions import API, QuestionDesk
from tests.question_builders import (
    ANSWERED,
    ASKED,
    WORDING,
    a_published_question,
    a_question,
    an_answered_question,
)


def everyone(desk: QuestionDesk, language: str = "en") -> TestClient:
    """Somebody who has not signed in, after the views hold everything."""
    desk.office.follower.wait_for(desk.office.record.last_position(), 10)
    return TestClient(desk.client.app, cookies={"language": language}, headers={"Accept-Language": language})


def read(desk: QuestionDesk, path: str) -> Any:
    answer = everyone(desk).get(API + path)
    assert answer.status_code == 200, answer.text
    return answer.json()


def test_everyone_reads_the_wording_and_nothing_that_was_said(desk: QuestionDesk) -> None:
    desk.keep(a_published_question(), an_answered_question(number="WD-2"))

    page = everyone(desk).get("/answers")

    [answer] = read(desk, "/answers")["answers"]
    assert page.status_code == 200
    assert WORDING.question in page.text
    assert WORDING.answer in page.text
    assert answer == {
        "topic": "medical",
        "question": WORDING.question,
        "answer": WORDING.answer,
        "published_on": "2021-05-20",
    }
    for kept_back in (ASKED, ANSWERED, "WD-0001", "Zhongshan"):
        assert kept_back not in page.text


def test_each_reads_their_own_language_where_it_is_there(desk: QuestionDesk) -> None:
    question = an_answered_question()
    words = Wording(
        question="谁支付药费？",
        answer="医保支付。",
        question_in_english="Who pays?",
        answer_in_english="Insurance.",
    )
    question.publish(words, an_act(), said=())
    desk.keep(question)

    english, chinese = (everyone(desk, language).get("/answers").text for language in ("en", "zh"))

    assert "Who pays?" in english
    assert "谁支付药费？" not in english
    assert "医保支付。" in chinese


def test_what_is_withdrawn_is_gone(desk: QuestionDesk) -> None:
    question = a_published_question()
    question.withdraw_publication(an_act())
    desk.keep(question)

    assert read(desk, "/answers")["answers"] == []
    assert "Nothing has been published here yet." in everyone(desk).get("/answers").text


def test_answers_are_narrowed_by_topic_and_page_by_key(
    desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.answers.pages.PAGE", 1)
    desk.keep(a_published_question(), a_published_question(number="WD-2", topic="other"))

    first = read(desk, "/answers?limit=1")
    second = read(desk, f"/answers?limit=1&before={first['next']}")
    page = everyone(desk).get("/answers").text

    assert [first["answers"][0]["topic"], second["answers"][0]["topic"]] == ["other", "medical"]
    assert second["next"] is None
    assert len(read(desk, "/answers?topic=other")["answers"]) == 1
    assert f"/answers?before={first['next']}" in page
    assert 'rel="prev"' in everyone(desk).get(f"/answers?before={first['next']}&topic=medical").text
    assert everyone(desk).get("/answers?topic=never").status_code == 422


def many(count: int, beginning: str, **more: Any) -> list[Any]:
    return [an_answered_question(number=f"{beginning}-{number}", **more) for number in range(count)]


def test_figures_are_counted_and_small_ones_hidden(desk: QuestionDesk) -> None:
    late = [an_answered_question("2021-05-30", number=f"WL-{number}") for number in range(5)]
    few = [a_question(number=f"WF-{number}", area=PULANDIAN, channel="window") for number in range(3)]
    desk.keep(*many(10, "WD"), *late, *few, *many(5, "WO", channel="open_day", topic="other"))

    found = read(desk, "/answers/figures?year=2021")

    assert found["total"] == 23
    assert {count["code"]: count["questions"] for count in found["topic"]} == {"medical": 18, "other": 5}
    assert {count["code"]: count["in_time"] for count in found["topic"]} == {"medical": 67, "other": 100}
    channels = {count["code"]: count["questions"] for count in found["channel"]}
    assert channels == {"open_day": None, "phone": 15, "window": None}
    assert {count["code"]: count["questions"] for count in found["area"]} == {
        ZHONGSHAN: None,
        PULANDIAN: None,
    }


def test_open_days_are_counted_apart_unless_the_rest_would_tell(desk: QuestionDesk) -> None:
    desk.keep(
        *many(6, "WO", channel="open_day", topic="other"),
        *many(7, "WP", channel="open_day", topic="medical"),
        *many(2, "WQ", topic="medical"),
        *many(8, "WR", topic="other"),
    )

    found = read(desk, "/answers/figures?year=2021&open_day=true")

    assert (found["open_day"], found["total"]) == (True, 13)
    assert {count["code"]: count["questions"] for count in found["topic"]} == {"medical": None, "other": None}


def test_only_a_few_questions_are_not_counted_out(desk: QuestionDesk) -> None:
    desk.keep(a_question())

    found = read(desk, "/answers/figures")
    page = everyone(desk).get("/answers/figures").text

    assert (found["year"], found["total"]) == (2021, None)
    assert "there were only a few questions" in page
    assert "Not shown" in page


def test_the_figures_of_a_year_are_shown_to_everyone(desk: QuestionDesk) -> None:
    desk.keep(*many(12, "WD"), *many(6, "WE", raised_on=day("2020-05-10")))

    page = everyone(desk).get("/answers/figures?year=2021").text

    assert "In 2021 there were" in page
    assert "100 %" in page
    assert "/answers/figures?year=2020&amp;open_day=false" in page
    assert "/answers/figures?year=2021&amp;open_day=true" in page
    assert everyone(desk).get("/answers/figures?year=never").status_code == 422


def test_everyone_takes_the_figures_along(desk: QuestionDesk) -> None:
    desk.keep(
        *many(12, "WD"), *many(2, "WF", channel="window"), *many(6, "WG", channel="window", topic="other")
    )

    page = everyone(desk).get("/answers/figures").text
    written = everyone(desk).get("/answers/figures.csv?year=2021&open_day=false")
    book = everyone(desk).get("/answers/figures.xlsx")

    assert 'href="/answers/figures.csv?year=2021&amp;open_day=false"' in page
    assert written.text.removeprefix("\ufeff").splitlines() == [
        "Counted,What is counted,Questions,Answered in time",
        "By topic,Medical care,14,100 %",
        "By topic,Something else,6,100 %",
        "By how they came in,By phone,12,100 %",
        "By how they came in,At a window,8,100 %",
        "By area,Zhongshan,20,100 %",
    ]
    assert (book.status_code, book.content[:2]) == (200, b"PK")
    assert everyone(desk).get("/answers/figures.csv?year=never").status_code == 422


def test_before_any_question_the_figures_are_empty(desk: QuestionDesk) -> None:
    found = read(desk, "/answers/figures")

    assert (found["year"], found["total"], found["topic"]) == (2021, 0, [])
