"""A refusal names the event that makes it so, at both doors; attempts say which review they were about."""

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest

from audit_service.identity.identity import Identity
from audit_service.settings import Settings
from domain.identities import tolerance_id
from domain.tolerance.review import ToleranceReview
from tests.builders import CASEWORKER, PULANDIAN
from tests.desk_of_questions import API, QuestionDesk, a_question_desk
from tests.error_builders import a_classified_error
from tests.office import a_token, an_official, on_sqlite
from tests.tolerance_builders import a_submitted_review, a_verified_review

ABOUT: dict[str, Any] = {"number": "RC-1"}


@pytest.fixture
def desk(settings: Settings) -> Iterator[QuestionDesk]:
    with a_question_desk(settings) as desk:
        yield desk


def asks(desk: QuestionDesk, who: Identity, path: str, language: str = "en", **said: Any) -> Any:
    headers = {"Accept-Language": language, "Idempotency-Key": uuid4().hex, **a_token(desk.office, who)}
    return desk.client.post(API + path, json={"because": "A fictional reason.", **said}, headers=headers)


def test_the_problem_names_the_event_that_it_rests_on(desk: QuestionDesk) -> None:
    organ = an_official(desk.office, "organ", organ=("*",))
    desk.keep(a_classified_error(), a_submitted_review(**ABOUT))
    submitted = next(
        event
        for event in desk.office.record.events(tolerance_id("RC-1"))
        if isinstance(event, ToleranceReview.Submitted)
    )

    answer = asks(desk, organ, "/tolerance/RC-1/hearing")
    chinese = asks(desk, organ, "/tolerance/RC-1/hearing", "zh").json()

    assert answer.status_code == 409
    assert (answer.json()["code"], answer.json()["rests_on"]) == (
        "tolerance.not_now",
        {
            "topic": "tolerance.submitted",
            "title": "Application submitted",
            "on": submitted.on.isoformat(),
            "position": submitted.position,
            "stream": str(tolerance_id("RC-1")),
        },
    )
    assert chinese["rests_on"]["title"] == "提交申请"


@on_sqlite
def test_segregation_names_the_decision_in_error_by_its_position(desk: QuestionDesk) -> None:
    organ = an_official(desk.office, "organ", organ=("*",))
    review = a_submitted_review(**ABOUT, deciders=(organ.official,), decision=1)
    desk.keep(a_classified_error(), review)

    problem = asks(desk, organ, "/tolerance/RC-1/acceptance").json()

    assert (problem["code"], problem["rests_on"]["position"]) == ("tolerance.had_a_part", 1)


@on_sqlite
def test_what_rests_on_nothing_names_nothing(desk: QuestionDesk) -> None:
    problem = asks(desk, desk.stranger, "/errors/CC-none/closure").json()

    assert "rests_on" not in problem


@on_sqlite
def test_the_form_shows_the_event_and_leads_to_it(desk: QuestionDesk) -> None:
    organ = an_official(desk.office, "organ", organ=("*",))
    desk.keep(a_classified_error(), a_submitted_review(**ABOUT))
    form = desk.page("/tolerance/RC-1/hearing", organ)
    assert "This rests on:" not in form

    page = desk.client.post("/tolerance/RC-1/hearing", data={"because": "A fictional reason."})

    assert page.status_code == 409
    [event] = [
        event
        for event in desk.office.record.events(tolerance_id("RC-1"))
        if isinstance(event, ToleranceReview.Submitted)
    ]
    assert "This rests on:" in page.text
    assert f'href="/tolerance/RC-1#position-{event.position}">Application submitted, ' in page.text
    assert f'id="position-{event.position}"' in desk.page("/tolerance/RC-1", organ)


