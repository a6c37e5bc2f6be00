"""Precedents over HTTP: a spread of what was determined, without anybody in it."""

import csv

import pytest

from audit_service.desks.precedents.beside import is_unlike_precedents, precedents_beside
from audit_service.web.translation import read_in
from tests.builders import person
from tests.desk_of_questions import QuestionDesk
from tests.office import an_official, on_sqlite
from tests.tolerance_builders import a_determined_review, a_draft, a_verified_review


def a_few(desk: QuestionDesk) -> None:
    desk.keep(
        a_determined_review(number="RC-1"),
        a_determined_review(number="RC-2", cause="system", amount=0),
        a_determined_review("not_tolerated", "N01", number="RC-3"),
    )


def test_what_was_determined_is_shown_as_a_spread(desk: QuestionDesk) -> None:
    a_few(desk)

    found = desk.get("/precedents")
    page = desk.page("/precedents")

    assert found["spread"] == [
        {"outcome": "exempt", "number": 2},
        {"outcome": "not_tolerated", "number": 1},
    ]
    assert found["precedents"][0] == {
        "year": 2021,
        "outcome": "not_tolerated",
        "element": "E03",
        "cause": "not_verified",
        "origin": "official",
        "direction": "under",
        "band": "medium",
        "situations": ["T02"],
        "negatives": ["N01"],
        "ratings": [
            "conditions:constrained",
            "consequence:small",
            "motive:public",
            "nature:slip",
            "procedure:complete",
            "remedy:full",
        ],
    }
    assert "no outcome follows from them" in page
    assert "is the act of the organ" in page
    assert not any(told in page for told in ("RC-1", "DB-0001", "CC210202"))


def test_precedents_are_narrowed_paged_and_handed_out_whole(
    desk: QuestionDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("audit_service.desks.precedents.pages.PAGE", 2)
    a_few(desk)

    first = desk.get("/precedents?limit=2")
    rest = desk.get(f"/precedents?limit=2&before={first['next']}")
    headings, *rows = csv.reader(desk.page("/precedents.csv").splitlines())

    assert [each["outcome"] for each in rest["precedents"]] == ["exempt"]
    assert (rest["next"], len(rows), len(headings)) == (None, 3, 10)
    assert rows[0][:2] == ["Not tolerated", "E03 Member of the household missed"]
    assert "Motive and attitude: For the public" in rows[0][-1]
    assert desk.get("/precedents?negative=N01&situation=T02")["spread"] == [
        {"outcome": "not_tolerated", "number": 1}
    ]
    assert "before=" in desk.page("/precedents")
    assert "No determination is found." in desk.page("/precedents?element=E20")
    assert desk.client.get("/precedents?band=never").status_code == 422
    assert desk.client.get("/precedents.csv?band=never").status_code == 303


@on_sqlite
def test_who_runs_the_machines_reads_none(desk: QuestionDesk) -> None:
    operator = an_official(desk.office, "operator", operator=("*",))

    assert desk.answer("/precedents", operator).status_code == 403


def test_similar_matters_stand_beside_the_one_at_hand(desk: QuestionDesk) -> None:
    at_hand, drafted = a_verified_review(number="RC-0"), a_draft(number="RC-9")
    desk.keep(at_hand, drafted)
    a_few(desk)
    desk.office.follower.wait_for(desk.office.record.last_position(), 10)

    with read_in("en"):
        found = precedents_beside(desk.office, at_hand.id)
        alone = precedents_beside(desk.office, drafted.id)

    assert found is not None
    assert [column.title for column in found.columns] == ["What is the same", "Exempt", "In all"]
    assert [row[1:] for row in found.spread] == [["2", "2"], ["1", "1"], ["1", "1"], ["1", "1"]]
    assert [each.outcome for each in found.alike] == ["exempt"]
    assert found.how_alike == "… and the same rating of each factor"
    assert alone is not None
    assert (alone.alike, alone.how_alike) == ([], "")
    assert precedents_beside(desk.office, person("nothing")) is None


@on_sqlite
def test_an_outcome_that_similar_matters_hardly_had_is_told(desk: QuestionDesk) -> None:
    at_hand = a_verified_review(number="RC-0")
    desk.keep(at_hand, *(a_determined_review(number=f"RC-{place}") for place in range(1, 4)))
    desk.office.follower.wait_for(desk.office.record.last_position(), 10)

    with desk.office.views.connect() as views:
        assert is_unlike_precedents(views, at_hand.id, "lightened")
        assert not is_unlike_precedents(views, at_hand.id, "exempt")
        assert not is_unlike_precedents(views, person("nothing"), "exempt")