@on_sqlite
def test_attempts_and_acts_say_which_review_they_were_about(desk: QuestionDesk) -> None:
    organ = an_official(desk.office, "organ", organ=("*",))
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    elsewhere = an_official(desk.office, "elsewhere", inspector=(PULANDIAN,))
    desk.keep(a_classified_error(), a_submitted_review(**ABOUT))
    asks(desk, organ, "/tolerance/RC-1/hearing")
    asks(desk, desk.worker, "/tolerance/RC-1/acceptance")
    asks(desk, organ, "/tolerance/RC-1/supplement-request", text="What was seen?")

    for query in ("case=DB-0001", "review=RC-1", f"error={a_classified_error().number}"):
        found = desk.get(f"/attempts?{query}", inspector)["attempts"]
        assert [(each["about_review"], each["code"]) for each in found] == [
            ("RC-1", "identity.not_your_role"),
            ("RC-1", "tolerance.not_now"),
        ]
    assert desk.get("/attempts?review=RC-2", inspector)["attempts"] == []
    assert desk.get("/attempts?error=CC-none", inspector)["attempts"] == []
    assert {each["about_review"] for each in desk.get("/attempts", elsewhere)["attempts"]} == {""}
    assert desk.get("/attempts?area=210202", inspector)["attempts"] != []
    assert desk.get(f"/attempts?area={PULANDIAN}", inspector)["attempts"] == []
    [act] = [each for each in desk.get("/me", organ)["acts"] if each["topic"].startswith("tolerance.")]
    assert act["about_review"] == "RC-1"
    assert "[state]" in desk.page("/attempts", inspector)


@on_sqlite
def test_who_looked_at_a_review_is_told_to_whom_it_is_about(desk: QuestionDesk) -> None:
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    concerned = (CASEWORKER, desk.worker.official)
    desk.keep(a_classified_error(), a_submitted_review(**ABOUT, officials=concerned))
    desk.page("/tolerance/RC-1", inspector)
    desk.client.post("/purpose/names", data={"reason": "To compare the signatures"})
    desk.page("/officials/worker", inspector)

    own = [(each["about_review"], each["about_official"]) for each in desk.get("/me")["looks"]]
    every = desk.get("/reports/looks", inspector)["looks"]
    shown = desk.page("/reports/looks", inspector)

    assert own == [("", "worker"), ("RC-1", "")]
    assert [each["names_for"] for each in every] == ["To compare the signatures", "for a test"]
    assert "To compare the signatures" in shown
    assert "Review of tolerance" in shown
    assert 'href="/officials/worker"' in shown


@on_sqlite
def test_who_looked_at_a_review_is_told_to_who_may_read_it(desk: QuestionDesk) -> None:
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    concerned = (CASEWORKER, desk.worker.official)
    desk.keep(a_classified_error(), a_submitted_review(**ABOUT, officials=concerned))
    desk.page("/tolerance/RC-1", inspector)

    for at, who in (("/tolerance/RC-1", desk.worker), (f"/errors/{a_classified_error().number}", inspector)):
        looks = desk.get(f"{at}/looks", who)["looks"]
        assert [each["about_review"] for each in looks if each["about_review"]] == ["RC-1"]
        assert "Review of tolerance" in desk.page(f"{at}/looks", who)
    clerk = an_official(desk.office, "clerk", clerk=("*",))
    at_case = desk.get("/cases/DB-0001/looks", clerk)["looks"]
    assert [each["page"] for each in at_case if "tolerance" in each["page"]] == []
    at_case = desk.get("/cases/DB-0001/looks", inspector)["looks"]
    assert "RC-1" in {each["about_review"] for each in at_case}


@on_sqlite
def test_inspectors_find_their_way_on_from_an_error_and_a_review(desk: QuestionDesk) -> None:
    inspector = an_official(desk.office, "inspector", inspector=("*",))
    error = a_classified_error().number
    desk.keep(a_classified_error(), a_verified_review(**ABOUT))

    for at, kind, number in (("/errors", "error", error), ("/tolerance", "review", "RC-1")):
        page = desk.page(f"{at}/{number}", inspector)
        ways = (f"{at}/{number}/looks", f"/attempts?{kind}={number}", f"/reports/late?number={number}")
        assert all(f'href="{way}"' in page for way in ways)
        assert all(desk.page(way, inspector) for way in ways)
        assert "/reports/late" not in desk.page(f"{at}/{number}", desk.manager)


@on_sqlite
def test_the_history_tells_each_finding_with_its_factor(desk: QuestionDesk) -> None:
    desk.keep(a_classified_error(), a_verified_review(**ABOUT))

    page = desk.page("/tolerance/RC-1", desk.manager)
    history = page.partition("What happened")[2]

    assert "Motive and attitude" in history
    assert "Circumstances" in history
    assert ": 1 facts" in history
